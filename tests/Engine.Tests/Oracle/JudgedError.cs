using System.Text.Json.Nodes;
using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>An error as two implementations can be compared by it.</summary>
sealed record JudgedError(string Message, string Locations)
{
    public static JudgedError Of(JsonNode error) => new(
        (string)error["message"]!,
        string.Join(' ', error["locations"]!.AsArray().Select(location => (string)location!)));

    public static JudgedError Of(GraphQLError error) => new(
        error.Message,
        string.Join(' ', error.Locations.Select(location => $"{location.Line}:{location.Column}")));
}
