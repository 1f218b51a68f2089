namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class RootOperationTypesTests : SchemaRuleTest
{
    [Fact]
    public void Roots_are_found_by_name_or_by_the_schema_definition()
    {
        Valid("type Mutation { a: Int } type Subscription { a: Int }");
        Valid("schema { query: Q mutation: M } type Q { a: Int } type M { a: Int }");
    }

    [Fact]
    public void There_must_be_a_query_type()
    {
        InvalidSchema("type A { a: Int }", ("schema", "Query root type must be provided."));
        InvalidSchema("interface Query { a: Int }", ("schema", "Query root type must be provided."));
        InvalidSchema(
            "schema { mutation: M } type M { a: Int } type Query { a: Int }",
            ("schema", "Query root type must be provided."));
    }

    [Fact]
    public void A_root_is_an_object_type() => Invalid(
        "schema { query: Query mutation: M } input M { a: Int }",
        ("schema", "Mutation root type must be an object type, it cannot be M."));

    [Fact]
    public void Roots_are_different_types() => Invalid(
        "schema { query: Query mutation: Query }",
        ("schema", "All root types must be different, \"Query\" is that of mutation and query."));

    [Fact]
    public void An_operation_has_one_root() => Invalid(
        "schema { query: Query } extend schema { query: Query }",
        ("schema", "There can be only one query type."));

    [Fact]
    public void A_root_that_is_nowhere_is_told() => Invalid(
        "schema { query: Query mutation: Nowhere }",
        ("schema", "Unknown type \"Nowhere\"."),
        ("schema", "Mutation root type must be an object type, it cannot be Nowhere."));
}
