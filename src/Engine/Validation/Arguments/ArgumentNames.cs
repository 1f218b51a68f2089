using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Arguments;

/// <summary>An argument is one of the field or directive it is given to.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Names"/>
sealed class ArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterArgument(ArgumentNode argument)
    {
        if (Context.Argument is not null)
        {
            return;
        }

        var name = argument.Name.Value;
        if (Context.Directive is { } directive)
        {
            var suggestion = Context.Suggest(name, directive.Arguments.Select(known => known.Name));
            Context.Report(
                $"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{suggestion}",
                directive,
                argument);
        }
        else if (!Context.IsInDirective && Context.Field is { } field)
        {
            var suggestion = Context.Suggest(name, Context.Caller.ArgumentNames(field));
            Context.Report(
                $"Unknown argument \"{name}\" on field \"{Context.ParentType}.{field.Name}\".{suggestion}",
                field,
                argument);
        }
    }
}
