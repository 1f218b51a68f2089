using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No operation has two root types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
sealed class UniqueOperationTypes : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var known = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var node in definitions.All.OfType<SchemaDefinitionNode>().SelectMany(schema => schema.OperationTypes))
        {
            if (!known.TryAdd(node.Operation, node))
            {
                var operation = node.Operation.ToString().ToLowerInvariant();
                errors.Add(
                    "schema", $"There can be only one {operation} type in schema.", known[node.Operation], node);
            }
        }
    }
}
