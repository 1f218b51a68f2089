using GraphApi.Engine.Planning;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Tests.Validation;

namespace GraphApi.Engine.Tests.Planning;

public sealed class PlanCacheTests
{
    [Fact]
    public void The_document_that_was_not_asked_for_again_leaves()
    {
        var cache = new PlanCache(2, maxWeight: 1_000, heaviest: 1_000);
        cache.Add("a", Document());
        cache.Add("b", Document());
        Assert.NotNull(cache.Find("a"));
        cache.Add("c", Document());
        Assert.Equal([true, false, true], new[] { "a", "b", "c" }.Select(text => cache.Find(text) is not null));
    }

    [Fact]
    public void To_look_is_not_to_ask()
    {
        var cache = new PlanCache(2, maxWeight: 1_000, heaviest: 1_000);
        cache.Add("a", Document());
        cache.Add("b", Document());
        Assert.NotNull(cache.Find("a", isUse: false));
        cache.Add("c", Document());
        Assert.Equal([false, true, true], new[] { "a", "b", "c" }.Select(text => cache.Find(text) is not null));
    }

    [Fact]
    public void The_first_of_a_text_stays()
    {
        var cache = new PlanCache(10, maxWeight: 1_000, heaviest: 1_000);
        var first = Document(1);
        Assert.Same(first, cache.Add("a", first));
        Assert.Same(first, cache.Add("a", Document(2)));
        Assert.Same(first, cache.Find("a"));
        Assert.Equal((1, 1), (cache.Count, cache.Weight));
    }

    [Fact]
    public void It_never_holds_more_than_its_bound()
    {
        var cache = new PlanCache(10, maxWeight: 1_000, heaviest: 1_000);
        Parallel.For(0, 5_000, i => cache.Add("document " + i, Document()));
        Assert.Equal(10, cache.Count);
        Assert.Equal(10, Enumerable.Range(0, 5_000).Count(i => cache.Find("document " + i) is not null));
    }

    [Fact]
    public void It_never_holds_more_than_its_bound_in_weight()
    {
        var cache = new PlanCache(10, maxWeight: 100, heaviest: 60);
        cache.Add("a", Document(60));
        cache.Add("b", Document(40));
        Assert.Equal((2, 100), (cache.Count, cache.Weight));
        Assert.NotNull(cache.Find("a"));
        cache.Add("c", Document(1));
        Assert.Equal((2, 61), (cache.Count, cache.Weight));
        Assert.Null(cache.Find("b"));
        cache.Add("d", Document(61));
        Assert.Equal((2, 61), (cache.Count, cache.Weight));
        Assert.Null(cache.Find("d"));
    }

    [Fact]
    public void A_document_that_grows_makes_others_leave()
    {
        var cache = new PlanCache(10, maxWeight: 100, heaviest: 100);
        var document = new PlannedDocument(
            PetSchema.Schema,
            Tree.Parse("query A { dog { name } } query B { dog { name owner { name } } }"),
            new EngineOptions(),
            authorizer: null,
            weight: 30);
        cache.Add("old", Document(65));
        cache.Add("grows", document);
        Assert.NotNull(document.GetPlan("A").Plan);
        Assert.Equal((2, 97), (cache.Count, cache.Weight));
        Assert.NotNull(document.GetPlan("B").Plan);
        Assert.Equal((1, 36), (cache.Count, cache.Weight));
        Assert.NotNull(document.GetPlan("B").Plan);
        Assert.Equal(36, cache.Weight);
    }

    static PlannedDocument Document(int weight = 0) =>
        new(null!, new([], default), new EngineOptions(), authorizer: null, weight: weight);
}
