using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Directives;

/// <summary>A directive that is not repeatable stands at most once at one place.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
sealed class DirectivesAreUniquePerLocation(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.Length < 2)
        {
            return;
        }

        var known = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.FindDirective(name) is { IsRepeatable: false } definition && !known.TryAdd(name, directive))
            {
                Context.Report(
                    $"The directive \"@{name}\" can only be used once at this location.",
                    definition,
                    known[name],
                    directive);
            }
        }
    }
}
