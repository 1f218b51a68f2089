using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GraphApi.Server.Commands;

/// <summary>How commands write JSON for programs: UTF-8, indented, enums in the specification's capitals.</summary>
static class ReportJson
{
    /// <summary>The one form.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        // It goes into a terminal or a file and never into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };
}
