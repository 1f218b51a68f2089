using System.Collections.Immutable;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Arguments;

/// <summary>An argument whose type is non-null and that has no default is given.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Required-Arguments"/>
sealed class RequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        foreach (var argument in Context.Field?.Arguments ?? [])
        {
            if (!IsMissing(argument, field.Arguments))
            {
                continue;
            }

            Context.Report(
                $"Field \"{field.Name.Value}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, "
                + "but it was not provided.",
                argument,
                field);
        }
    }

    public override void EnterDirective(DirectiveNode directive)
    {
        foreach (var argument in Context.Directive?.Arguments ?? [])
        {
            if (!IsMissing(argument, directive.Arguments))
            {
                continue;
            }

            Context.Report(
                $"Directive \"@{directive.Name.Value}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is "
                + "required, but it was not provided.",
                argument,
                directive);
        }
    }

    static bool IsMissing(InputValue argument, ImmutableArray<ArgumentNode> given)
    {
        if (!argument.IsRequired)
        {
            return false;
        }

        foreach (var other in given)
        {
            if (other.Name.Value == argument.Name)
            {
                return false;
            }
        }

        return true;
    }
}
