using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueOperationTypesTests : SchemaRuleTest
{
    [Fact]
    public void An_operation_has_one_root() => InvalidAt(
        "schema { query: Query query: Query } extend schema { query: Query }",
        ("schema", "There can be only one query type in schema.", "1:10 1:23"),
        ("schema", "There can be only one query type in schema.", "1:10 1:54"));

    [Fact]
    public void Two_operations_in_two_places_are_two() => Valid(
        "schema { query: Query } extend schema { mutation: M } type M { a: Int }");
}
