using GraphApi.Engine.Planning;

namespace GraphApi.Engine.Tests.Planning;

public sealed class PlanCacheTests
{
    [Fact]
    public void The_document_unused_for_longest_leaves()
    {
        var cache = new PlanCache(2);
        cache.Add("a", Document());
        cache.Add("b", Document());
        Assert.NotNull(cache.Find("a"));
        cache.Add("c", Document());
        Assert.Equal([true, false, true], new[] { "a", "b", "c" }.Select(text => cache.Find(text) is not null));
    }

    [Fact]
    public void It_never_holds_more_than_its_bound()
    {
        var cache = new PlanCache(10);
        Parallel.For(0, 5_000, i => cache.Add("document " + i, Document()));
        Assert.True(cache.Count <= 10, $"{cache.Count} documents are kept.");
    }

    static PlannedDocument Document() => new(null!, new([], default), new EngineOptions(), null);
}
