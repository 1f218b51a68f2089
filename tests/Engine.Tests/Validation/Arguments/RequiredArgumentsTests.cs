using GraphApi.Engine.Validation.Arguments;

namespace GraphApi.Engine.Tests.Validation.Arguments;

public sealed class RequiredArgumentsTests() : RuleTest(context => new RequiredArguments(context))
{
    [Fact]
    public void Optional_arguments_and_those_with_a_default_may_be_left_out() => Valid(
        "{ arguments { booleanArg optionalNonNullBooleanArg multipleRequirements(y: 1, x: 2) } dog { name "
            + "@tag(name: \"a\") } }");

    [Fact]
    public void Unknown_fields_and_directives_have_none() => Valid("{ unknown @unknown dog { unknown } }");

    [Fact]
    public void A_null_or_a_variable_counts_as_given() =>
        Valid("query ($a: Boolean) { arguments { a: nonNullBooleanArg(nonNullBooleanArg: null) b: "
            + "nonNullBooleanArg(nonNullBooleanArg: $a) } }");

    [Fact]
    public void Each_missing_one_is_named() => Invalid(
        "{ arguments { multipleRequirements booleanListArg } __type { name } }",
        ("Field \"multipleRequirements\" argument \"x\" of type \"Int!\" is required, but it was not provided.",
            [(1, 15)]),
        ("Field \"multipleRequirements\" argument \"y\" of type \"Int!\" is required, but it was not provided.",
            [(1, 15)]),
        ("Field \"booleanListArg\" argument \"booleanListArg\" of type \"[Boolean]!\" is required, but it was not "
            + "provided.",
            [(1, 36)]),
        ("Field \"__type\" argument \"name\" of type \"String!\" is required, but it was not provided.", [(1, 53)]));

    [Fact]
    public void Of_directives_too() => Invalid(
        "query @tag { dog @skip { name } }",
        ("Directive \"@tag\" argument \"name\" of type \"String!\" is required, but it was not provided.", [(1, 7)]),
        ("Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.", [(1, 18)]));
}
