using System.Diagnostics;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>The reference implementation, asked about a schema. Needs Node and <c>npm ci</c> in <c>tests/npm</c>.</summary>
static class GraphQLJs
{
    /// <summary>What graphql-js makes of SDL: its introspection and its printed form.</summary>
    public static async Task<(JsonNode Introspection, string Printed)> ReadAsync(
        string sdl,
        CancellationToken cancellationToken)
    {
        SkipWhereMissing();
        var start = new ProcessStartInfo("node", [Repository.PathOf("tests", "npm", "schema-oracle.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(sdl.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
        var answer = JsonNode.Parse(output)!;
        return (answer["introspection"]!, answer["printed"]!.GetValue<string>());
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
