using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Values;

/// <summary>A field of an input object is one of its type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names"/>
sealed class InputObjectFieldNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode node || Context.InputType?.Named is not InputObjectType type)
        {
            return;
        }

        foreach (var field in node.Fields)
        {
            var name = field.Name.Value;
            if (!type.FieldsByName.ContainsKey(name))
            {
                var suggestion = Context.Suggest(name, Context.Caller.FieldNames(type));
                Context.Report($"Field \"{name}\" is not defined by type \"{type}\".{suggestion}", field);
            }
        }
    }
}
