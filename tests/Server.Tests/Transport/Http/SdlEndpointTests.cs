using System.Net;
using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;
using GraphApi.Server.Documents;
using GraphApi.Server.Transport;

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
        Assert.Equal("Authorization, Accept-Encoding", answer.Headers["Vary"]);
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
            (first.Headers["ETag"], "Authorization, Accept-Encoding"), (second.Headers["ETag"], second.Headers["Vary"]));
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
    public async Task A_token_that_is_refused_gets_no_schema_and_a_database_that_does_not_answer_is_not_told()
    {
        var refused = await _server.SendAsync(HttpMethod.Get, "/graphql?sdl", authorization: "Bearer nonsense");
        refused.IsError(HttpStatusCode.Unauthorized, "The access token is not valid.", "AUTH_NOT_AUTHENTICATED");
        Assert.Equal("Bearer error=\"invalid_token\"", refused.Headers["WWW-Authenticate"]);

        var whose = await _server.SendAsync(HttpMethod.Get, "/graphql?sdl", authorization: "Bearer " + _server.Token());
        Assert.Equal((HttpStatusCode.OK, "no-cache, private"), (whose.Status, whose.Headers["Cache-Control"]));

        _server.DatabaseAnswers = false;
        var answer = await _server.GetAsync("/graphql?sdl");
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (answer.Status, answer.Extension("code")));
        Assert.DoesNotContain(ToySchema.Secret, answer.Body, StringComparison.Ordinal);
        Assert.Equal(_server.Sessions.Opened, _server.Sessions.Closed);
    }

    [Fact]
    public async Task Who_can_use_nothing_is_shown_nothing()
    {
        await using var server = await ToyServer.StartAsync(createService: (options, loggers) =>
        {
            var engine = new GraphQLEngine(ToySchema.Create(), authorizer: new ForNobody());
            return new GraphQLService(
                engine,
                DocumentSelector.Open(options.Documents, engine, source: null, TimeProvider.System, loggers),
                (origin, _) => new(new ToySchema.Session(origin.Principal, new ToySchema.SessionCount())),
                exploration: true,
                loggers);
        });

        var answer = await server.GetAsync("/graphql?sdl");
        answer.Is(HttpStatusCode.NotFound, "");
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

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

    sealed class ForNobody : FieldAuthorizer
    {
        public override bool Guards(Field field) => true;

        public override GraphQLError? Authorize(Field field, object? session) => new("No.", ErrorCode.NotAuthorized);

        public override object ViewKey(object? session) => "nobody";

        public override bool CanUse(Field field, object? session) => false;
    }

    static Dictionary<string, string> Without(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.Where(header => header.Key != name).ToDictionary();
}
