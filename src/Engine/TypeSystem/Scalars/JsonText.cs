using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>Reads the text of JSON strings, which may hold escapes that are no Unicode text.</summary>
static class JsonText
{
    /// <summary>
    /// The string; false where the value is no string, or one with half a surrogate pair (<c>"\ud800"</c>).
    /// </summary>
    public static bool TryGetString(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a property; false, and empty, where it holds half a surrogate pair.</summary>
    public static bool TryGetName(JsonProperty property, out string name)
    {
        try
        {
            name = property.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }
}
