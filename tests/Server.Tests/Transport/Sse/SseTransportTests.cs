using System.Net;
using System.Text;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.Sse;

/// <summary>Server-sent events, as they are on the wire.</summary>
public sealed class SseTransportTests : IAsyncLifetime
{
    const string Accept = "text/event-stream";
    const string Notes = """{"query":"subscription { notes { text reader } }"}""";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with
        {
            Streams = new StreamOptions { MaxConnectionsPerCaller = 2, MaxConnections = 3 },
        },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task SubscribedAsync(int count) => Eventually.HoldsAsync(() => _server.Events.Subscribers == count);

    async Task<Reader> OpenAsync(string query = Notes, string? token = null, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(query, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await _server.Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return new Reader(response, new StreamReader(body));
    }

    [Theory]
    [InlineData("""{"query":"{ greeting }"}""", """{"data":{"greeting":"Hello you"}}""")]
    [InlineData("""{"query":"mutation { rename(name: \"x\") }"}""", """{"data":{"rename":"x"}}""")]
    [InlineData("""{"query":"{ nothing }"}""", """{"errors":[{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":1,"column":3}]}]}""")]
    public async Task What_has_one_response_is_a_stream_of_one(string body, string expected)
    {
        var answer = await _server.PostAsync(body, Accept);
        Assert.Equal(
            (HttpStatusCode.OK, "text/event-stream; charset=utf-8", $"event: next\ndata: {expected}\n\nevent: complete\ndata:\n\n"),
            (answer.Status, answer.ContentType, answer.Body));
        Assert.Equal(
            ("no-store", "nosniff", "no"),
            (answer.Headers["Cache-Control"],
                answer.Headers["X-Content-Type-Options"],
                answer.Headers["X-Accel-Buffering"]));
    }

    [Fact]
    public async Task Events_have_ids_and_the_end_is_told()
    {
        using var reader = await OpenAsync(token: _server.Token());
        Assert.Equal(":", await reader.ReadAsync());
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        _server.Events.Add(SourceEvent.Discontinuity);
        _server.Events.Add(_ => null);
        Assert.Equal(
            """
            event: next
            id: c1
            data: {"data":{"notes":{"text":"one","reader":"toy-caller"}},"extensions":{"cursor":"c1"}}
            """,
            await reader.ReadAsync());
        Assert.StartsWith(
            "event: next\nid: c2\ndata: {\"errors\":[{\"message\":\"Events were missed",
            await reader.ReadAsync(),
            StringComparison.Ordinal);
        Assert.Equal("event: complete\ndata:", await reader.ReadAsync());
        Assert.Null(await reader.ReadAsync());
        Assert.Equal(_server.Sessions.Opened, _server.Sessions.Closed);
    }

    [Theory]
    [InlineData(Notes, "c1", "two")]
    [InlineData("""{"query":"subscription { notes(after: \"c0\") { text } }"}""", "c1", "two")]
    [InlineData("""{"query":"subscription { notes(after: \"c1\") { text } }"}""", null, "two")]
    public async Task Who_comes_again_gets_what_he_missed(string body, string? lastEventId, string expected)
    {
        _server.Events.Publish("one");
        _server.Events.Publish("two");
        using var reader = await OpenAsync(body, lastEventId: lastEventId);
        Assert.Equal(":", await reader.ReadAsync());
        Assert.Contains($"\"text\":\"{expected}\"", await reader.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_subscribes_may_do_so_by_get()
    {
        using var response = await _server.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription%7Bnotes%7Btext%7D%7D")
            {
                Headers = { { "Accept", Accept } },
            },
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        await SubscribedAsync(1);
    }

    [Fact]
    public async Task A_mutation_may_not_come_by_get() => Assert.Equal(
        HttpStatusCode.MethodNotAllowed,
        (await _server.GetAsync("/graphql?query=mutation%7Brename(name:%22x%22)%7D", Accept)).Status);

    [Theory]
    [InlineData("application/json, text/event-stream", "application/json; charset=utf-8")]
    [InlineData("text/event-stream, application/graphql-response+json", "application/graphql-response+json; charset=utf-8")]
    [InlineData("text/event-stream;q=0, */*", "application/json; charset=utf-8")]
    public async Task Who_accepts_json_too_gets_one_response_as_json(string accept, string expected)
    {
        var answer = await _server.PostAsync("""{"query":"{ greeting }"}""", accept);
        Assert.Equal(
            (expected, """{"data":{"greeting":"Hello you"}}"""), (answer.ContentType, answer.Body));
    }

    [Theory]
    [InlineData("nonsense", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[{\"query\":\"{ greeting }\"}]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData(Notes, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_request_is_refused_by_its_status(
        string body, string contentType, HttpStatusCode expected)
    {
        var answer = await _server.PostAsync(body, Accept, contentType);
        Assert.Equal((expected, "application/json; charset=utf-8"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_refused_token_is_refused_by_its_status() => Assert.Equal(
        HttpStatusCode.Unauthorized, (await _server.PostAsync(Notes, Accept, token: "nonsense")).Status);

    [Fact]
    public async Task Only_get_and_post_are_methods() => Assert.Equal(
        HttpStatusCode.MethodNotAllowed,
        (await _server.SendAsync(HttpMethod.Put, "/graphql", accept: Accept)).Status);

    [Fact]
    public async Task A_quiet_stream_is_kept_alive_and_tells_a_newer_cursor()
    {
        using var reader = await OpenAsync();
        Assert.Equal(":", await reader.ReadAsync());
        await SubscribedAsync(1);
        _server.Time.Advance(new StreamOptions().KeepAlive);
        Assert.Equal(":", await reader.ReadAsync());
        _server.Events.Add(SourceEvent.Heartbeat);
        Assert.Equal("id: c1", await reader.ReadAsync());
        _server.Events.Add(SourceEvent.Heartbeat);
        await Eventually.HoldsAsync(() => _server.Events.Taken == 2);
        _server.Time.Advance(new StreamOptions().KeepAlive);
        Assert.Equal("id: c2", await reader.ReadAsync());
        _server.Time.Advance(new StreamOptions().KeepAlive);
        Assert.Equal(":", await reader.ReadAsync());
    }

    [Fact]
    public async Task An_expired_token_ends_the_stream_with_a_cursor()
    {
        using var reader = await OpenAsync(token: _server.Token(lifetime: TimeSpan.FromMinutes(1)));
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        Assert.Equal(":", await reader.ReadAsync());
        Assert.Contains("\"one\"", await reader.ReadAsync(), StringComparison.Ordinal);
        _server.Time.Advance(TimeSpan.FromSeconds(91));
        Assert.Equal(
            """
            event: next
            id: c1
            data: {"errors":[{"message":"The access token has expired. Ask again with a new one; of a subscription, after the cursor.","extensions":{"code":"AUTH_TOKEN_EXPIRED","cursor":"c1"}}],"extensions":{"cursor":"c1"}}
            """,
            await reader.ReadEventAsync());
        Assert.Equal("event: complete\ndata:", await reader.ReadAsync());
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task Who_loses_his_rights_loses_the_stream()
    {
        using var reader = await OpenAsync(token: _server.Token());
        await SubscribedAsync(1);
        _server.SessionFault = new GraphQLException(new GraphQLError("No rights.", ErrorCode.NotAuthenticated));
        _server.RightsVersion++;
        Assert.Contains("No rights.", await reader.ReadEventAsync(), StringComparison.Ordinal);
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task Streams_have_a_bound_for_a_caller_and_for_the_node()
    {
        using var one = await OpenAsync();
        using var two = await OpenAsync();
        var third = await _server.PostAsync(Notes, Accept);
        third.IsError(
            HttpStatusCode.TooManyRequests,
            "At most 2 connections of one caller may be open. Close one.",
            "TOO_MANY_STREAMS");
        using var other = await OpenAsync(token: _server.Token());
        var fourth = await _server.PostAsync(Notes, Accept, token: _server.Token("another"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "UNAVAILABLE"), (fourth.Status, fourth.Extension("code")));
        other.Dispose();
        await SubscribedAsync(2);
        await Eventually.HoldsAsync(() => _server.Events.Subscribers == 2);
    }

    [Fact]
    public async Task A_client_that_leaves_leaves_nothing_behind()
    {
        var reader = await OpenAsync();
        await SubscribedAsync(1);
        reader.Dispose();
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task A_node_that_stops_ends_its_streams_without_completing_them()
    {
        using var reader = await OpenAsync();
        Assert.Equal(":", await reader.ReadAsync());
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        await reader.ReadAsync();
        var stopping = _server.StopAsync();
        Assert.Equal("id: c1", await reader.ReadAsync());
        Assert.Null(await reader.ReadAsync());
        await stopping;
    }

    [Fact]
    public async Task A_cursor_with_line_breaks_adds_no_line()
    {
        using var reader = await OpenAsync("""{"query":"subscription { notes(after: \"c0\\n\\nevent: next\") { text } }"}""");
        Assert.Equal(":", await reader.ReadAsync());
        var told = await reader.ReadEventAsync();
        Assert.StartsWith("event: next\ndata: {\"errors\"", told, StringComparison.Ordinal);
    }

    sealed class Reader(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        /// <summary>The lines up to an empty one; null: there are no more.</summary>
        public async Task<string?> ReadAsync()
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(20));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(limit.Token) is { } line)
            {
                if (line.Length == 0)
                {
                    return string.Join('\n', lines);
                }

                lines.Add(line);
            }

            return null;
        }

        /// <summary>The next that is no comment.</summary>
        public async Task<string?> ReadEventAsync()
        {
            while (true)
            {
                var read = await ReadAsync();
                if (read is not ":")
                {
                    return read;
                }
            }
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
