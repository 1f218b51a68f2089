using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class UniqueDirectivesPerLocationTests : SchemaRuleTest
{
    [Fact]
    public void A_directive_stands_once_where_it_is_not_repeatable() => InvalidAt(
        "type T { a: Int @deprecated @deprecated(reason: \"x\") b: Int @deprecated }",
        ("T.a", "The directive \"@deprecated\" can only be used once at this location.", "1:17 1:29"));

    [Fact]
    public void A_definition_and_its_extensions_are_one_location() => InvalidAt(
        """
        directive @a on OBJECT | SCHEMA | SCALAR
        schema @a { query: Query } extend schema @a
        type T @a { x: Int } extend type T @a
        scalar S @a
        """,
        ("schema", "The directive \"@a\" can only be used once at this location.", "2:8 2:42"),
        ("T", "The directive \"@a\" can only be used once at this location.", "3:8 3:36"));

    [Fact]
    public void A_type_called_schema_is_not_the_schema() => Valid(
        "directive @a on OBJECT | SCHEMA extend schema @a type schema @a { x: Int }");
}
