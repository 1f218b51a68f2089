using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>A directive may stand somewhere, and its locations are those of the specification, each once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
sealed class DirectiveDefinitions : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var directive in schema.DefinedDirectives)
        {
            var coordinate = $"@{directive.Name}";
            if (directive.Locations.IsEmpty)
            {
                errors.Add(coordinate, $"Directive {coordinate} must include 1 or more locations.");
            }

            foreach (var location in directive.Locations.GroupBy(location => location))
            {
                if (!DirectiveLocations.All.Contains(location.Key))
                {
                    errors.Add(coordinate, $"{location.Key} is no directive location.");
                }
                else if (location.Count() > 1)
                {
                    errors.Add(coordinate, $"Directive {coordinate} can have the location {location.Key} only once.");
                }
            }
        }
    }
}
