using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>Values as they are shown in the message of an error: on one line, and cut where they are long.</summary>
static class ValueText
{
    const int MaxLength = 100;

    /// <summary>A literal as it could stand in a document.</summary>
    public static string Of(ValueNode literal)
    {
        var text = new StringBuilder();
        Append(text, literal);
        return Cut(text.ToString());
    }

    /// <summary>A JSON value as it could stand in a request.</summary>
    public static string Of(JsonElement json)
    {
        // As much as can be shown, with room for what is cut: a megabyte would be copied for each of its errors.
        var raw = JsonMarshal.GetRawUtf8Value(json);
        var shown = raw[..Math.Min(raw.Length, (MaxLength + 1) * 4)];
        return Cut(Encoding.UTF8.GetString(shown).ReplaceLineEndings(" "));
    }

    static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{text.AsSpan(0, length)}...";
    }

    static void Append(StringBuilder text, ValueNode literal)
    {
        if (text.Length > MaxLength)
        {
            return;
        }

        switch (literal)
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
            case StringValueNode value:
                text.Append(Printer.Quote(value.Value));
                break;
            case BooleanValueNode value:
                text.Append(value.Value ? "true" : "false");
                break;
            case EnumValueNode value:
                text.Append(value.Value);
                break;
            case ListValueNode list:
                AppendList(text, list);
                break;
            case ObjectValueNode value:
                AppendObject(text, value);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    static void AppendList(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        for (var i = 0; i < list.Values.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list.Values[i]);
        }

        text.Append(']');
    }

    static void AppendObject(StringBuilder text, ObjectValueNode value)
    {
        text.Append('{');
        for (var i = 0; i < value.Fields.Length; i++)
        {
            text.Append(i == 0 ? " " : ", ").Append(value.Fields[i].Name.Value).Append(": ");
            Append(text, value.Fields[i].Value);
        }

        text.Append(value.Fields.Length == 0 ? "}" : " }");
    }
}
