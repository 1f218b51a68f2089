using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>The documents of a schema hold no operations and no fragments.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#TypeSystemExtensionDocument"/>
sealed class TypeSystemDefinitionsOnly : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var definition in definitions.All)
        {
            if (definition is OperationDefinitionNode or FragmentDefinitionNode)
            {
                errors.Add("schema", "A schema holds no operations and no fragments.", definition);
            }
        }
    }
}
