using System.Net;
using System.Security.Cryptography;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Security;

/// <summary>Tokens of an issuer whose keys are discovered, from Kestrel to Kestrel.</summary>
public sealed class DiscoveredKeysTests : IAsyncLifetime
{
    readonly ECDsa _first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa _second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    LocalIssuer _issuer = null!;
    ToyServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync();
        _issuer.Keys = new Dictionary<string, ECDsa> { ["1"] = _first };
        _server = await ToyServer.StartAsync(options => options with
        {
            Authentication = new AuthenticationOptions { Authority = _issuer.Address },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public async Task Keys_are_asked_for_when_the_first_token_comes_and_then_not_again()
    {
        Assert.Equal(0, _issuer.Asked);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await AssertBelievedAsync(Token("1", _first));
        }

        Assert.Equal(1, _issuer.Asked);
        await AssertInvalidAsync(Token("1", _second));
        Assert.Equal(1, _issuer.Asked);
    }

    [Fact]
    public async Task Many_that_come_first_ask_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AssertBelievedAsync(Token("1", _first))));
        Assert.Equal(1, _issuer.Asked);
    }

    [Fact]
    public async Task A_key_that_is_added_is_believed_at_once_beside_the_old_one()
    {
        await AssertBelievedAsync(Token("1", _first));
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        _issuer.Keys = new Dictionary<string, ECDsa> { ["1"] = _first, ["2"] = _second };
        await AssertBelievedAsync(Token("2", _second));
        await AssertBelievedAsync(Token("1", _first));
        Assert.Equal(2, _issuer.Asked);
    }

    [Fact]
    public async Task Made_up_key_ids_ask_the_issuer_once_in_thirty_seconds()
    {
        await AssertBelievedAsync(Token("1", _first));
        foreach (var id in Enumerable.Range(100, 10))
        {
            await AssertInvalidAsync(Token($"{id}", _second));
        }

        Assert.Equal(1, _issuer.Asked);
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(200, 10).Select(id => AssertInvalidAsync(Token($"{id}", _second))));
        Assert.Equal(2, _issuer.Asked);
    }

    [Fact]
    public async Task A_key_that_is_withdrawn_is_believed_until_the_keys_are_asked_for_again()
    {
        await AssertBelievedAsync(Token("1", _first));
        _issuer.Keys = new Dictionary<string, ECDsa> { ["2"] = _second };
        _server.Time.Advance(TimeSpan.FromSeconds(599));
        await AssertBelievedAsync(Token("1", _first));
        Assert.Equal(1, _issuer.Asked);

        // This one is still answered by the keys that are known, and has them asked for.
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertBelievedAsync(Token("1", _first));
        for (var tries = 0; (await AskAsync(Token("1", _first))).Status == HttpStatusCode.OK && tries < 500; tries++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await AssertInvalidAsync(Token("1", _first));
        await AssertBelievedAsync(Token("2", _second));
        Assert.Equal(2, _issuer.Asked);
    }

    [Fact]
    public async Task While_the_issuer_is_down_nothing_can_be_checked_and_anonymous_callers_are_served()
    {
        _issuer.IsUp = false;
        await AssertUnavailableAsync(Token("1", _first));
        await AssertUnavailableAsync(Token("1", _second));
        Assert.Equal(1, _issuer.Asked);
        (await _server.GetAsync("/graphql?query=%7Bcaller%7D")).Is(HttpStatusCode.OK, """{"data":{"caller":null}}""");

        _issuer.IsUp = true;
        await AssertUnavailableAsync(Token("1", _first));
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        await AssertBelievedAsync(Token("1", _first));
        Assert.Equal(2, _issuer.Asked);
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema.graphql")]
    public async Task While_the_issuer_is_down_the_schema_is_shown_to_nobody_who_sends_a_token(string path)
    {
        _issuer.IsUp = false;
        AssertUnavailable(await _server.SendAsync(
            HttpMethod.Get, path, authorization: $"Bearer {Token("1", _first)}"));
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync(path)).Status);
    }

    [Fact]
    public async Task When_the_issuer_goes_down_its_keys_are_believed_for_a_day()
    {
        await AssertBelievedAsync(Token("1", _first));
        _issuer.IsUp = false;
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        // The issuer may have this key.
        await AssertUnavailableAsync(Token("2", _second));
        await AssertBelievedAsync(Token("1", _first));

        _server.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(31));
        await AssertBelievedAsync(Token("1", _first));
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertUnavailableAsync(Token("1", _first));
    }

    [Fact]
    public async Task An_issuer_that_calls_itself_otherwise_is_another_one()
    {
        _issuer.Name = "https://another.example";
        await AssertUnavailableAsync(Token("1", _first));
        await using var told = await ToyServer.StartAsync(options => options with
        {
            Authentication = new AuthenticationOptions
            {
                Authority = _issuer.Address,
                Issuer = "https://another.example",
            },
        });
        var claims = Forge.Claims(told.Time, "https://another.example");
        var token = Forge.Sign(Forge.Header("ES256", "1"), claims, _first);
        (await told.SendAsync(HttpMethod.Get, "/graphql?query=%7Bcaller%7D", authorization: $"Bearer {token}"))
            .Is(HttpStatusCode.OK, """{"data":{"caller":"toy-caller"}}""");
    }

    string Token(string keyId, ECDsa key) =>
        Forge.Sign(Forge.Header("ES256", keyId), Forge.Claims(_server.Time, _issuer.Address), key);

    Task<Answer> AskAsync(string token) =>
        _server.SendAsync(HttpMethod.Get, "/graphql?query=%7Bcaller%7D", authorization: $"Bearer {token}");

    async Task AssertBelievedAsync(string token) =>
        (await AskAsync(token)).Is(HttpStatusCode.OK, """{"data":{"caller":"toy-caller"}}""");

    async Task AssertInvalidAsync(string token) => (await AskAsync(token))
        .IsError(HttpStatusCode.Unauthorized, "The access token is not valid.", "AUTH_NOT_AUTHENTICATED");

    async Task AssertUnavailableAsync(string token) => AssertUnavailable(await AskAsync(token));

    void AssertUnavailable(Answer answer)
    {
        var traceId = answer.Extension("traceId");
        answer.Is(
            HttpStatusCode.ServiceUnavailable,
            "{\"errors\":[{\"message\":\"The service is not available at the moment. Try again later.\","
                + "\"extensions\":{\"code\":\"UNAVAILABLE\",\"traceId\":\"" + traceId + "\"}}]}");
        Assert.Contains(
            _server.Log.Lines,
            line => line.Contains($"its issuer's keys are missing (trace {traceId})", StringComparison.Ordinal));
    }
}
