using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No enum has two values of the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation"/>
sealed class UniqueEnumValueNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var element in definitions.Elements)
        {
            if (element.Node is EnumValueDefinitionNode value && !known.TryAdd(element.Coordinate, value.Name))
            {
                errors.Add(
                    element.Coordinate,
                    $"Enum value \"{element.Coordinate}\" can only be defined once.",
                    known[element.Coordinate],
                    value.Name);
            }
        }
    }
}
