using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No object, interface or input object has two fields of the same name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
sealed class UniqueFieldDefinitionNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var element in definitions.Elements)
        {
            if (NameOf(element) is { } name && !known.TryAdd(element.Coordinate, name))
            {
                errors.Add(
                    element.Coordinate,
                    $"Field \"{element.Coordinate}\" can only be defined once.",
                    known[element.Coordinate],
                    name);
            }
        }
    }

    static NameNode? NameOf(DefinitionElement element) => element switch
    {
        { Node: FieldDefinitionNode field } => field.Name,
        { Node: InputValueDefinitionNode input, Location: DirectiveLocations.InputFieldDefinition } => input.Name,
        _ => null,
    };
}
