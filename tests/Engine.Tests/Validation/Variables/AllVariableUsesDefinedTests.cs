using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Tests.Validation.Variables;

public sealed class AllVariableUsesDefinedTests() : RuleTest(context => new AllVariableUsesDefined(context))
{
    [Fact]
    public void Variables_are_defined_by_every_operation_that_reaches_the_use() => Valid(
        "query A($a: Int) { ...F } query B($a: Int) { x { ...G } } fragment F on Q { f { ...G } } fragment G on Q { "
            + "g(a: $a) ...F }");

    [Fact]
    public void A_fragment_that_no_operation_reaches_is_not_looked_at() => Valid("{ a } fragment F on Q { f(a: $a) }");

    [Fact]
    public void Undefined_ones_are_refused_wherever_they_are_used() => Invalid(
        "query A($a: Int) { f(x: $a, y: $b, z: { k: [$c] }) @skip(if: $d) { g @include(if: $A) } }",
        ("Variable \"$b\" is not defined by operation \"A\".", [(1, 32), (1, 1)]),
        ("Variable \"$c\" is not defined by operation \"A\".", [(1, 45), (1, 1)]),
        ("Variable \"$d\" is not defined by operation \"A\".", [(1, 62), (1, 1)]),
        ("Variable \"$A\" is not defined by operation \"A\".", [(1, 83), (1, 1)]));

    [Fact]
    public void An_operation_without_a_name_is_not_named() =>
        Invalid("{ f(x: $a) }", "Variable \"$a\" is not defined.", (1, 8), (1, 1));

    [Fact]
    public void Through_fragments_each_operation_answers_for_itself() => Invalid(
        "query A($a: Int) { ...F }\nquery B($b: Int) { ...F }\nfragment F on Q { ...G }\nfragment G on Q { g(a: $a) "
            + "@include(if: $b) }",
        ("Variable \"$b\" is not defined by operation \"A\".", [(4, 41), (1, 1)]),
        ("Variable \"$a\" is not defined by operation \"B\".", [(4, 24), (2, 1)]));
}
