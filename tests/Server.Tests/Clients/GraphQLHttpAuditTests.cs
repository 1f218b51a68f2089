using GraphApi.Server.Configuration;

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

    [Fact]
    public async Task What_the_edition_of_2026_answers_otherwise_is_advice_about_statuses_alone()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { StatusProfile = StatusProfile.September2026 },
        });

        var lines = (await Npm.RunAsync("audit.mjs", server.Client.BaseAddress + "graphql")).Split('\n');

        Assert.All(lines[..^1], line => Assert.Matches("^(notice|warn) .*code is not (400|200)\\)$", line));
        Assert.Equal("39 of 61 ok", lines[^1]);
    }
}
