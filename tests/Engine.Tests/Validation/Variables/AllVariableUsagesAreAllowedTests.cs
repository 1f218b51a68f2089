using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Tests.Validation.Variables;

public sealed class AllVariableUsagesAreAllowedTests() : RuleTest(context => new AllVariableUsagesAreAllowed(context))
{
    [Theory]
    [InlineData("$v: Boolean", "booleanArg(booleanArg: $v)")]
    [InlineData("$v: Boolean!", "booleanArg(booleanArg: $v)")]
    [InlineData("$v: Boolean!", "nonNullBooleanArg(nonNullBooleanArg: $v)")]
    [InlineData("$v: Boolean = true", "nonNullBooleanArg(nonNullBooleanArg: $v)")]
    [InlineData("$v: Boolean", "optionalNonNullBooleanArg(optionalBooleanArg: $v)")]
    [InlineData("$v: [Boolean]!", "booleanListArg(booleanListArg: $v)")]
    [InlineData("$v: [Boolean!]!", "booleanListArg(booleanListArg: $v)")]
    [InlineData("$v: [Boolean] = []", "booleanListArg(booleanListArg: $v)")]
    [InlineData("$v: Boolean", "booleanListArg(booleanListArg: [true, $v])")]
    [InlineData("$v: [Boolean!]", "nonNullBooleanListArg(nonNullBooleanListArg: $v)")]
    [InlineData("$v: String!", "emailArg(emailArg: { user: $v, port: 1 })")]
    [InlineData("$v: String", "emailArg(emailArg: { user: \"x\", port: 1, host: $v })")]
    [InlineData("$v: Missing", "booleanArg(booleanArg: $v)")]
    [InlineData("$v: Int", "unknown(x: $v) booleanArg(unknown: $v)")]
    [InlineData("$v: [[Int!]!]", "intListArg(intListArg: $v)")]
    public void A_type_that_fits_is_fine(string variable, string field) =>
        Valid($"query ({variable}) {{ arguments {{ {field} }} }}");

    [Theory]
    [InlineData("$v: Int", "booleanArg(booleanArg: $v)", "Int", "Boolean")]
    [InlineData("$v: Boolean", "nonNullBooleanArg(nonNullBooleanArg: $v)", "Boolean", "Boolean!")]
    [InlineData("$v: Boolean = null", "nonNullBooleanArg(nonNullBooleanArg: $v)", "Boolean", "Boolean!")]
    [InlineData("$v: Int = 1", "nonNullBooleanArg(nonNullBooleanArg: $v)", "Int", "Boolean!")]
    [InlineData("$v: Int", "optionalNonNullBooleanArg(optionalBooleanArg: $v)", "Int", "Boolean!")]
    [InlineData("$v: [Boolean]", "booleanArg(booleanArg: $v)", "[Boolean]", "Boolean")]
    [InlineData("$v: Boolean", "booleanListArg(booleanListArg: $v)", "Boolean", "[Boolean]!")]
    [InlineData("$v: [Boolean]", "booleanListArg(booleanListArg: $v)", "[Boolean]", "[Boolean]!")]
    [InlineData("$v: [Boolean]", "nonNullBooleanListArg(nonNullBooleanListArg: $v)", "[Boolean]", "[Boolean!]")]
    [InlineData("$v: [Boolean]!", "nonNullBooleanListArg(nonNullBooleanListArg: $v)", "[Boolean]!", "[Boolean!]")]
    [InlineData("$v: Boolean", "nonNullBooleanListArg(nonNullBooleanListArg: [$v])", "Boolean", "Boolean!")]
    [InlineData("$v: Int", "floatArg(floatArg: $v)", "Int", "Float")]
    [InlineData("$v: String", "emailArg(emailArg: { user: $v, port: 1 })", "String", "String!")]
    [InlineData("$v: [Int]", "intListArg(intListArg: $v)", "[Int]", "[[Int]]")]
    public void A_type_that_does_not_is_refused(string variable, string field, string type, string expected)
    {
        var document = $"query ({variable}) {{ arguments {{ {field} }} }}";
        Invalid(
            document,
            $"Variable \"$v\" of type \"{type}\" used in position expecting type \"{expected}\".",
            (1, 8),
            (1, document.LastIndexOf("$v", StringComparison.Ordinal) + 1));
    }

    [Fact]
    public void Uses_in_fragments_are_judged_by_each_operation() => Invalid(
        "query A($v: Int) { ...F }\nquery B($v: Boolean!) { ...F }\nfragment F on Query { arguments { "
            + "booleanArg(booleanArg: $v) } dog @skip(if: $v) { name } }",
        ("Variable \"$v\" of type \"Int\" used in position expecting type \"Boolean\".", [(1, 9), (3, 58)]),
        ("Variable \"$v\" of type \"Int\" used in position expecting type \"Boolean!\".", [(1, 9), (3, 78)]));

    [Fact]
    public void The_field_of_a_OneOf_takes_a_variable_that_is_never_null()
    {
        Valid("query ($v: ID!) { findOwner(by: { id: $v }) { name } }");
        Valid("query ($v: OwnerSelector) { findOwner(by: $v) { name } }");
        Invalid(
            "query ($v: ID = 1) { findOwner(by: { id: $v }) { name } }",
            "Variable \"$v\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object "
                + "\"OwnerSelector\".",
            (1, 8),
            (1, 42));
    }
}
