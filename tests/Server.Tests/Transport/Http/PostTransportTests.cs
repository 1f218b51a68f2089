using System.Net;
using System.Text;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>POST against Kestrel: every bad request with its exact answer.</summary>
public sealed class PostTransportTests : IAsyncLifetime
{
    const string GraphQLJson = "application/graphql-response+json";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_query_is_answered()
    {
        var answer = await _server.PostAsync("""{"query":"{ greeting }"}""");

        answer.Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
    }

    [Fact]
    public async Task Variables_and_the_operation_name_reach_the_engine()
    {
        var answer = await _server.PostAsync("""
            {"query":"query A($n: String!) { greeting(name: $n) } query B { __typename }",
             "operationName":"A","variables":{"n":"\ud83c\udfc3 \u00e9"},"extensions":{},"more":[1,{"x":null}]}
            """);

        answer.Is(HttpStatusCode.OK, "{\"data\":{\"greeting\":\"Hello \\uD83C\\uDFC3 é\"}}");
    }

    [Fact]
    public async Task A_mutation_may_be_posted() =>
        (await _server.PostAsync("""{"query":"mutation { rename(name: \"x\") }"}"""))
            .Is(HttpStatusCode.OK, """{"data":{"rename":"x"}}""");

    [Theory]
    [InlineData(null, 200)]
    [InlineData(GraphQLJson, 400)]
    public async Task A_syntax_error_says_where_it_is(string? accept, int status) =>
        (await _server.PostAsync("""{"query":"{ greeting"}""", accept)).Is(
            (HttpStatusCode)status,
            "{\"errors\":[{\"message\":\"Syntax Error: Expected Name, found <EOF>.\","
                + "\"locations\":[{\"line\":1,\"column\":11}],\"extensions\":{\"code\":\"HC0014\"}}]}");

    [Fact]
    public async Task An_operation_that_ran_is_200_whatever_came_of_it()
    {
        var answer = await _server.PostAsync("""{"query":"{ refused }"}""", GraphQLJson);

        answer.Is(
            HttpStatusCode.OK,
            "{\"errors\":[{\"message\":\"Not today.\",\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"refused\"],"
                + "\"extensions\":{\"code\":\"TOY\",\"coordinate\":\"Query.refused\"}}],\"data\":{\"refused\":null}}");
        Assert.Equal(GraphQLJson + "; charset=utf-8", answer.ContentType);
    }

    [Theory]
    [InlineData("", "The request body is not a JSON object.", "HC0012")]
    [InlineData("   ", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("null", "The request body is not a JSON object.", "HC0012")]
    [InlineData("\"{ greeting }\"", "The request body is not a JSON object.", "HC0012")]
    [InlineData("{ \"query", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("{'query':'{ greeting }'}", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("""{"query":"{ greeting }"} {}""", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("""{"query":"{ greeting }",}""", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("""[{"query":"{ greeting }"}]""", "A batch of requests cannot be sent: send one JSON object.", "HC0009")]
    [InlineData("""{"query":1}""", "The member 'query' must be a string.", "HC0009")]
    [InlineData("""{"query":["{ greeting }"]}""", "The member 'query' must be a string.", "HC0009")]
    [InlineData("""{"query":"{ greeting }","operationName":{}}""", "The member 'operationName' must be a string.", "HC0009")]
    [InlineData("""{"query":"{ greeting }","variables":[]}""", "The member 'variables' must be an object.", "HC0009")]
    [InlineData("""{"query":"{ greeting }","variables":"{}"}""", "The member 'variables' must be an object.", "HC0009")]
    [InlineData("""{"query":"{ greeting }","extensions":0}""", "The member 'extensions' must be an object.", "HC0009")]
    [InlineData("""{"query":"a","query":"b"}""", "The member 'query' is given more than once.", "HC0009")]
    [InlineData("""{"query":"a","variables":{},"variables":{}}""", "The member 'variables' is given more than once.", "HC0009")]
    [InlineData("""{"documentId":1}""", "The member 'documentId' must be a string.", "HC0009")]
    [InlineData("""{"id":{"a":"b"}}""", "The member 'id' must be a string.", "HC0009")]
    [InlineData(
        """{"documentId":"a","id":"a"}""",
        "The id of the document is given more than once, as 'documentId' or as 'id'.",
        "HC0009")]
    [InlineData("""{"query":"a","variables":{"n":1,"n":2}}""", "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData("""{"query":"\ud83c"}""", "The request body holds text that is not valid Unicode.", "HC0012")]
    [InlineData("""{"query":"a","variables":{"n":["\uDFC3"]}}""", "The request body holds text that is not valid Unicode.", "HC0012")]
    [InlineData("""{"query":"a","extensions":{"n":"\ud83c"}}""", "The request body holds text that is not valid Unicode.", "HC0012")]
    [InlineData("""{"query":"a","variables":{"\ud83c":1}}""", "The request body holds text that is not valid Unicode.", "HC0012")]
    public async Task A_body_that_is_no_request_is_refused_whatever_the_client_accepts(
        string body, string message, string code)
    {
        (await _server.PostAsync(body)).IsError(HttpStatusCode.BadRequest, message, code);
        (await _server.PostAsync(body, GraphQLJson)).IsError(HttpStatusCode.BadRequest, message, code);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":""}""")]
    [InlineData("""{"qeury":"{ greeting }"}""")]
    public async Task A_request_without_a_document_is_refused(string body)
    {
        var answer = await _server.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("HC0013", answer.Extension("code"));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_announced_or_not()
    {
        await using var small = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { MaxRequestBytes = 2048 },
        });
        var body = $$"""{"query":"{ greeting }","more":"{{new string('x', 5_000_000)}}"}""";
        var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body)));
        chunked.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        var announced = await small.PostAsync(body);
        var streamed = await small.SendAsync(
            HttpMethod.Post, "/graphql", chunked, headers: [("Transfer-Encoding", "chunked")]);

        foreach (var answer in new[] { announced, streamed })
        {
            answer.IsError(
                HttpStatusCode.RequestEntityTooLarge, "The request body is larger than 2048 bytes.", "HC0010");
        }
    }

    [Fact]
    public async Task A_body_of_the_limit_is_read()
    {
        var start = """{"query":"{ greeting }","more":" """;
        var body = start + new string('x', _server.Options.Transport.MaxRequestBytes - start.Length - 2) + "\"}";

        (await _server.PostAsync(body)).Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");
    }

    [Fact]
    public async Task An_answer_larger_than_a_buffer_comes_whole()
    {
        var answer = await _server.PostAsync("""{"query":"{ greeting(times: 50000) }"}""");

        Assert.Equal("{\"data\":{\"greeting\":\"".Length + 50_000 * "Hello you".Length + 3, answer.Body.Length);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    public async Task Another_method_is_not_allowed(string method)
    {
        var answer = await _server.SendAsync(new HttpMethod(method), "/graphql");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("GET, POST", answer.Headers["Allow"]);
    }
}
