using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Values;

/// <summary>No field of an input object is given twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
sealed class InputObjectFieldUniqueness(ValidationContext context) : ValidationRule(context)
{
    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode { Fields.Length: > 1 } node)
        {
            return;
        }

        var known = new Dictionary<string, NameNode>();
        foreach (var field in node.Fields)
        {
            if (!known.TryAdd(field.Name.Value, field.Name))
            {
                Context.Report(
                    $"There can be only one input field named \"{field.Name.Value}\".",
                    known[field.Name.Value],
                    field.Name);
            }
        }
    }
}
