using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Engine.Tests.Introspection;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>What graphql-js, the reference implementation, says of documents.</summary>
static class DocumentJudge
{
    /// <summary>What it says of each text: its canonical form, or the error.</summary>
    public static async Task<IReadOnlyList<(string? Printed, JudgedError? Error)>> ParseAsync(
        IReadOnlyList<string> texts)
    {
        var answer = await AskAsync(new { parse = texts });
        return
        [
            .. answer["parse"]!.AsArray().Select(item => ((string?)item!["printed"], item["error"] is { } error
                ? JudgedError.Of(error)
                : null)),
        ];
    }

    /// <summary>The errors that it finds in each document; null where one of its rules fails.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<JudgedError>?>> ValidateAsync(
        string sdl,
        IReadOnlyList<string> documents)
    {
        var answer = await AskAsync(new { sdl, validate = documents });
        return
        [
            .. answer["validate"]!.AsArray()
                .Select(errors => errors?.AsArray().Select(error => JudgedError.Of(error!)).ToList()),
        ];
    }

    /// <summary>The query by which tools read a schema, with all that can be asked for.</summary>
    public static async Task<string> IntrospectionQueryAsync() => (string)(await AskAsync(new { }))["introspection"]!;

    static Task<JsonNode> AskAsync(object question) => GraphQLJs.AskAsync(
        "document-oracle.mjs",
        JsonSerializer.Serialize(question),
        TestContext.Current.CancellationToken);
}
