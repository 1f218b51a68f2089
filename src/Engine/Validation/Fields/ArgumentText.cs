using System.Collections.Immutable;
using System.Text;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>
/// The arguments of fields as text that is equal where they are the same, however arguments and object fields are
/// ordered. Mutable: a field is written once however often it is compared, since two long argument lists can meet at
/// thousands of places.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
sealed class ArgumentText
{
    readonly Dictionary<FieldNode, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The text of a field's arguments; empty where it has none.</summary>
    public string Of(FieldNode field)
    {
        if (field.Arguments.IsEmpty)
        {
            return string.Empty;
        }

        if (!_texts.TryGetValue(field, out var text))
        {
            text = Write(field.Arguments);
            _texts.Add(field, text);
        }

        return text;
    }

    static string Write(ImmutableArray<ArgumentNode> arguments)
    {
        var text = new StringBuilder();
        foreach (var argument in arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            text.Append(argument.Name.Value).Append(':');
            Write(text, argument.Value);
        }

        return text.ToString();
    }

    static void Write(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                text.Append(number.Value);
                break;
            case FloatValueNode number:
                text.Append(number.Value);
                break;
            case StringValueNode written:
                // With its length, so that no text can pass for what stands around it.
                text.Append(written.IsBlock ? "\"\"\"" : "\"");
                text.Append(written.Value.Length).Append(' ').Append(written.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case EnumValueNode name:
                text.Append(name.Value);
                break;
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Write(text, item);
                }

                text.Append(']');
                break;
            case ObjectValueNode node:
                text.Append('{');
                foreach (var field in node.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Write(text, field.Value);
                }

                text.Append('}');
                break;
            default:
                text.Append("null");
                break;
        }

        text.Append(',');
    }
}
