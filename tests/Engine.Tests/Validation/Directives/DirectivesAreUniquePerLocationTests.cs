using GraphApi.Engine.Validation.Directives;

namespace GraphApi.Engine.Tests.Validation.Directives;

public sealed class DirectivesAreUniquePerLocationTests() : RuleTest(context =>
    new DirectivesAreUniquePerLocation(context))
{
    [Fact]
    public void Different_places_different_ones_and_repeatable_ones_are_fine() => Valid(
        "query @onQuery { dog @onField @skip(if: false) { name @onField @tag(name: \"a\") @tag(name: \"a\") } a: "
            + "dog @onField { name } }");

    [Fact]
    public void Unknown_ones_are_another_rule() => Valid("{ dog @a @a @secret @secret { name } }");

    [Fact]
    public void The_same_twice_is_refused() => Invalid(
        "query ($v: Boolean! @onVariableDefinition @onVariableDefinition) @onQuery @onQuery { dog @skip(if: $v) "
            + "@include(if: $v) @skip(if: $v) @skip(if: $v) { name } }",
        ("The directive \"@onVariableDefinition\" can only be used once at this location.", [(1, 21), (1, 43)]),
        ("The directive \"@onQuery\" can only be used once at this location.", [(1, 66), (1, 75)]),
        ("The directive \"@skip\" can only be used once at this location.", [(1, 90), (1, 121)]),
        ("The directive \"@skip\" can only be used once at this location.", [(1, 90), (1, 135)]));
}
