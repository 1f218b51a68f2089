using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>There is a query type, root types are object types, and no type is the root of two operations.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
sealed class RootOperationTypes : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        if (!schema.RootTypes.ContainsKey(OperationType.Query))
        {
            var definition = schema.Definitions.FirstOrDefault(node => !node.IsExtension);
            errors.Add("schema", "Query root type must be provided.", definition);
        }

        foreach (var (operation, type) in schema.RootTypes.OrderBy(root => root.Key))
        {
            if (type is not ObjectType)
            {
                var optional = operation == OperationType.Query ? string.Empty : " if provided";
                errors.Add(
                    "schema",
                    $"{operation} root type must be Object type{optional}, it cannot be {type}.",
                    NodeOf(schema, operation)?.Type ?? (SyntaxNode)type.Definitions[0]);
            }
        }

        foreach (var roots in schema.RootTypes.GroupBy(root => root.Value, root => root.Key))
        {
            OperationType[] operations = [.. roots.Order()];
            if (operations.Length > 1)
            {
                var names = string.Join(" and ", operations.Select(root => root.ToString().ToLowerInvariant()));
                errors.Add(
                    "schema",
                    $"All root types must be different, \"{roots.Key}\" type is used as {names} root types.",
                    [.. operations.Select(operation => NodeOf(schema, operation)?.Type)]);
            }
        }
    }

    static OperationTypeDefinitionNode? NodeOf(SchemaDraft schema, OperationType operation) =>
        schema.Definitions.SelectMany(node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation);
}
