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
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema.graphql")]
    public async Task The_schema_can_be_downloaded(string path)
    {
        var answer = await _server.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/graphql; charset=utf-8", answer.ContentType);
        Assert.Equal("attachment; filename=schema.graphql", answer.Headers["Content-Disposition"]);
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Equal("Accept-Encoding", answer.Headers["Vary"]);
        Assert.Equal($"{answer.Body.Length}", answer.Headers["Content-Length"]);
        Assert.Contains("type Mutation {\n  rename(name: String!): String\n}", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_has_it_is_told_so()
    {
        var first = await _server.GetAsync("/graphql?sdl");

        var second = await _server.SendAsync(
            HttpMethod.Get, "/graphql?sdl", headers: ("If-None-Match", first.Headers["ETag"]));

        second.Is(HttpStatusCode.NotModified, "");
        Assert.Equal(
            (first.Headers["ETag"], "Accept-Encoding"), (second.Headers["ETag"], second.Headers["Vary"]));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"other\", {0}")]
    [InlineData("{1}")]
    public async Task A_client_may_name_several_tags_or_any(string known)
    {
        var tag = (await _server.GetAsync("/graphql?sdl")).Headers["ETag"];

        // A tag that a proxy made strong or weak is still this text's.
        var header = known.Replace("{0}", tag, StringComparison.Ordinal)
            .Replace("{1}", tag[2..], StringComparison.Ordinal);
        var same = await _server.SendAsync(HttpMethod.Get, "/graphql?sdl", headers: ("If-None-Match", header));
        var other = await _server.SendAsync(HttpMethod.Get, "/graphql?sdl", headers: ("If-None-Match", "\"other\""));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.Status, other.Status));
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_the_text()
    {
        var get = await _server.GetAsync("/graphql/schema.graphql");
        var head = await _server.SendAsync(HttpMethod.Head, "/graphql/schema.graphql");

        head.Is(HttpStatusCode.OK, "");
        Assert.Equal(Without(get.Headers, "Date"), Without(head.Headers, "Date"));
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        var answer = await _server.SendAsync(HttpMethod.Post, "/graphql/schema.graphql");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD"), (answer.Status, answer.Headers["Allow"]));
    }

    [Theory]
    [InlineData("/graphql?sdl&types=Kind,Item")]
    [InlineData("/graphql/schema?types=Kind&types=Item,Kind")]
    [InlineData("/graphql/schema.graphql?types=%20Kind%20,,Item,")]
    public async Task Some_types_alone_can_be_downloaded(string path)
    {
        var whole = await _server.GetAsync("/graphql?sdl");

        var some = await _server.GetAsync(path);

        some.Is(HttpStatusCode.OK, "enum Kind {\n  SMALL\n  LARGE\n}\n\ntype Item {\n  id: ID!\n}\n");
        Assert.NotEqual(whole.Headers["ETag"], some.Headers["ETag"]);
    }

    [Theory]
    [InlineData("", 400, "The parameter 'types' names no type.", "HC0058")]
    [InlineData(",%20,", 400, "The parameter 'types' names no type.", "HC0058")]
    [InlineData("Item,It-em", 400, "The parameter 'types' holds what is no name of a type.", "HC0059")]
    [InlineData("1tem", 400, "The parameter 'types' holds what is no name of a type.", "HC0059")]
    [InlineData("%C3%9Ctem", 400, "The parameter 'types' holds what is no name of a type.", "HC0059")]
    [InlineData("Item,Itm", 404, "The schema has no type \\\"Itm\\\".", "HC0060")]
    [InlineData("item", 404, "The schema has no type \\\"item\\\".", "HC0060")]
    public async Task Types_that_are_none_are_refused(string types, int status, string message, string code) =>
        (await _server.GetAsync("/graphql?sdl&types=" + types)).IsError((HttpStatusCode)status, message, code);

    [Fact]
    public async Task A_query_beside_it_is_a_query() =>
        (await _server.GetAsync("/graphql?sdl&query=%7Bgreeting%7D"))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql?sdl&types=Item")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/schema.graphql")]
    public async Task Where_exploration_is_off_there_is_none(string path)
    {
        await using var closed = await ToyServer.StartAsync(options => options with { Exploration = false });

        (await closed.GetAsync(path)).Is(HttpStatusCode.NotFound, "");
        (await closed.SendAsync(HttpMethod.Head, path)).Is(HttpStatusCode.NotFound, "");
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

    static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.Where(header => header.Key != name).ToDictionary();
}
