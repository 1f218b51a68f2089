namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>A directive in a schema is defined, and stands where its definition allows it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations"/>
sealed class KnownDirectives : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var element in definitions.Elements)
        {
            foreach (var directive in element.Directives)
            {
                var name = directive.Name.Value;
                if (definitions.FindDirective(name) is not { } definition)
                {
                    errors.Add(element.Coordinate, $"Unknown directive \"@{name}\".", directive);
                }
                else if (!definition.Locations.Any(location => location.Value == element.Location))
                {
                    errors.Add(
                        element.Coordinate,
                        $"Directive \"@{name}\" may not be used on {element.Location}.",
                        directive);
                }
            }
        }
    }
}
