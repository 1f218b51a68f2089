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
        InvalidSchema(
            "extend schema { mutation: M } type M { a: Int }",
            ("schema", "Query root type must be provided."));
        InvalidSchema(
            "schema { mutation: M } type M { a: Int } type Query { a: Int }",
            ("schema", "Query root type must be provided."));
    }

    [Fact]
    public void A_root_is_an_object_type_be_it_one_by_name()
    {
        InvalidAt(
            "schema { query: Query mutation: M } input M { a: Int }",
            ("schema", "Mutation root type must be Object type if provided, it cannot be M.", "1:33"));
        InvalidSchema(
            "interface Query { a: Int }",
            ("schema", "Query root type must be Object type, it cannot be Query."));
        Invalid(
            "enum Subscription { A }",
            ("schema", "Subscription root type must be Object type if provided, it cannot be Subscription."));
    }

    [Fact]
    public void Roots_are_different_types() => Invalid(
        "schema { query: Query mutation: Query }",
        ("schema", "All root types must be different, \"Query\" type is used as query and mutation root types."));

    [Fact]
    public void An_extension_alone_adds_roots_to_those_that_have_their_names() =>
        Valid("extend schema { mutation: M } type M { a: Int } type Subscription { a: Int }");
}
