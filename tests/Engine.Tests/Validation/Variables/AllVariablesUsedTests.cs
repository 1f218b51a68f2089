using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Tests.Validation.Variables;

public sealed class AllVariablesUsedTests() : RuleTest(context => new AllVariablesUsed(context))
{
    [Fact]
    public void Any_use_counts_also_in_fragments_values_and_directives() => Valid(
        "query ($a: I, $b: I, $c: I, $d: I) @tag(name: $d) { f(x: [{ y: $a }]) ... @include(if: $b) { ...F } }"
        + " fragment F on Q { f @skip(if: $c) ...F }");

    [Fact]
    public void Unused_ones_are_refused() => Invalid(
        "query A($a: I, $b: I, $c: I) { f(x: $a) ...F }\nquery ($a: I) { ...F }\nfragment F on Q { f(x: $b) }",
        ("Variable \"$c\" is never used in operation \"A\".", [(1, 23)]),
        ("Variable \"$a\" is never used.", [(2, 8)]));
}
