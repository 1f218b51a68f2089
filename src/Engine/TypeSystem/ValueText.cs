using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Values as they are shown in the message of an error, in the words of graphql-js: of JSON two levels, and ten items
/// of a list. A long text is cut.
/// </summary>
static class ValueText
{
    /// <summary>Characters of a value that are shown.</summary>
    public const int MaxLength = 1_000;

    const int MaxItems = 10;
    const int MaxDepth = 2;

    /// <summary>A literal as it could stand in a document.</summary>
    public static string Of(ValueNode literal) => Cut(Printer.Print(literal));

    /// <summary>A JSON value, its numbers as they were written.</summary>
    public static string Of(JsonElement json)
    {
        var text = new StringBuilder();
        Append(text, json, depth: 0);
        return Cut(text.ToString());
    }

    /// <summary>The text, or as much of it as is shown.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{text.AsSpan(0, length)}...";
    }

    static void Append(StringBuilder text, JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array when depth < MaxDepth || json.GetArrayLength() == 0:
                AppendList(text, json, depth);
                break;
            case JsonValueKind.Array:
                text.Append("[Array]");
                break;
            case JsonValueKind.Object when depth < MaxDepth || !json.EnumerateObject().Any():
                AppendObject(text, json, depth);
                break;
            case JsonValueKind.Object:
                text.Append("[Object]");
                break;
            case JsonValueKind.String when JsonText.TryGetString(json, out var value):
                AppendQuoted(text, value);
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    static void AppendList(StringBuilder text, JsonElement list, int depth)
    {
        var length = list.GetArrayLength();
        text.Append('[');
        for (var i = 0; i < Math.Min(length, MaxItems) && text.Length <= MaxLength; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list[i], depth + 1);
        }

        if (length > MaxItems)
        {
            text.Append(CultureInfo.InvariantCulture, $", ... {length - MaxItems} more item");
            text.Append(length > MaxItems + 1 ? "s" : "");
        }

        text.Append(']');
    }

    static void AppendObject(StringBuilder text, JsonElement value, int depth)
    {
        var isFirst = true;
        foreach (var entry in value.EnumerateObject())
        {
            if (text.Length > MaxLength)
            {
                break;
            }

            JsonText.TryGetName(entry, out var name);
            text.Append(isFirst ? "{ " : ", ").Append(name).Append(": ");
            Append(text, entry.Value, depth + 1);
            isFirst = false;
        }

        text.Append(isFirst ? "{}" : " }");
    }

    /// <summary>As JSON quotes a string: what it must escape, and nothing else.</summary>
    static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (text.Length > MaxLength)
            {
                break;
            }

            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
