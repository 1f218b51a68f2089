using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No two directives have the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
sealed class UniqueDirectiveNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var directive in definitions.Directives)
        {
            var coordinate = $"@{directive.Name.Value}";
            if (!known.TryAdd(coordinate, directive.Name))
            {
                errors.Add(
                    coordinate,
                    $"There can be only one directive named \"{coordinate}\".",
                    known[coordinate],
                    directive.Name);
            }
        }
    }
}
