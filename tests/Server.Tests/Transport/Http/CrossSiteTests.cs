using System.Net;
using System.Text;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>What a page of another origin can make a visitor's browser send, and what comes of it.</summary>
public sealed class CrossSiteTests : IAsyncLifetime
{
    const string Portal = "https://portal.example";
    const string Mutation = """{"query":"mutation { rename(name: \"x\") }"}""";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The content types that a page may send without asking first.
    // https://fetch.spec.whatwg.org/#cors-safelisted-request-header
    [Theory]
    [InlineData(null, Mutation)]
    [InlineData("text/plain", Mutation)]
    [InlineData("text/plain; charset=utf-8", Mutation)]
    [InlineData("text/plain; x=application/json", Mutation)]
    [InlineData("application/x-www-form-urlencoded", "query=mutation%7Brename(name:%22x%22)%7D")]
    [InlineData("application/x-www-form-urlencoded", Mutation)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n"
        + Mutation + "\r\n--b--")]
    public async Task A_request_that_needs_no_permission_runs_no_mutation(string? contentType, string body)
    {
        var before = _server.Sessions;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await _server.SendAsync(HttpMethod.Post, "/graphql", content, headers: ("Origin", Portal));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "HC0009"), (answer.Status, answer.Extension("code")));
        Assert.Equal(before, _server.Sessions);
    }

    [Fact]
    public async Task A_GET_runs_no_mutation()
    {
        var answer = await _server.GetAsync("/graphql?query=mutation%7Brename(name:%22x%22)%7D");

        answer.IsError(
            HttpStatusCode.MethodNotAllowed, "A mutation cannot be sent with GET; send it with POST.", "HC0009");
    }

    [Fact]
    public async Task What_a_browser_sends_by_itself_says_nothing_of_who_asks()
    {
        var token = _server.Token("partner-toy");

        var answer = await _server.SendAsync(
            HttpMethod.Get,
            $"/graphql?query=%7Bcaller%7D&access_token={token}",
            headers: [("Cookie", $"access_token={token}; Authorization=Bearer {token}"), ("Origin", Portal)]);

        answer.Is(HttpStatusCode.OK, """{"data":{"caller":null}}""");
        Assert.DoesNotContain("Set-Cookie", answer.Headers.Keys);
    }

    [Fact]
    public async Task By_default_no_page_of_another_origin_may_ask_or_read()
    {
        var asked = await PreflightAsync(_server, Portal, "POST", "authorization,content-type");
        var answered = await PostAsync(_server, Portal);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, asked.Status);
        Assert.Equal(HttpStatusCode.OK, answered.Status);
        Assert.DoesNotContain(
            asked.Headers.Keys.Concat(answered.Headers.Keys),
            name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_portal_that_is_allowed_may_ask_with_a_token_and_read_the_answer()
    {
        await using var open = await StartAsync(Portal, "http://localhost:3000");

        var asked = await PreflightAsync(open, Portal, "POST", "authorization,content-type,graphql-preflight");
        var answered = await PostAsync(open, Portal, open.Token("partner-toy"));

        asked.Is(HttpStatusCode.NoContent, "");
        Assert.Equal(
            (
                Portal,
                "GET,POST",
                "Authorization,DPoP,Content-Type,GraphQL-Preflight,GraphQL-Cost,Access-Purpose,Idempotency-Key,Last-Event-ID",
                "600"),
            (
                asked.Headers["Access-Control-Allow-Origin"],
                asked.Headers["Access-Control-Allow-Methods"],
                asked.Headers["Access-Control-Allow-Headers"],
                asked.Headers["Access-Control-Max-Age"]));
        answered.Is(HttpStatusCode.OK, """{"data":{"caller":"partner-toy"}}""");
        Assert.Equal(Portal, answered.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("Accept, Accept-Encoding, Origin", answered.Headers["Vary"]);
        Assert.Equal("Retry-After,ETag,WWW-Authenticate", answered.Headers["Access-Control-Expose-Headers"]);
        Assert.DoesNotContain("Access-Control-Allow-Credentials", answered.Headers.Keys);
        Assert.DoesNotContain("Access-Control-Allow-Credentials", asked.Headers.Keys);
    }

    [Fact]
    public async Task A_refusal_can_be_read_as_well()
    {
        await using var open = await StartAsync(Portal);

        var answered = await PostAsync(open, Portal, "nonsense");

        Assert.Equal(
            (HttpStatusCode.Unauthorized, Portal),
            (answered.Status, answered.Headers["Access-Control-Allow-Origin"]));
    }

    [Theory]
    [InlineData("https://other.example")]
    [InlineData("https://portal.example.evil.example")]
    [InlineData("https://sub.portal.example")]
    [InlineData("http://portal.example")]
    [InlineData("https://portal.example:8443")]
    [InlineData("null")]
    public async Task Another_origin_is_not_allowed(string origin)
    {
        await using var open = await StartAsync(Portal);

        var asked = await PreflightAsync(open, origin, "POST", "authorization");
        var answered = await PostAsync(open, origin);

        Assert.DoesNotContain(
            asked.Headers.Keys.Concat(answered.Headers.Keys),
            name => name.StartsWith("Access-Control-Allow-Origin", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_what_is_served_below_graphql_is_open_to_portals()
    {
        await using var open = await StartAsync(Portal);

        var health = await open.SendAsync(HttpMethod.Get, "/health/live", headers: ("Origin", Portal));

        Assert.DoesNotContain("Access-Control-Allow-Origin", health.Headers.Keys);
    }

    static Task<Answer> PreflightAsync(ToyServer server, string origin, string method, string headers) =>
        server.SendAsync(
            HttpMethod.Options,
            "/graphql",
            headers:
            [
                ("Origin", origin),
                ("Access-Control-Request-Method", method),
                ("Access-Control-Request-Headers", headers),
            ]);

    static Task<Answer> PostAsync(ToyServer server, string origin, string? token = null) => server.SendAsync(
        HttpMethod.Post,
        "/graphql",
        new StringContent("""{"query":"{ caller }"}""", null, "application/json"),
        authorization: token is null ? null : "Bearer " + token,
        headers: ("Origin", origin));

    static Task<ToyServer> StartAsync(params string[] origins) => ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with { AllowedOrigins = origins },
    });
}
