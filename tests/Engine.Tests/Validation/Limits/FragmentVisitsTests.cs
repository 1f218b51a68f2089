using GraphApi.Engine.Errors;
using GraphApi.Engine.Validation.Limits;

namespace GraphApi.Engine.Tests.Validation.Limits;

public sealed class FragmentVisitsTests : RuleTest
{
    public FragmentVisitsTests()
        : base(context => new FragmentVisits(context))
    {
        Options = new EngineOptions { MaxFragmentVisits = 6 };
    }

    [Fact]
    public void Spreads_count_as_often_as_they_are_followed()
    {
        Valid("{ ...A ...A } fragment A on Query { dog { ...B ...B } } fragment B on Dog { name }");
        Invalid(
            "query Q { ...A ...A ... { dog { ...B } } } fragment A on Query { dog { ...B ...B } } fragment B on Dog "
                + "{ name }",
            "Operation follows more than 6 fragment spreads. Spread fewer fragments within fragments.",
            (1, 1));
    }

    [Fact]
    public void Each_operation_counts_for_itself() => Valid(
        "query A { ...F ...F ...F ...F } query B { ...F ...F ...F ...F } fragment F on Query { a }");

    [Fact]
    public void Unknown_fragments_and_cycles_end() =>
        Valid("{ ...A ...Missing } fragment A on Query { ...A ...B } fragment B on Query { ...A }");

    [Fact]
    public void Nesting_through_fragments_is_bounded() => Invalid(
        "{ a }\nfragment A on Q { ...B }\nfragment B on Q { ...C }\nfragment C on Q { a { b { c { d { e } } } } }",
        "Document nests more than 6 levels deep through its fragments. Spread fewer fragments within fragments.",
        (4, 33));

    [Fact]
    public void A_bomb_of_doubling_fragments_is_refused_at_once()
    {
        var bomb = "{ ...F0 } fragment F100 on Query { a } "
            + string.Concat(Enumerable.Range(0, 100).Select(i =>
                $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} "));
        var error = Assert.Single(new WithDefaults().Find(bomb));
        Assert.Equal(
            ("Operation follows more than 1000 fragment spreads. Spread fewer fragments within fragments.",
                ErrorCode.DocumentTooComplex),
            (error.Message, error.Code));
    }

    [Fact]
    public void A_chain_of_many_fragments_does_not_overflow()
    {
        var chain = "{ ...F0 } "
            + string.Concat(Enumerable.Range(0, 100_000).Select(i =>
                $"fragment F{i} on Query {{ a {{ ...F{i + 1} }} }} "));
        Assert.Equal(ErrorCode.DocumentTooComplex, Assert.Single(new WithDefaults().Find(chain)).Code);
    }

    sealed class WithDefaults() : RuleTest(context => new FragmentVisits(context))
    {
        public IReadOnlyList<GraphQLError> Find(string document) => Errors(document);
    }
}
