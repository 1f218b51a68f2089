using System.Text.Json;

namespace GraphApi.Engine.Response;

/// <summary>
/// Writes values of <c>extensions</c>, of a response or of an error: null, booleans, numbers, objects, and anything
/// else as text.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Extensions"/>
static class ExtensionsWriter
{
    /// <summary>Writes the members of <paramref name="extensions"/> into the object that is open.</summary>
    public static void WriteMembers(IReadOnlyDictionary<string, object?> extensions, Utf8JsonWriter writer)
    {
        foreach (var (name, value) in extensions)
        {
            writer.WritePropertyName(name);
            WriteValue(value, writer);
        }
    }

    static void WriteValue(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                WriteMembers(members, writer);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }
}
