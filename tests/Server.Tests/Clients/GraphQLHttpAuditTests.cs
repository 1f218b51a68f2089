namespace GraphApi.Server.Tests.Clients;

/// <summary>The audits of the npm package graphql-http, by the authors of GraphQL over HTTP.</summary>
public sealed class GraphQLHttpAuditTests
{
    [Fact]
    public async Task All_61_audits_are_ok()
    {
        await using var server = await ToyServer.StartAsync();

        Assert.Equal("61 of 61 ok", await Npm.RunAsync("audit.mjs", server.Client.BaseAddress + "graphql"));
    }
}
