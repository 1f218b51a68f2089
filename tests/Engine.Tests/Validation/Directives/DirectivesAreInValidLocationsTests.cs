using GraphApi.Engine.Validation.Directives;

namespace GraphApi.Engine.Tests.Validation.Directives;

public sealed class DirectivesAreInValidLocationsTests() : RuleTest(context =>
    new DirectivesAreInValidLocations(context))
{
    [Fact]
    public void Each_place_takes_its_own() => Valid(
        "query ($v: Int @onVariableDefinition) @onQuery { dog @onField { ...F @onFragmentSpread ... "
            + "@onInlineFragment { name } } }"
        + " mutation @onMutation { a } subscription @onSubscription { a }"
        + " fragment F on Dog @onFragmentDefinition { name @tag(name: \"x\") @unknown }");

    [Fact]
    public void And_no_other() => Invalid(
        "query ($v: Int @onField) @onMutation { dog @onQuery { ...F @onInlineFragment ... @onFragmentSpread { name "
            + "} } }"
        + " mutation @onSubscription { a } subscription @onQuery { a } fragment F on Dog @skip(if: true) { name "
            + "@oneOf }",
        ("Directive \"@onField\" may not be used on VARIABLE_DEFINITION.", [(1, 16)]),
        ("Directive \"@onMutation\" may not be used on QUERY.", [(1, 26)]),
        ("Directive \"@onQuery\" may not be used on FIELD.", [(1, 44)]),
        ("Directive \"@onInlineFragment\" may not be used on FRAGMENT_SPREAD.", [(1, 60)]),
        ("Directive \"@onFragmentSpread\" may not be used on INLINE_FRAGMENT.", [(1, 82)]),
        ("Directive \"@onSubscription\" may not be used on MUTATION.", [(1, 122)]),
        ("Directive \"@onQuery\" may not be used on SUBSCRIPTION.", [(1, 157)]),
        ("Directive \"@skip\" may not be used on FRAGMENT_DEFINITION.", [(1, 190)]),
        ("Directive \"@oneOf\" may not be used on FIELD.", [(1, 213)]));
}
