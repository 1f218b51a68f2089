using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Directives;

/// <summary>A directive stands where its definition allows it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations"/>
sealed class DirectivesAreInValidLocations(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (Context.FindDirective(directive.Name.Value) is { } definition
                && !definition.Locations.Contains(location))
            {
                Context.Report(
                    $"Directive \"@{definition.Name}\" may not be used on {location}.",
                    definition,
                    directive);
            }
        }
    }
}
