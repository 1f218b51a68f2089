using GraphApi.Engine.Language;

namespace GraphApi.Engine.Tests.Language;

public sealed class NameSuggestionsTests
{
    static string For(string name, params string[] known) => NameSuggestions.For(name, known);

    [Fact]
    public void Nothing_alike_suggests_nothing()
    {
        Assert.Equal("", For("dog"));
        Assert.Equal("", For("dog", "elephant", "", "dogdogdog"));
    }

    [Fact]
    public void The_closest_come_first_and_the_same_distance_by_name() => Assert.Equal(
        " Did you mean \"Name\", \"game\", \"nam\", or \"names2\"?",
        For("name", "zzzz", "names2", "nam", "game", "Name"));

    [Fact]
    public void At_most_five_are_named() => Assert.Equal(
        " Did you mean \"a1\", \"a2\", \"a3\", \"a4\", or \"a5\"?",
        For("a", "a7", "a6", "a5", "a4", "a3", "a2", "a1"));

    [Fact]
    public void A_number_in_a_name_counts_as_one() => Assert.Equal(
        " Did you mean \"f1\", \"f2\", \"f9\", \"f10\", or \"f11\"?",
        For("fff", "f11", "f9", "f2", "f10", "f1"));

    [Fact]
    public void Swapped_letters_and_another_case_are_one_step()
    {
        Assert.Equal(" Did you mean \"ab\"?", For("ba", "ab"));
        Assert.Equal(" Did you mean \"BARKVOLUME\"?", For("barkvolume", "BARKVOLUME"));
    }

    [Fact]
    public void A_very_long_name_costs_nothing()
    {
        var name = new string('x', 100_000);
        var known = Enumerable.Range(0, 100).Select(i => $"x{i}").Append(name + "y").Append(name[..^1]).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("", For(name, known));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, name.Length);
    }
}
