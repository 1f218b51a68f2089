using System.Text.Json;

namespace GraphApi.Server.Transport.Http;

/// <summary>Half of a surrogate pair, which JSON can write as an escape and which is no Unicode text.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8259#section-8.2"/>
static class LoneSurrogates
{
    /// <summary>Throws <see cref="InvalidOperationException"/> where a name or a text in a value holds one.</summary>
    public static void Refuse(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                _ = member.Name;
                Refuse(member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Refuse(item);
            }
        }
        else if (value.ValueKind == JsonValueKind.String)
        {
            _ = value.GetString();
        }
    }
}
