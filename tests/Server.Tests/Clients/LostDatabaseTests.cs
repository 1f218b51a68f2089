using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Clients;

/// <summary>A PostgreSQL that goes away and comes back.</summary>
public sealed class LostDatabaseTests
{
    [Fact]
    public async Task Requests_fail_masked_while_the_database_is_lost_and_succeed_again_without_a_restart()
    {
        Assert.SkipWhen(
            !PostgresServer.IsInstalled && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")),
            "PostgreSQL is not installed.");
        await using var postgres = await PostgresServer.CreateAsync();
        await using var server = new ProductServer();
        await server.StartAsync(postgres.ConnectionString);
        var before = await server.AskAsync("partner-hospital", "{ feed(first: 1) { totalCount } }");
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));

        await postgres.StopAsync();
        var lost = await server.AskAsync("partner-water", "{ feed(first: 1) { totalCount } }");
        var notReady = await ReadyAsync(server);
        await postgres.StartAsync();
        var after = await server.AskAsync("partner-hospital", "{ feed(first: 1) { totalCount } }");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, notReady);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.Status);
        Assert.Equal("UNAVAILABLE", lost.Extension("code"));
        Assert.Matches("^[0-9a-f]{32}$", lost.Extension("traceId")!);
        Assert.Single(JsonNode.Parse(lost.Body)!.AsObject());
        Assert.DoesNotContain("Npgsql", lost.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.OK, before.Body), (after.Status, after.Body));
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(server));
    }

    static async Task<HttpStatusCode> ReadyAsync(ProductServer server)
    {
        using var response = await server.Client.GetAsync(
            new Uri(server.Endpoint, "/health/ready"), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
