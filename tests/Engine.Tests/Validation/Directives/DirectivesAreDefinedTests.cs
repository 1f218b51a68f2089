using GraphApi.Engine.Validation.Directives;

namespace GraphApi.Engine.Tests.Validation.Directives;

public sealed class DirectivesAreDefinedTests() : RuleTest(context => new DirectivesAreDefined(context))
{
    [Fact]
    public void Directives_of_the_schema_and_built_in_ones_are_known() =>
        Valid("query @onQuery { dog @include(if: true) { ... @skip(if: false) @onField { name } } }");

    [Fact]
    public void Unknown_ones_are_refused_everywhere() => Invalid(
        "query ($v: Int @a) @b { dog @c { ...F @d ... @e { name } } } fragment F on Dog @f { name @Skip(if: true) }",
        ("Unknown directive \"@a\".", [(1, 16)]),
        ("Unknown directive \"@b\".", [(1, 20)]),
        ("Unknown directive \"@c\".", [(1, 29)]),
        ("Unknown directive \"@d\".", [(1, 39)]),
        ("Unknown directive \"@e\".", [(1, 46)]),
        ("Unknown directive \"@f\".", [(1, 80)]),
        ("Unknown directive \"@Skip\".", [(1, 90)]));

    [Fact]
    public void A_directive_that_is_internal_is_unknown() =>
        Invalid("{ dog @secret { name } }", "Unknown directive \"@secret\".", (1, 7));
}
