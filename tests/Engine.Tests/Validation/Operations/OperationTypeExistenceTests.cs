using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation.Operations;

namespace GraphApi.Engine.Tests.Validation.Operations;

public sealed class OperationTypeExistenceTests : RuleTest
{
    public OperationTypeExistenceTests()
        : base(context => new OperationTypeExistence(context))
    {
        Schema = new SchemaBuilder().AddSdl("queries", "type Query { a: Int }").AllowUnbound().Build();
    }

    [Fact]
    public void A_query_is_always_there() => Valid("{ a } query Q { a }");

    [Fact]
    public void An_operation_without_root_type_is_not_supported() => Invalid(
        "mutation { a }\nsubscription S { a }",
        ("The mutation operation is not supported by the schema.", [(1, 1)]),
        ("The subscription operation is not supported by the schema.", [(2, 1)]));
}
