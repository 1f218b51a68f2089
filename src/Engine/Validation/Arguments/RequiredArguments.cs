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
        foreach (var missing in Missing(Context.Field?.Arguments ?? [], field.Arguments))
        {
            Context.Report(
                $"Field \"{field.Name.Value}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, "
                + "but it was not provided.",
                missing,
                field);
        }
    }

    public override void EnterDirective(DirectiveNode directive)
    {
        foreach (var missing in Missing(Context.Directive?.Arguments ?? [], directive.Arguments))
        {
            Context.Report(
                $"Directive \"@{directive.Name.Value}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is "
                + "required, but it was not provided.",
                missing,
                directive);
        }
    }

    static IEnumerable<InputValue> Missing(ImmutableArray<InputValue> defined, ImmutableArray<ArgumentNode> given) =>
        defined.Where(argument => argument.IsRequired && !given.Any(other => other.Name.Value == argument.Name));
}
