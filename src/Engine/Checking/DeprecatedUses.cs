using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Checking;

/// <summary>
/// Tells of every use of what is deprecated: fields, arguments, fields of input objects, enum values. No rule of the
/// specification, and never asked of a request.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
sealed class DeprecatedUses(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override void EnterField(FieldNode field)
    {
        if (Context is { Field: { DeprecationReason: { } reason } selected, ParentType: { } parent })
        {
            Context.Report($"The field {parent.Name}.{selected.Name} is deprecated. {reason}", field);
        }
    }

    /// <inheritdoc/>
    public override void EnterArgument(ArgumentNode argument)
    {
        if (Context.Argument is not { DeprecationReason: { } reason } declared)
        {
            return;
        }

        if (Context.Directive is { } directive)
        {
            Context.Report(
                $"Directive \"@{directive.Name}\" argument \"{declared.Name}\" is deprecated. {reason}", argument);
        }
        else if (Context is { Field: { } field, ParentType: { } parent })
        {
            Context.Report(
                $"Field \"{parent.Name}.{field.Name}\" argument \"{declared.Name}\" is deprecated. {reason}", argument);
        }
    }

    /// <inheritdoc/>
    public override void EnterValue(ValueNode value)
    {
        switch (value, Context.InputType?.Named)
        {
            case (ObjectValueNode node, InputObjectType input):
                foreach (var field in node.Fields)
                {
                    if (input.FieldsByName.GetValueOrDefault(field.Name.Value)?.DeprecationReason is { } reason)
                    {
                        Context.Report(
                            $"The input field {input.Name}.{field.Name.Value} is deprecated. {reason}", field);
                    }
                }

                break;
            case (EnumValueNode node, EnumType type):
                if (type.ValuesByName.GetValueOrDefault(node.Value)?.DeprecationReason is { } why)
                {
                    Context.Report($"The enum value \"{type.Name}.{node.Value}\" is deprecated. {why}", node);
                }

                break;
        }
    }
}
