using System.Buffers;
using System.Net;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphApi.Server.Tests.Transport;

/// <summary>Who calls, what fails, and what the answer may say of it.</summary>
public sealed class GraphQLEndpointTests : IAsyncLifetime
{
    const string Caller = """{"query":"{ caller }"}""";
    const string GraphQLJson = "application/graphql-response+json";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Without_a_token_the_caller_is_anonymous() =>
        (await _server.PostAsync(Caller)).Is(HttpStatusCode.OK, """{"data":{"caller":null}}""");

    [Fact]
    public async Task With_a_token_the_caller_is_its_subject()
    {
        var token = _server.Token("partner-toy");

        (await _server.PostAsync(Caller, token: token)).Is(HttpStatusCode.OK, """{"data":{"caller":"partner-toy"}}""");
        (await _server.PostAsync(Caller, token: token)).Is(HttpStatusCode.OK, """{"data":{"caller":"partner-toy"}}""");
    }

    [Fact]
    public async Task An_expired_token_is_refused_and_says_so()
    {
        var token = _server.Token(lifetime: TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await _server.PostAsync(Caller, token: token)).Status);

        _server.Time.Advance(TimeSpan.FromSeconds(60 + 31));
        var answer = await _server.PostAsync(Caller, token: token);

        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The access token has expired. Get a new one and send the request again.",
            "AUTH_NOT_AUTHENTICATED");
        Assert.Equal(
            "Bearer error=\"invalid_token\", error_description=\"The token has expired.\"",
            answer.Headers["WWW-Authenticate"]);
    }

    [Fact]
    public async Task A_token_is_good_within_the_skew_of_clocks()
    {
        var token = _server.Token(lifetime: TimeSpan.FromMinutes(1));

        _server.Time.Advance(TimeSpan.FromSeconds(60 + 29));

        Assert.Equal(HttpStatusCode.OK, (await _server.PostAsync(Caller, token: token)).Status);
    }

    [Fact]
    public async Task A_token_that_was_changed_is_refused_without_being_repeated()
    {
        var token = _server.Token();
        var parts = token.Split('.');
        string[] bad =
        [
            "nonsense",
            "a.b.c",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}.{parts[1]}.{parts[2][1..]}{parts[2][0]}",
            new string('a', 40_000)[..7000],
        ];

        foreach (var changed in bad)
        {
            var answer = await _server.PostAsync(Caller, token: changed);

            answer.IsError(HttpStatusCode.Unauthorized, "The access token is not valid.", "AUTH_NOT_AUTHENTICATED");
            Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers["WWW-Authenticate"]);
        }
    }

    [Fact]
    public async Task A_token_for_another_audience_or_by_another_issuer_is_refused()
    {
        var options = _server.Options.Authentication;

        foreach (var other in new[]
        {
            options with { Audience = "another" },
            options with { Issuer = "https://another.example" },
        })
        {
            (await _server.PostAsync(Caller, token: _server.Token(options: other)))
                .IsError(HttpStatusCode.Unauthorized, "The access token is not valid.", "AUTH_NOT_AUTHENTICATED");
        }
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("bearer-ish x")]
    public async Task Credentials_of_another_kind_are_refused_and_not_taken_for_none(string authorization)
    {
        var answer = await _server.SendAsync(
            HttpMethod.Get, "/graphql?query=%7Bcaller%7D", authorization: authorization);

        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The Authorization header must be, once, 'Bearer' or 'DPoP' followed by an access token.",
            "AUTH_NOT_AUTHENTICATED");
        Assert.StartsWith("Bearer, DPoP algs=\"", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_client_beyond_its_quota_is_told_when_to_come_again()
    {
        _server.SessionFault = new GraphQLException(new GraphQLError("Enough for today.", ErrorCode.QuotaExceeded)
        {
            Extensions = new Dictionary<string, object?> { ["quota"] = 10, ["retryAfterSeconds"] = 43_200 },
        });

        var answer = await _server.PostAsync("""{"query":"{ caller }"}""");

        answer.Is(
            HttpStatusCode.TooManyRequests,
            """{"errors":[{"message":"Enough for today.","extensions":{"code":"QUOTA_EXCEEDED","quota":10,"retryAfterSeconds":43200}}]}""");
        Assert.Equal("43200", answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_fault_is_masked_and_its_trace_id_is_in_the_log()
    {
        var answer = await _server.PostAsync("""{"query":"{ broken }"}""");

        var traceId = answer.Extension("traceId")!;
        answer.Is(
            HttpStatusCode.OK,
            "{\"errors\":[{\"message\":\"Unexpected Execution Error\",\"locations\":[{\"line\":1,\"column\":3}],"
                + "\"path\":[\"broken\"],\"extensions\":{\"code\":\"INTERNAL\",\"coordinate\":\"Query.broken\","
                + "\"traceId\":\"" + traceId + "\"}}],\"data\":{\"broken\":null}}");
        Assert.Matches("^[0-9a-f]{32}$", traceId);
        Assert.Contains(
            _server.Log.Lines,
            line => line.Contains($"A request failed (trace {traceId})", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trace_id_that_comes_with_the_request_is_kept()
    {
        const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";

        var answer = await _server.SendAsync(
            HttpMethod.Get,
            "/graphql?query=%7Bbroken%7D",
            headers: ("traceparent", $"00-{TraceId}-00f067aa0ba902b7-01"));

        Assert.Equal(TraceId, answer.Extension("traceId"));
    }

    [Theory]
    [InlineData(null, "application/json; charset=utf-8")]
    [InlineData(GraphQLJson, GraphQLJson + "; charset=utf-8")]
    public async Task A_lost_database_is_503_and_masked_and_comes_back_without_a_restart(
        string? accept, string contentType)
    {
        _server.DatabaseAnswers = false;
        var lost = await _server.PostAsync(Caller, accept);
        _server.DatabaseAnswers = true;
        var found = await _server.PostAsync(Caller, accept);

        var traceId = lost.Extension("traceId")!;
        lost.Is(
            HttpStatusCode.ServiceUnavailable,
            "{\"errors\":[{\"message\":\"The service is not available at the moment. Try again later.\","
                + "\"extensions\":{\"code\":\"UNAVAILABLE\",\"traceId\":\"" + traceId + "\"}}]}");
        Assert.Equal(contentType, lost.ContentType);
        Assert.Contains(_server.Log.Lines, line => line.Contains(traceId, StringComparison.Ordinal));
        found.Is(HttpStatusCode.OK, """{"data":{"caller":null}}""");
    }

    [Theory]
    [InlineData(ErrorCode.Timeout)]
    [InlineData(ErrorCode.Unavailable)]
    public async Task A_session_that_cannot_be_opened_in_time_is_503_and_masked(string code)
    {
        _server.SessionFault = new GraphQLException(new GraphQLError("The statement took too long.", code));

        var answer = await _server.PostAsync(Caller);

        var traceId = answer.Extension("traceId")!;
        answer.Is(
            HttpStatusCode.ServiceUnavailable,
            "{\"errors\":[{\"message\":\"The service is not available at the moment. Try again later.\","
                + "\"extensions\":{\"code\":\"UNAVAILABLE\",\"traceId\":\"" + traceId + "\"}}]}");
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended()
    {
        await using var hasty = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { ExecutionTimeout = TimeSpan.FromMilliseconds(200) },
        });

        var answer = await hasty.PostAsync("""{"query":"{ slow }"}""");

        answer.IsError(
            HttpStatusCode.ServiceUnavailable, "The operation took longer than the allowed 0.2 seconds.", "HC0045");
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_operation_and_no_error_is_logged()
    {
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        using var content = new StringContent("""{"query":"{ slow }"}""", null, "application/json");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _server.Client.PostAsync("/graphql", content, leaving.Token));
        await Eventually(() => _server.Log.Lines.Any(line => line.Contains("A client left", StringComparison.Ordinal)));

        Assert.DoesNotContain(_server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_while_the_response_is_written_breaks_the_connection(bool isFlushed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(_server.Log);
        await using var app = builder.Build();
        var logger = app.Services.GetRequiredService<ILogger<GraphQLEndpoint>>();
        var authentication = new AuthenticationOptions();
        var authenticator = new Authenticator(
            authentication,
            new AccessTokens(authentication, new FileKeys(authentication), TimeProvider.System),
            new DpopProofs(authentication, TimeProvider.System));
        app.Run(new GraphQLEndpoint(
            [new HalfTransport(isFlushed)], authenticator, new TransportOptions(), logger).ServeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetStringAsync(app.Urls.Single(), TestContext.Current.CancellationToken));

        Assert.Contains(_server.Log.Lines, line => line.Contains("A request failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_clients_send_is_not_logged()
    {
        const string Marker = "zebra7431";
        await _server.PostAsync($$$"""{"query":"{ {{{Marker}}}: greeting(name: \"{{{Marker}}}\") }"}""");
        await _server.PostAsync($$$"""{"query":"query($n: Int!) { greeting(times: $n) }","variables":{"n":"{{{Marker}}}"}}""");
        await _server.GetAsync($"/graphql?query=%7B{Marker}%7D");
        await _server.PostAsync(Caller, token: Marker);
        await _server.PostAsync("""{"query":"{ broken }"}""", token: _server.Token(Marker));

        Assert.NotEmpty(_server.Log.Lines);
        Assert.DoesNotContain(_server.Log.Lines, line => line.Contains(Marker, StringComparison.Ordinal));
    }

    static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 100 && !condition(); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(condition());
    }

    /// <summary>Fails halfway.</summary>
    sealed class HalfTransport(bool isFlushed) : ITransport
    {
        public bool Accepts(HttpRequest request) => true;

        public async ValueTask ServeAsync(HttpContext http, Caller caller)
        {
            http.Response.BodyWriter.Write("{\"data\":"u8);
            if (isFlushed)
            {
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }

            throw new InvalidOperationException(ToySchema.Secret);
        }
    }
}
