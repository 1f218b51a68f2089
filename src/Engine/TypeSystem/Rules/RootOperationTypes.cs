using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>There is a query type, and no type is the root of two operations.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Root-Operation-Types"/>
sealed class RootOperationTypes : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        if (!schema.RootTypes.ContainsKey(OperationType.Query))
        {
            errors.Add("schema", "Query root type must be provided.");
        }

        foreach (var roots in schema.RootTypes.GroupBy(root => root.Value).Where(group => group.Count() > 1))
        {
            var operations = string.Join(" and ", roots.Select(root => root.Key.ToString().ToLowerInvariant()).Order());
            errors.Add("schema", $"All root types must be different, \"{roots.Key.Name}\" is that of {operations}.");
        }
    }
}
