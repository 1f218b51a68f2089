using GraphApi.Engine.Tests.TypeSystem.Rules;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class LoneSchemaDefinitionTests : SchemaRuleTest
{
    [Fact]
    public void A_schema_is_defined_once_and_extended_as_often_as_one_likes()
    {
        Valid("directive @a repeatable on SCHEMA schema @a { query: Query } extend schema @a extend schema @a");
        InvalidAt(
            "schema { query: Query } schema { mutation: Query } schema { subscription: Query }",
            ("schema", "Must provide only one schema definition.", "1:25"),
            ("schema", "Must provide only one schema definition.", "1:52"));
    }
}
