using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Directives;

/// <summary>A directive is one of the schema.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Defined"/>
sealed class DirectivesAreDefined(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive)
    {
        if (Context.Directive is null)
        {
            Context.Report($"Unknown directive \"@{directive.Name.Value}\".", directive);
        }
    }
}
