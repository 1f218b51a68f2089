using GraphApi.Engine.Validation.Operations;

namespace GraphApi.Engine.Tests.Validation.Operations;

public sealed class OperationNameUniquenessTests() : RuleTest(context => new OperationNameUniqueness(context))
{
    [Fact]
    public void Different_names_and_no_names_are_fine()
    {
        Valid("query A { dog { name } } mutation B { adopt(name: \"x\") { name } }");
        Valid("{ dog { name } } { dog { name } }");
        Valid("query A { ...A } fragment A on Query { dog { name } }");
    }

    [Fact]
    public void A_name_is_used_once_whatever_the_operations_are() => Invalid(
        "query A { dog { name } }\nmutation A { adopt { name } }\nsubscription A { newMessage { body } }",
        ("There can be only one operation named \"A\".", [(1, 7), (2, 10)]),
        ("There can be only one operation named \"A\".", [(1, 7), (3, 14)]));
}
