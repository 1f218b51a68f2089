namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>There is at most one schema definition.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
sealed class LoneSchemaDefinition : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var further in definitions.Schema.Where(schema => !schema.IsExtension).Skip(1))
        {
            errors.Add("schema", "Must provide only one schema definition.", further);
        }
    }
}
