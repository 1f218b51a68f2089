using System.Text;
using System.Text.Encodings.Web;
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
        Append(text, literal, MaxLength);
        return Cut(text.ToString());
    }

    /// <summary>A literal as it could stand in a document, whole.</summary>
    public static string Print(ValueNode literal)
    {
        var text = new StringBuilder();
        Append(text, literal, int.MaxValue);
        return text.ToString();
    }

    /// <summary>A JSON value as it could stand in a request.</summary>
    public static string Of(JsonElement json) => Cut(json.GetRawText().ReplaceLineEndings(" "));

    /// <summary>A string with its quotes.</summary>
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    static string Cut(string text) => text.Length <= MaxLength ? text : $"{text.AsSpan(0, MaxLength)}...";

    static void Append(StringBuilder text, ValueNode literal, int maxLength)
    {
        if (text.Length > maxLength)
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
                text.Append(Quote(value.Value));
                break;
            case BooleanValueNode value:
                text.Append(value.Value ? "true" : "false");
                break;
            case EnumValueNode value:
                text.Append(value.Value);
                break;
            case ListValueNode list:
                AppendList(text, list, maxLength);
                break;
            case ObjectValueNode value:
                AppendObject(text, value, maxLength);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    static void AppendList(StringBuilder text, ListValueNode list, int maxLength)
    {
        text.Append('[');
        for (var i = 0; i < list.Values.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list.Values[i], maxLength);
        }

        text.Append(']');
    }

    static void AppendObject(StringBuilder text, ObjectValueNode value, int maxLength)
    {
        text.Append('{');
        for (var i = 0; i < value.Fields.Length; i++)
        {
            text.Append(i == 0 ? " " : ", ").Append(value.Fields[i].Name.Value).Append(": ");
            Append(text, value.Fields[i].Value, maxLength);
        }

        text.Append(value.Fields.Length == 0 ? "}" : " }");
    }
}
