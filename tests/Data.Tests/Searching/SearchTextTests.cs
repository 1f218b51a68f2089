using GraphApi.Data.Searching;
using GraphApi.Engine.Errors;

namespace GraphApi.Data.Tests.Searching;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("water outage", "water|outage")]
    [InlineData("  Water,\twater WATER ", "water")]
    [InlineData("\"Remote Access\"", "=remote access")]
    [InlineData("\u201Cremote access\u201D", "=remote access")]
    [InlineData("\"not closed", "=not closed")]
    [InlineData("\"a\"b\"c\"", "=a|b|=c")]
    [InlineData("vulnerab*", "=vulnerab*")]
    [InlineData("\"remote acc\"*", "=remote acc*")]
    [InlineData("\"remote acc*\"", "=remote acc")]
    [InlineData("water -exercise -\"remote access\" -ex*", "water|-exercise|-=remote access|-=ex*")]
    [InlineData("--water - -- outage-", "outage|-water")]
    [InlineData("spear-phishing", "spear phishing")]
    [InlineData("EFC-02-2026-A5FCRUF", "efc 02 2026 a5fcruf #EFC-02-2026-A5FCRUF")]
    [InlineData("EFC-02-2*", "=efc 02 2* #EFC-02-2")]
    [InlineData("(efc-02-*", "=efc 02* #efc-02")]
    [InlineData("-EFC-02-2026", "outage|-efc 02 2026", "outage ")]
    [InlineData("the attack on the water", "attack|water")]
    [InlineData("the of", "the|of")]
    [InlineData("\"the\" water -of", "=the|water")]
    [InlineData("water AND outage OR NEAR(a b, 3) {x} ^y text:z", "water|outage|near a|b|3|x|y|text z")]
    [InlineData("!@#$%^&*()_+ | <-> :*A ' \\ ; x", "x", "")]
    [InlineData("\"\" \" \" -\"\" x", "x")]
    public void A_text_is_read_as_terms(string text, string terms, string before = "") =>
        Assert.Equal(terms, SearchText.Read(before + text).ToString().Replace('\n', '|'));

    [Theory]
    [InlineData("", "The search text has no word to look for. Write one with letters or digits.")]
    [InlineData(
        " \"\" - * !? \uD83D\uDE92 \0",
        "The search text has no word to look for. Write one with letters or digits.")]
    [InlineData("-the", "The search text has no word to look for. Write one with letters or digits.")]
    [InlineData("-water", "The search text only excludes. Add a word that is to be found.")]
    [InlineData("w*", "Before a * must stand at least 2 letters or digits.")]
    [InlineData("water -w*", "Before a * must stand at least 2 letters or digits.")]
    [InlineData(
        "b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 -b11",
        "The search text has more than 10 words and phrases. Look for fewer.")]
    public void A_text_that_looks_for_nothing_or_too_much_is_refused(string text, string message) =>
        Refused(text, message);

    [Fact]
    public void A_text_a_phrase_and_a_word_are_bounded()
    {
        Assert.Equal(new string('x', 128), SearchText.Read(new string('x', 128)).ToString());
        Refused(new string('x', 129), "A word is longer than 128 characters. Write its beginning and a *.");
        Refused(new string(' ', 501), "The search text is longer than 500 characters. Look for fewer words.");
        Refused(new string('a', 10_000), "The search text is longer than 500 characters. Look for fewer words.");
        Refused(
            $"\"{string.Join(' ', Enumerable.Range(0, 31))}\"",
            "A phrase has more than 30 words. Look for a shorter one.");
    }

    [Fact]
    public void Whatever_is_written_is_read_or_refused_with_the_code()
    {
        var random = new Random(4);
        char[] signs = [.. " \"-*'\\:&|!()<\0\u202E\uD83Dab1"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(random.GetItems(signs, random.Next(30)));
            try
            {
                foreach (var term in SearchText.Read(text).Sought)
                {
                    Assert.All(term.Words, word => Assert.All(word, c => Assert.True(char.IsAsciiLetterOrDigit(c))));
                }
            }
            catch (GraphQLException refused)
            {
                Assert.Equal(ErrorCode.SearchTextInvalid, refused.Error.Code);
            }
        }
    }

    static void Refused(string text, string message)
    {
        var error = Assert.Throws<GraphQLException>(() => SearchText.Read(text)).Error;
        Assert.Equal(ErrorCode.SearchTextInvalid, error.Code);
        Assert.Equal(message, error.Message);
    }
}
