using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No two types have the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
sealed class UniqueTypeNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var type in definitions.All.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
        {
            var name = type.Name.Value;
            if (!known.TryAdd(name, type.Name))
            {
                errors.Add(name, $"There can be only one type named \"{name}\".", known[name], type.Name);
            }
        }
    }
}
