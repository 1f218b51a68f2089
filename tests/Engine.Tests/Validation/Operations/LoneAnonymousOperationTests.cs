using GraphApi.Engine.Validation.Operations;

namespace GraphApi.Engine.Tests.Validation.Operations;

public sealed class LoneAnonymousOperationTests() : RuleTest(context => new LoneAnonymousOperation(context))
{
    [Fact]
    public void An_anonymous_operation_may_stand_alone_and_with_fragments()
    {
        Valid("{ dog { name } }");
        Valid("{ ...F } fragment F on Query { dog { name } }");
        Valid("query A { dog { name } } query B { dog { name } }");
        Valid("fragment F on Query { dog { name } }");
    }

    [Fact]
    public void Two_anonymous_operations_are_not_allowed() => Invalid(
        "{ dog { name } }\n{ dog { name } }",
        ("This anonymous operation must be the only defined operation.", [(1, 1)]),
        ("This anonymous operation must be the only defined operation.", [(2, 1)]));

    [Fact]
    public void An_anonymous_operation_beside_a_named_one_is_not_allowed() => Invalid(
        "query A { dog { name } } mutation { adopt(name: \"x\") { name } }",
        "This anonymous operation must be the only defined operation.",
        (1, 26));
}
