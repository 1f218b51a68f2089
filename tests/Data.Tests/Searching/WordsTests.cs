using GraphApi.Data.Searching;

namespace GraphApi.Data.Tests.Searching;

public sealed class WordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Two words", "two|words")]
    [InlineData("spear-phishing (CVE-2026-1234)", "spear|phishing|cve|2026|1234")]
    [InlineData("https://example.org/path_to?x=1", "https|example|org|path|to|x|1")]
    [InlineData("don't \u201Cquote\u201D \u2014 or\u2026", "don|t|quote|or")]
    [InlineData("Bayam\u00F3n BAYAMO\u0301N", "bayamon|bayamon")]
    [InlineData("\u00D8re \u1EA0n x\u00B2", "\u00F8re|an|x")]
    [InlineData("\u041C\u043E\u0441\u043A\u0432\u0430 \u6771\u4EAC", "\u043C\u043E\u0441\u043A\u0432\u0430|\u6771\u4EAC")]
    [InlineData("a\0b\u200Fc\u202Ed\uD83D\uDE92e", "a|b|c|d|e")]
    [InlineData("x\uD83Dy\uDE92z\uFFFF", "x|y|z")]
    [InlineData("\u0301\u0301 \u00B4 !?", "")]
    public void A_text_is_its_runs_of_letters_and_digits(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words.Of(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_says_where_it_stands_with_its_accents()
    {
        const string Text = " Bayamo\u0301n, \uD83D\uDE92 \u1EA1n";
        Assert.Equal(
            ["Bayamo\u0301n", "\u1EA1n"],
            Words.Of(Text).Select(word => Text[word.Start..word.End]));
    }

    [Fact]
    public void Every_character_is_taken_alone_and_in_a_word()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var text = $"a{(char)value}b";
            var words = Words.Of(text);
            Assert.InRange(words.Count, 1, 2);
            Assert.Equal(0, words[0].Start);
            Assert.Equal(text.Length, words[^1].End);
        }
    }
}
