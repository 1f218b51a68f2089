using GraphApi.Distribution.Demonstration;

namespace GraphApi.Distribution.Tests.Demonstration;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_first_row_of_each_set_has_the_identifier_it_always_had()
    {
        // Written down once: another .NET, another processor must come to the same, or tokens and bookmarks break.
        Assert.Equal("93fa8350-7999-4bc0-9b84-9eb60390b8e5", RowIds.Center(0).ToString());
    }

    [Fact]
    public void Numbers_are_spread_evenly_and_within_their_bounds()
    {
        var random = SeededRandom.For(1, RowKind.Product, 1);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            counts[random.Below(10)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void Identifiers_are_of_version_4_and_rows_do_not_share_them()
    {
        var ids = Enumerable.Range(0, 10_000).Select(index => RowIds.Of(RowKind.Portion, index)).ToList();
        Assert.Equal(10_000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal((4, true), (id.Version, id.Variant is >= 8 and <= 11)));
    }
}
