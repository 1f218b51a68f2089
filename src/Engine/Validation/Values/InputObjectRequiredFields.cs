using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Values;

/// <summary>A field of an input object whose type is non-null and that has no default is given.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields"/>
sealed class InputObjectRequiredFields(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode node || Context.InputType?.Named is not InputObjectType type)
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !node.Fields.Any(given => given.Name.Value == field.Name))
            {
                Context.Report(
                    $"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.",
                    field,
                    value);
            }
        }
    }
}
