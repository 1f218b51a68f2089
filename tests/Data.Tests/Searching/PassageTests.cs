using GraphApi.Data.Searching;

namespace GraphApi.Data.Tests.Searching;

public sealed class PassageTests
{
    [Theory]
    [InlineData("outages", "An outage, OUTAGES and outaged.", "An [outage], [OUTAGES] and [outaged].")]
    [InlineData("\"outage\"", "An outage, outages.", "An [outage], outages.")]
    [InlineData("out*", "An outage, out.", "An [outage], [out].")]
    [InlineData("\"remote access\" water", "remote water, remote access", "remote [water], [remote] [access]")]
    [InlineData("spear-phishing", "Spear phishing; phishing", "[Spear] [phishing]; phishing")]
    [InlineData("bayamon", "In Bayamo\u0301n.", "In [Bayamo\u0301n].")]
    [InlineData("nothing", "Something <b>else</b>", "Something <b>else</b>")]
    [InlineData("x", "", "")]
    [InlineData("x", "!?", "!?")]
    public void What_is_found_is_pointed_at(string sought, string text, string marked) =>
        Assert.Equal(marked, Marked(Passage.Of(text, SearchText.Read(sought))));

    [Fact]
    public void The_passage_is_where_the_most_is_found_and_begins_and_ends_with_whole_words()
    {
        var text = "Alpha. " + Repeat("filler ", 80) + "alpha beta gamma. " + Repeat("more ", 80);
        var passage = Passage.Of(text, SearchText.Read("alpha beta gamma"));

        Assert.Equal(text.IndexOf("alpha beta", StringComparison.Ordinal) - (8 * "filler ".Length), passage.Start);
        Assert.Equal(passage.Text, text.Substring(passage.Start, passage.Text.Length));
        Assert.StartsWith("filler filler", passage.Text, StringComparison.Ordinal);
        Assert.EndsWith("more", passage.Text, StringComparison.Ordinal);
        Assert.InRange(passage.Text.Length, Passage.Length - "filler ".Length, Passage.Length);
        Assert.Equal(["alpha", "beta", "gamma"], Found(passage));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    [InlineData(1_000)]
    public void No_character_is_cut_in_two(int before)
    {
        var engines = Repeat("\uD83D\uDE92", before) + " word " + Repeat("\uD83D\uDE92", 1_001);
        var passage = Passage.Of(engines, SearchText.Read("word"));

        Assert.Equal(["word"], Found(passage));
        Assert.False(char.IsLowSurrogate(passage.Text[0]));
        Assert.False(char.IsHighSurrogate(passage.Text[^1]));
        Assert.InRange(passage.Text.Length, 1, Passage.Length + 4);
    }

    [Fact]
    public void A_word_longer_than_a_passage_is_shown_whole()
    {
        var word = new string('x', 1_000);
        var passage = Passage.Of($"before {word} after", SearchText.Read("xx*"));
        Assert.Equal($"before {word}", passage.Text);
        Assert.Equal([new PassageRange(7, 1_000)], passage.Ranges);
    }

    [Fact]
    public void Every_passage_is_a_part_of_its_text_with_ranges_in_order()
    {
        var random = new Random(4);
        string[] parts = ["water ", "outage. ", "the ", "\uD83D\uDE92", "-", "Bayamo\u0301n ", new('y', 50), "\n\n"];
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(random.GetItems(parts, random.Next(120)));
            var passage = Passage.Of(text, SearchText.Read("water \"outage the\" bayamon yy* -z"));

            Assert.Equal(text.Substring(passage.Start, passage.Text.Length), passage.Text);
            var at = 0;
            foreach (var range in passage.Ranges)
            {
                Assert.InRange(range.Start, at, passage.Text.Length);
                at = range.Start + range.Length;
                Assert.InRange(at, range.Start + 1, passage.Text.Length);
            }
        }
    }

    static string Marked(Passage passage)
    {
        var text = passage.Text;
        foreach (var range in passage.Ranges.Reverse())
        {
            text = text.Insert(range.Start + range.Length, "]").Insert(range.Start, "[");
        }

        return text;
    }

    static IEnumerable<string> Found(Passage passage) =>
        passage.Ranges.Select(range => passage.Text.Substring(range.Start, range.Length));

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
