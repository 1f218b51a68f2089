using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Asks graphql-js, the reference implementation. Where Node or its packages are missing (<c>npm ci</c> in
/// <c>tests/npm</c>), a test skips; with <c>CI</c> set it fails.
/// </summary>
static class GraphQLJs
{
    /// <summary>What graphql-js says of each text: its canonical form, or the error.</summary>
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

    /// <summary>The errors that graphql-js finds in each document; null where one of its rules fails.</summary>
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

    static async Task<JsonNode> AskAsync(object question)
    {
        var isInstalled = Directory.Exists(Repository.PathOf("tests", "npm", "node_modules", "graphql"));
        if (!isInstalled && Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Assert.Skip("The npm packages are not installed: run npm ci in tests/npm.");
        }

        var start = new ProcessStartInfo("node", "graphql-js.mjs")
        {
            WorkingDirectory = Repository.PathOf("tests", "npm"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var reading = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var failing = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await JsonSerializer.SerializeAsync(
            process.StandardInput.BaseStream,
            question,
            cancellationToken: TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        var answer = await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await failing);
        return JsonNode.Parse(answer)!;
    }
}
