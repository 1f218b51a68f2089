using System.Diagnostics;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>
/// The reference implementation, asked about schemas and values. Needs Node and <c>npm ci</c> in <c>tests/npm</c>.
/// </summary>
static class GraphQLJs
{
    /// <summary>What a script of <c>tests/npm</c> answers to a text.</summary>
    public static async Task<JsonNode> AskAsync(string script, string question, CancellationToken cancellationToken)
    {
        using var process = Start(script);
        await process.StandardInput.WriteAsync(question.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
        return JsonNode.Parse(output)!;
    }

    /// <summary>A script of <c>tests/npm</c>, started; where graphql-js is missing, the test is skipped.</summary>
    public static Process Start(string script)
    {
        SkipWhereMissing();
        return Process.Start(new ProcessStartInfo("node", [Repository.PathOf("tests", "npm", script)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    static void SkipWhereMissing()
    {
        if (!Directory.Exists(Repository.PathOf("tests", "npm", "node_modules", "graphql")))
        {
            Assert.SkipWhen(
                string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
                "graphql-js is not installed: npm ci in tests/npm.");
            Assert.Fail("graphql-js is not installed: npm ci in tests/npm.");
        }
    }
}
