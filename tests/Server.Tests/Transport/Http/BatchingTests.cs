using System.Net;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>Several operations in one HTTP request.</summary>
public sealed class BatchingTests : IAsyncLifetime
{
    const string GraphQLJson = "application/graphql-response+json";
    const string Greeting = """{"query":"{ greeting }"}""";
    const string Greeted = """{"data":{"greeting":"Hello you"}}""";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await StartAsync(maxOperations: 3);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null, "application/json; charset=utf-8")]
    [InlineData(GraphQLJson, GraphQLJson + "; charset=utf-8")]
    public async Task A_batch_is_answered_in_its_order_with_200_whatever_becomes_of_its_operations(
        string? accept, string contentType)
    {
        var answer = await _server.PostAsync(
            """
            [{"query":"query A($n: String!) { greeting(name: $n) }","variables":{"n":"A"}},
             {"query":"{ refused }"},
             {"query":"{ greeting"}]
            """,
            accept);

        answer.Is(
            HttpStatusCode.OK,
            "[{\"data\":{\"greeting\":\"Hello A\"}},"
                + "{\"errors\":[{\"message\":\"Not today.\",\"locations\":[{\"line\":1,\"column\":3}],"
                + "\"path\":[\"refused\"],\"extensions\":{\"code\":\"TOY\",\"coordinate\":\"Query.refused\"}}],\"data\":{\"refused\":null}},"
                + "{\"errors\":[{\"message\":\"Syntax Error: Expected Name, found <EOF>.\","
                + "\"locations\":[{\"line\":1,\"column\":11}],\"extensions\":{\"code\":\"HC0014\"}}]}]");
        Assert.Equal(contentType, answer.ContentType);
    }

    [Fact]
    public async Task A_batch_of_one_is_answered_with_an_array() =>
        (await _server.PostAsync($"[{Greeting}]")).Is(HttpStatusCode.OK, $"[{Greeted}]");

    [Fact]
    public async Task A_single_request_is_answered_as_ever() =>
        (await _server.PostAsync(Greeting)).Is(HttpStatusCode.OK, Greeted);

    [Fact]
    public async Task Operations_run_one_after_another_and_see_what_was_done_before_them()
    {
        var answer = await _server.PostAsync(
            """[{"query":"{ running }"},{"query":"{ running }"},{"query":"{ running }"}]""");

        const string One = """{"data":{"running":1}}""";
        answer.Is(HttpStatusCode.OK, $"[{One},{One},{One}]");
    }

    [Fact]
    public async Task Each_operation_has_a_session_of_its_own_and_none_stays_open()
    {
        var before = _server.Sessions;

        await _server.PostAsync($"[{Greeting},{Greeting},{Greeting}]");

        Assert.Equal((before.Opened + 3, before.Closed + 3), _server.Sessions);
    }

    [Theory]
    [InlineData("""{"query":1}""", "The member 'query' must be a string.", "HC0009")]
    [InlineData("""{"query":["{ greeting }"]}""", "The member 'query' must be a string.", "HC0009")]
    [InlineData("""{"query":"a","query":{"b":[1]}}""", "The member 'query' is given more than once.", "HC0009")]
    [InlineData("""{"variables":[[1],{}],"query":"{ greeting }"}""", "The member 'variables' must be an object.", "HC0009")]
    public async Task A_request_that_is_none_is_refused_alone(string malformed, string message, string code)
    {
        var answer = await _server.PostAsync($"[{Greeting},{malformed},{Greeting}]");

        var error = "{\"errors\":[{\"message\":\"" + message + "\",\"extensions\":{\"code\":\"" + code + "\"}}]}";
        answer.Is(HttpStatusCode.OK, $"[{Greeted},{error},{Greeted}]");
    }

    [Fact]
    public async Task A_lost_database_is_an_error_of_each_operation()
    {
        _server.DatabaseAnswers = false;

        var answer = await _server.PostAsync($"[{Greeting},{Greeting}]");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches(
            "^\\[({\"errors\":\\[{\"message\":\"The service is not available at the moment. Try again later.\","
                + "\"extensions\":{\"code\":\"UNAVAILABLE\",\"traceId\":\"[0-9a-f]{32}\"}}\\]},?){2}\\]$",
            answer.Body);
    }

    [Theory]
    [InlineData("[]", 400, "The batch has no operation.", "HC0009")]
    [InlineData("[null]", 400, "A request of the batch is not a JSON object.", "HC0009")]
    [InlineData($"[{Greeting},\"{{ greeting }}\"]", 400, "A request of the batch is not a JSON object.", "HC0009")]
    [InlineData($"[{Greeting},[{Greeting}]]", 400, "A request of the batch is not a JSON object.", "HC0009")]
    [InlineData($"[{Greeting},", 400, "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData($"[{Greeting}{Greeting}]", 400, "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData($"[{Greeting}] []", 400, "The JSON of the request body cannot be read.", "HC0012")]
    [InlineData($"[{Greeting},{Greeting},{Greeting},{Greeting}]", 413, "The batch has more than 3 operations.", "HC0010")]
    public async Task A_body_that_is_no_batch_is_refused_before_anything_runs(
        string body, int status, string message, string code)
    {
        var before = _server.Sessions;

        (await _server.PostAsync(body)).IsError((HttpStatusCode)status, message, code);

        Assert.Equal(before, _server.Sessions);
    }

    [Fact]
    public async Task The_limit_on_bytes_holds_for_the_whole_batch()
    {
        var filler = new string('x', _server.Options.Transport.MaxRequestBytes / 2);
        var large = "{\"query\":\"{ greeting }\",\"more\":\"" + filler + "\"}";

        (await _server.PostAsync($"[{large},{large}]")).IsError(
            HttpStatusCode.RequestEntityTooLarge, "The request body is larger than 1048576 bytes.", "HC0010");
    }

    [Fact]
    public async Task The_most_that_can_be_configured_is_answered_whole()
    {
        await using var wide = await StartAsync(maxOperations: 1_024);

        var answer = await wide.PostAsync($"[{string.Join(',', Enumerable.Repeat(Greeting, 1_024))}]");

        answer.Is(HttpStatusCode.OK, $"[{string.Join(',', Enumerable.Repeat(Greeted, 1_024))}]");
    }

    [Fact]
    public async Task A_batch_of_ten_gets_no_array_where_batching_is_off()
    {
        await using var closed = await ToyServer.StartAsync();

        var answer = await closed.PostAsync($"[{string.Join(',', Enumerable.Repeat(Greeting, 10))}]");

        answer.IsError(
            HttpStatusCode.BadRequest, "A batch of requests cannot be sent: send one JSON object.", "HC0009");
    }

    static Task<ToyServer> StartAsync(int maxOperations) => ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with
        {
            Batching = new BatchingOptions { Enabled = true, MaxOperations = maxOperations },
        },
    });
}
