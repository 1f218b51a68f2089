using GraphApi.Engine.Validation.Values;

namespace GraphApi.Engine.Tests.Validation.Values;

public sealed class InputObjectRequiredFieldsTests() : RuleTest(context => new InputObjectRequiredFields(context))
{
    [Fact]
    public void Optional_fields_and_those_with_a_default_may_be_left_out() => Valid(
        "{ arguments { emailArg(emailArg: { user: \"a\", port: null }) } findDog(searchBy: {}) { name } }");

    [Fact]
    public void Each_missing_one_is_named() => Invalid(
        "query ($a: [Email] = { port: 1 }) { arguments { emailArg(emailArg: {}) } findOwner(by: { email: { user: "
            + "\"x\" } }) { name } }",
        ("Field \"Email.user\" of required type \"String!\" was not provided.", [(1, 22)]),
        ("Field \"Email.user\" of required type \"String!\" was not provided.", [(1, 68)]),
        ("Field \"Email.port\" of required type \"Int!\" was not provided.", [(1, 68)]),
        ("Field \"Email.port\" of required type \"Int!\" was not provided.", [(1, 97)]));
}
