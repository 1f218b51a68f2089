using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>A directive may stand somewhere, and its locations are those of the specification.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
sealed class DirectiveDefinitions : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var directive in schema.DefinedDirectives)
        {
            if (directive.Locations.IsEmpty)
            {
                errors.Add(
                    directive.Coordinate,
                    $"Directive {directive.Coordinate} must include 1 or more locations.",
                    directive.Definition);
            }

            // The parser refuses these; a document that was generated may have them.
            foreach (var location in directive.Definition.Locations)
            {
                if (!DirectiveLocations.All.Contains(location.Value))
                {
                    errors.Add(directive.Coordinate, $"{location.Value} is no directive location.", location);
                }
            }
        }
    }
}
