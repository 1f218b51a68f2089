using GraphApi.Distribution.Drafting.Scanning;
using GraphApi.Distribution.PrivacyReviews;
using static GraphApi.Distribution.PrivacyReviews.PersonalInformationKind;

namespace GraphApi.Distribution.Tests.Drafting.Scanning;

/// <summary>All numbers are made up: reserved for examples, or of the test ranges of their kind.</summary>
public sealed class PersonalInformationTests
{
    [Theory]
    [InlineData("Write to someone.else+tag@mail.example.org.", EmailAddress, "someone.else+tag@mail.example.org")]
    [InlineData("<a@example.com>", EmailAddress, "a@example.com")]
    [InlineData("stra\u00DFe@b\u00FCcher.example", EmailAddress, "stra\u00DFe@b\u00FCcher.example")]
    [InlineData("a\uFF20example.org", EmailAddress, "a\uFF20example.org")]
    [InlineData("Call 202-555-0143 now", PhoneNumber, "202-555-0143")]
    [InlineData("Call (202) 555-0143.", PhoneNumber, "(202) 555-0143")]
    [InlineData("Call +1-202-555-0143", PhoneNumber, "+1-202-555-0143")]
    [InlineData("Call 202.555.0143", PhoneNumber, "202.555.0143")]
    [InlineData("Call 2025550143", PhoneNumber, "2025550143")]
    [InlineData("Call 202\u2011555\u20110143", PhoneNumber, "202\u2011555\u20110143")]
    [InlineData("His number is 123-45-6789.", SocialSecurityNumber, "123-45-6789")]
    [InlineData("123 45 6789", SocialSecurityNumber, "123 45 6789")]
    [InlineData("SSN: 123456789", SocialSecurityNumber, "123456789")]
    [InlineData("Social Security number 123456789", SocialSecurityNumber, "123456789")]
    [InlineData("665-01-0001 899-99-9999", SocialSecurityNumber, "665-01-0001", "899-99-9999")]
    [InlineData("Card 4111 1111 1111 1111 was used", PaymentCardNumber, "4111 1111 1111 1111")]
    [InlineData("5555-5555-5555-4444", PaymentCardNumber, "5555-5555-5555-4444")]
    [InlineData("378282246310005", PaymentCardNumber, "378282246310005")]
    [InlineData("6011111111111117", PaymentCardNumber, "6011111111111117")]
    [InlineData("2223003122003222", PaymentCardNumber, "2223003122003222")]
    [InlineData("4111 1111 1111 1111 12/27", PaymentCardNumber, "4111 1111 1111 1111")]
    [InlineData("4111 1111 1111 1111\n123", PaymentCardNumber, "4111 1111 1111 1111")]
    [InlineData("No. 12 4111111111111111 737", PaymentCardNumber, "4111111111111111")]
    [InlineData("4111-1111-\r\n1111-1111", PaymentCardNumber, "4111-1111-\r\n1111-1111")]
    [InlineData("4111 1111\n1111 1111", PaymentCardNumber, "4111 1111\n1111 1111")]
    [InlineData("123-45-\r\n6789", SocialSecurityNumber, "123-45-\r\n6789")]
    [InlineData("\uFF11\uFF12\uFF13-\uFF14\uFF15-6789", SocialSecurityNumber, "\uFF11\uFF12\uFF13-\uFF14\uFF15-6789")]
    [InlineData("\u0661\u0662\u0663-45-6789", SocialSecurityNumber, "\u0661\u0662\u0663-45-6789")]
    [InlineData("\U0001D7D9\U0001D7DA3-45-6789", SocialSecurityNumber, "\U0001D7D9\U0001D7DA3-45-6789")]
    [InlineData("\u202A123\u202C-45-6789", SocialSecurityNumber, "123\u202C-45-6789")]
    [InlineData("(202) 555-\n0143", PhoneNumber, "(202) 555-\n0143")]
    [InlineData("s\u043Emeone@ex\u0430mple.org", EmailAddress, "s\u043Emeone@ex\u0430mple.org")]
    [InlineData("someone\uFE6Bexample\uFF0Eorg", EmailAddress, "someone\uFE6Bexample\uFF0Eorg")]
    public void It_is_found_in_its_place(string text, object kind, params string[] found) => Assert.Equal(
        found.Select(value => ((PersonalInformationKind)kind, value)),
        PersonalInformation.Find(text).Select(item =>
            (item.Kind, text.Substring(item.Span.Start, item.Span.Length))));

    [Theory]
    [InlineData("someone@localhost")]
    [InlineData("@example.org")]
    [InlineData("a@b..example")]
    // Area and exchange begin with 2 to 9, and end in no 11.
    [InlineData("102-555-0143")]
    [InlineData("202-155-0143")]
    [InlineData("911-555-0143")]
    [InlineData("202-911-0143")]
    [InlineData("12202-555-01434")]
    [InlineData("9-1-1")]
    // Never issued, or withdrawn.
    [InlineData("000-12-3456")]
    [InlineData("666-12-3456")]
    [InlineData("900-12-3456")]
    [InlineData("999-12-3456")]
    [InlineData("123-00-4567")]
    [InlineData("123-45-0000")]
    [InlineData("078-05-1120")]
    [InlineData("219-09-9999")]
    [InlineData("123-45 6789")]
    [InlineData("123456789")]
    [InlineData("2026-12-3456")]
    // The check digit is wrong, or the length is no card's.
    [InlineData("4111 1111 1111 1112")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("41111111111111111111")]
    [InlineData("3714496353984310")]
    [InlineData("On 2026-11-22 at 10:15 the level was 12.75.")]
    [InlineData("")]
    public void What_cannot_be_it_is_left_alone(string text) => Assert.Empty(PersonalInformation.Find(text));

    [Fact]
    public void One_place_is_one_kind_and_places_are_in_order()
    {
        const string text = "4111111111111111, 123-45-6789, 202-555-0143, a@example.org";
        Assert.Equal(
            [PaymentCardNumber, SocialSecurityNumber, PhoneNumber, EmailAddress],
            PersonalInformation.Find(text).Select(item => item.Kind));
    }

    [Fact]
    public void Places_count_what_is_not_seen()
    {
        const string text = "\U0001F4DE\u200B 202\u200B-555-0143";
        var (_, span) = Assert.Single(PersonalInformation.Find(text));
        Assert.Equal("202\u200B-555-0143", text.Substring(span.Start, span.Length));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("(")]
    [InlineData(" ")]
    [InlineData("SSN ")]
    [InlineData("TOP ")]
    [InlineData("S//")]
    [InlineData("\n(")]
    public void The_longest_texts_of_any_shape_are_read_through(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        Assert.Empty(PersonalInformation.Find(text));
        Assert.Empty(ClassifiedText.Find(text));
    }
}
