using System.Net;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The schema as text.</summary>
public sealed class SdlEndpointTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema.graphql")]
    public async Task The_schema_can_be_downloaded(string path)
    {
        var answer = await _server.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/graphql; charset=utf-8", answer.ContentType);
        Assert.Equal("attachment; filename=schema.graphql", answer.Headers["Content-Disposition"]);
        Assert.Contains("type Mutation {\n  rename(name: String!): String\n}", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_has_it_is_told_so()
    {
        var first = await _server.GetAsync("/graphql?sdl");

        var second = await _server.SendAsync(
            HttpMethod.Get, "/graphql?sdl", headers: ("If-None-Match", first.Headers["ETag"]));

        second.Is(HttpStatusCode.NotModified, "");
        Assert.Equal(first.Headers["ETag"], second.Headers["ETag"]);
    }

    [Fact]
    public async Task A_query_beside_it_is_a_query() =>
        (await _server.GetAsync("/graphql?sdl&query=%7Bgreeting%7D"))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema.graphql")]
    public async Task Where_exploration_is_off_there_is_none(string path)
    {
        await using var closed = await ToyServer.StartAsync(options => options with { Exploration = false });

        (await closed.GetAsync(path)).Is(HttpStatusCode.NotFound, "");
    }

    [Fact]
    public async Task Where_exploration_is_off_there_is_no_introspection_and_no_suggestion()
    {
        await using var closed = await ToyServer.StartAsync(options => options with { Exploration = false });

        var introspection = await closed.PostAsync("""{"query":"{ __schema { queryType { name } } }"}""");
        var misspelt = await closed.PostAsync("""{"query":"{ greetin }"}""");
        var page = await closed.GetAsync("/graphql", "text/html");

        Assert.Equal("HC0046", introspection.Extension("code"));
        Assert.DoesNotContain("greeting", misspelt.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotAcceptable, page.Status);
    }
}
