using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Arguments;

/// <summary>No argument is given twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness"/>
sealed class ArgumentUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive) => Check(directive.Arguments);

    void Check(ImmutableArray<ArgumentNode> arguments)
    {
        if (arguments.Length < 2)
        {
            return;
        }

        foreach (var same in arguments.GroupBy(argument => argument.Name.Value).Where(group => group.Count() > 1))
        {
            Context.Report(
                $"There can be only one argument named \"{same.Key}\".",
                [.. same.Select(argument => argument.Name)]);
        }
    }
}
