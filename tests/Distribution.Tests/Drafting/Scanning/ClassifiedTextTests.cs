using GraphApi.Distribution.Drafting.Scanning;

namespace GraphApi.Distribution.Tests.Drafting.Scanning;

public sealed class ClassifiedTextTests
{
    [Theory]
    [InlineData("(S//NF) A paragraph.", "(S//NF)")]
    [InlineData("Before (TS//SI//NF) and after", "(TS//SI//NF)")]
    [InlineData("(C//REL TO USA, FVEY) A paragraph.", "(C//REL TO USA, FVEY)")]
    [InlineData("(S) A paragraph.", "(S)")]
    [InlineData("- **(TS)** A paragraph.", "(TS)")]
    [InlineData("(C) A paragraph.", "(C)")]
    [InlineData("First.\n\n(S) Second.", "(S)")]
    [InlineData("SECRET//NOFORN", "SECRET//")]
    [InlineData("The header said SECRET // NOFORN there", "SECRET //")]
    [InlineData("CONFIDENTIAL//REL TO USA, CAN", "CONFIDENTIAL//")]
    [InlineData("TOP SECRET", "TOP SECRET")]
    [InlineData("It was TOP  SECRET then", "TOP  SECRET")]
    [InlineData("# SECRET\ntext", "SECRET")]
    [InlineData("text\r\nSECRET\r\ntext", "SECRET")]
    [InlineData("text\nNATO SECRET text", "NATO SECRET")]
    [InlineData("as S//NF material", "S//NF")]
    [InlineData("Declassify On: 20510101", "Declassify On:")]
    [InlineData("> classified by: a synthetic office", "classified by:")]
    public void A_marking_is_found_in_its_place(string text, string marking) =>
        Assert.Equal([marking], ClassifiedText.Find(text).Select(span => text.Substring(span.Start, span.Length)));

    [Theory]
    [InlineData("(\uFF33\uFF0F\uFF0FNF) wide letters", "(\uFF33\uFF0F\uFF0FNF)")]
    [InlineData("S\u200BECRET//NOFORN with a blank of no width", "S\u200BECRET//")]
    [InlineData("TOP\u00A0SECRET with another blank", "TOP\u00A0SECRET")]
    [InlineData("(S\u2215\u2215NF) with other slashes", "(S\u2215\u2215NF)")]
    [InlineData("S\u0415\u0421R\u0415\u0422//NOFORN in Cyrillic letters", "S\u0415\u0421R\u0415\u0422//")]
    [InlineData("\u03A4\u039F\u03A1 SECRET in Greek letters", "\u03A4\u039F\u03A1 SECRET")]
    [InlineData(
        "\U0001D412\U0001D404\U0001D402\U0001D411\U0001D404\U0001D413//SI in mathematical letters",
        "\U0001D412\U0001D404\U0001D402\U0001D411\U0001D404\U0001D413//")]
    [InlineData("\u24C8\u24BA\u24B8\u24C7\u24BA\u24C9//SI in circles", "\u24C8\u24BA\u24B8\u24C7\u24BA\u24C9//")]
    [InlineData("\uA731\u1D07\u1D04\u0280\u1D07\u1D1B//SI in small capitals", "\uA731\u1D07\u1D04\u0280\u1D07\u1D1B//")]
    [InlineData("\U0001F122 text, in parentheses", "\U0001F122")]
    [InlineData("\uD800S\u00A0ECRET//NF beside half a character", "S\u00A0ECRET//")]
    [InlineData(
        "S\u0336E\u0336C\u0336R\u0336E\u0336T\u0336//NF struck out",
        "S\u0336E\u0336C\u0336R\u0336E\u0336T\u0336//")]
    [InlineData("S\U000E0041ECRET//NF with a tag", "S\U000E0041ECRET//")]
    [InlineData("S\u3164ECRET//NF with a filler", "S\u3164ECRET//")]
    [InlineData("S\u00C9CRET//NF with an accent", "S\u00C9CRET//")]
    [InlineData("TOP\r\nSECRET over two lines", "TOP\r\nSECRET")]
    [InlineData("T O P  S E C R E T // SI spaced", "T O P  S E C R E T //")]
    [InlineData("text\nS E C R E T\ntext", "S E C R E T")]
    [InlineData("secret//noforn in small letters", "secret//noforn")]
    [InlineData("(s//nf) in small letters", "(s//nf)")]
    public void How_it_is_typed_does_not_hide_it(string text, string marking) =>
        Assert.Equal([marking], ClassifiedText.Find(text).Select(span => text.Substring(span.Start, span.Length)));

    [Theory]
    [InlineData("A secret santa party is planned.")]
    [InlineData("They kept it secret, top secret even.")]
    [InlineData("The SECRET to a good password is its length.")]
    [InlineData("Treat your password as CONFIDENTIAL information.")]
    [InlineData("(U//FOUO) A paragraph.")]
    [InlineData("(U) A paragraph.")]
    [InlineData("(A) one\n(B) two\n(C) three")]
    [InlineData("(C) 2026 A synthetic company")]
    [InlineData("(C) Copyright a synthetic company")]
    [InlineData("Report the vehicle(s) and person(S) seen.")]
    [InlineData("Applicants need a TOP SECRET clearance.")]
    [InlineData("https://example.org/S//NF")]
    [InlineData("CUI//SP-PCII//NOFORN")]
    [InlineData("The U.S. Secret Service//Field Office")]
    [InlineData("Class//Section s, c//o the office")]
    [InlineData("\u0421\u0435\u043A\u0440\u0435\u0442 is a word of another language.")]
    [InlineData("")]
    public void Ordinary_words_are_no_marking(string text) => Assert.Empty(ClassifiedText.Find(text));

    [Fact]
    public void However_many_there_are_each_is_found()
    {
        var text = string.Concat(Enumerable.Repeat("(S) a\n", 15_000));
        Assert.Equal(15_000, ClassifiedText.Find(text).Count);
    }

    [Fact]
    public void Every_marking_is_found_once_and_in_order()
    {
        const string text = "TOP SECRET//SI\n(S//NF) One.\n(U) Two.\n(TS) Three.\nDerived From: Four";
        Assert.Equal(
            ["TOP SECRET//", "(S//NF)", "(TS)", "Derived From:"],
            ClassifiedText.Find(text).Select(span => text.Substring(span.Start, span.Length)));
    }
}
