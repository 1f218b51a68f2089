using System.Net;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>GET against Kestrel.</summary>
public sealed class GetTransportTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_query_is_answered() =>
        (await GetAsync("query A($n: String!) { greeting(name: $n) }", "&operationName=A&variables=" + Escape("""{"n":"é"}""")))
            .Is(HttpStatusCode.OK, "{\"data\":{\"greeting\":\"Hello é\"}}");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_mutation_is_not_allowed(string accept)
    {
        var answer = await GetAsync("""mutation { rename(name: "x") }""", accept: accept);

        answer.IsError(
            HttpStatusCode.MethodNotAllowed, "A mutation cannot be sent with GET; send it with POST.", "HC0009");
        Assert.Equal("POST", answer.Headers["Allow"]);
    }

    [Theory]
    [InlineData("&query=%7Ba%7D", "The parameter 'query' is given more than once.")]
    [InlineData("&variables=%7B%7D&variables=%7B%7D", "The parameter 'variables' is given more than once.")]
    [InlineData("&variables=x", "The parameter 'variables' must be a JSON object.")]
    [InlineData("&variables=%5B%5D", "The parameter 'variables' must be a JSON object.")]
    [InlineData("&variables=%7B%22a%22%3A%22%5Cud83c%22%7D", "The parameter 'variables' must be a JSON object.")]
    [InlineData("&extensions=%7B%7D&extensions=%7B%7D", "The parameter 'extensions' is given more than once.")]
    [InlineData("&id=a&id=a", "The id of the document is given more than once, as 'documentId' or as 'id'.")]
    [InlineData("&id=a&documentId=a", "The id of the document is given more than once, as 'documentId' or as 'id'.")]
    [InlineData("&extensions=1", "The parameter 'extensions' must be a JSON object.")]
    public async Task Parameters_that_cannot_be_read_are_refused(string parameters, string message) =>
        (await GetAsync("{ greeting }", parameters)).IsError(HttpStatusCode.BadRequest, message, "HC0009");

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql?query=")]
    public async Task A_request_without_a_document_is_refused(string path)
    {
        var answer = await _server.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "HC0013"), (answer.Status, answer.Extension("code")));
    }

    [Fact]
    public async Task Null_variables_are_none() =>
        (await GetAsync("{ greeting }", "&variables=null&extensions=null"))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");

    [Fact]
    public async Task Where_it_is_required_a_request_needs_what_a_foreign_page_cannot_send()
    {
        await using var strict = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { RequireGetPreflight = true },
        });
        const string Path = "/graphql?query=%7Bgreeting%7D";

        var without = await strict.GetAsync(Path);
        var with = await strict.SendAsync(HttpMethod.Get, Path, headers: ("GraphQL-Preflight", "1"));

        without.IsError(
            HttpStatusCode.BadRequest,
            "A GET request needs the header 'GraphQL-Preflight' or the content type application/json.",
            "HC0077");
        with.Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
    }

    Task<Answer> GetAsync(string query, string more = "", string? accept = null) =>
        _server.GetAsync("/graphql?query=" + Escape(query) + more, accept);

    static string Escape(string text) => Uri.EscapeDataString(text);
}
