using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>What graphql-js, the reference implementation, says of schemas.</summary>
static class SchemaJudge
{
    /// <summary>What it says of each SDL: the errors or, where there is none, what it makes of it.</summary>
    public static Task<IReadOnlyList<JudgedSchema>> JudgeAsync(params IReadOnlyList<string> schemas) => AskAsync(
        schemas,
        sdl => new { sdl },
        answer => new JudgedSchema(
            answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
                ? errors.EnumerateArray().Select(JudgedError.Of).ToList()
                : null,
            answer.TryGetProperty("introspection", out var introspection) ? JsonObject.Create(introspection) : null,
            answer.TryGetProperty("printed", out var printed) ? printed.GetString() : null));

    /// <summary>The SDL that clients make of the data of each introspection.</summary>
    public static Task<IReadOnlyList<string>> PrintAsync(params IReadOnlyList<JsonNode> introspections) => AskAsync(
        introspections,
        introspection => new { introspection },
        answer => answer.GetProperty("printed").GetString()!);

    static async Task<IReadOnlyList<TAnswer>> AskAsync<TQuestion, TAnswer>(
        IReadOnlyList<TQuestion> questions,
        Func<TQuestion, object> ask,
        Func<JsonElement, TAnswer> read)
    {
        using var graphQLJs = GraphQLJsProcess.Start("schema-oracle.mjs");
        var answers = new List<TAnswer>();
        await foreach (var (_, answer) in graphQLJs.AskAllAsync(questions, ask))
        {
            answers.Add(read(answer));
        }

        return answers;
    }
}

/// <summary>What graphql-js makes of a schema.</summary>
/// <param name="Errors">What is wrong with it; null where one of its checks fails.</param>
/// <param name="Introspection">
/// The data of its introspection; null where there is no schema, or no way to show it.
/// </param>
/// <param name="Printed">It as SDL, without applied directives; null as the introspection is.</param>
sealed record JudgedSchema(IReadOnlyList<JudgedError>? Errors, JsonNode? Introspection, string? Printed);
