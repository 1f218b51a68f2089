using System.Text.Json;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>An error as two implementations can be compared by it.</summary>
sealed record JudgedError(string Message, string Locations)
{
    public static JudgedError Of(JsonElement error) =>
        new(error.GetProperty("message").GetString()!, error.GetProperty("locations").GetString()!);

    public static JudgedError Of(GraphQLError error) => new(
        error.Message,
        string.Join(' ', error.Locations.Select(location => $"{location.Line}:{location.Column}")));

    public override string ToString() => $"{Message} ({Locations})";
}
