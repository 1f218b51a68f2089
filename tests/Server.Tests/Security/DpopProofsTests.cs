using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Security;

/// <summary>Tokens that are bound to a key, and the proofs of whoever sends them, on Kestrel.</summary>
public sealed class DpopProofsTests : IAsyncLifetime
{
    const string Algorithms =
        "DPoP algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512\"";

    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
    readonly ECDsa _issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await StartAsync(options => options);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _issuer.Dispose();
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_token_is_believed_with_a_proof_for_this_request()
    {
        var token = Token();
        await AssertBelievedAsync(token, Proof(token));
        await AssertBelievedAsync(token, Proof(token));
        (await AskAsync($"dpop {token}", [Proof(token)])).Is(HttpStatusCode.OK, """{"data":{"caller":"machine"}}""");
    }

    [Fact]
    public async Task A_machine_clients_token_must_be_bound()
    {
        var answer = await AskAsync($"Bearer {Token(bound: false)}", []);
        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The access token of a machine client must be bound to a key: by DPoP or by a client certificate.",
            "AUTH_NOT_AUTHENTICATED");
        Assert.Equal($"Bearer error=\"invalid_token\", {Algorithms}", answer.Headers["WWW-Authenticate"]);

        var person = Token(bound: false, change: claims => claims["sub"] = "a-person");
        (await AskAsync($"Bearer {person}", [])).Is(HttpStatusCode.OK, """{"data":{"caller":"a-person"}}""");
        await using var trusting = await StartAsync(options => options with { SenderConstrainedClients = false });
        (await trusting.SendAsync(
            HttpMethod.Get, "/graphql?query=%7Bcaller%7D", authorization: $"Bearer {Token(bound: false)}"))
            .Is(HttpStatusCode.OK, """{"data":{"caller":"machine"}}""");
    }

    [Fact]
    public async Task A_bound_token_is_of_no_use_to_its_bearer()
    {
        var token = Token();
        foreach (var proofs in new[] { Array.Empty<string>(), [Proof(token)] })
        {
            var answer = await AskAsync($"Bearer {token}", proofs);
            answer.IsError(
                HttpStatusCode.Unauthorized,
                "The access token is bound to a key. Send it as 'DPoP' with a proof.",
                "AUTH_NOT_AUTHENTICATED");
            Assert.Equal($"{Algorithms}, error=\"invalid_token\"", answer.Headers["WWW-Authenticate"]);
        }
    }

    [Fact]
    public async Task A_token_that_is_not_bound_takes_no_proof()
    {
        var token = Token(bound: false, change: claims => claims["sub"] = "a-person");
        var answer = await AskAsync($"DPoP {token}", [Proof(token)]);
        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The access token is bound to no key. Send it as 'Bearer'.",
            "AUTH_NOT_AUTHENTICATED");
    }

    [Fact]
    public async Task There_must_be_one_proof()
    {
        var token = Token();
        await AssertRefusedAsync(token, [], "the header DPoP must be there once");
        await AssertRefusedAsync(token, [""], "the header DPoP must be there once");
        await AssertRefusedAsync(token, [new string('a', 9_000)], "the header DPoP must be there once");
        await AssertRefusedAsync(token, ["a.b"], "it is no JWT");
        await AssertRefusedAsync(token, [$"{Proof(token)}, {Proof(token)}"], "it is no JWT");
    }

    [Theory]
    [InlineData("JWT")]
    [InlineData("at+jwt")]
    [InlineData(null)]
    public async Task A_proof_says_that_it_is_one(string? type)
    {
        var token = Token();
        await AssertRefusedAsync(token, [Proof(token, header: h => h["typ"] = type)], "typ is not dpop+jwt");
    }

    [Fact]
    public async Task A_proof_is_signed_by_the_public_key_that_it_brings()
    {
        const string NoKey = "jwk must be a public key that alg is for";
        var token = Token();
        await AssertRefusedAsync(token, [Proof(token, header: h => h["alg"] = "none")], NoKey);
        await AssertRefusedAsync(token, [Unsigned(token)], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["alg"] = "HS256")], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["alg"] = "RS256")], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["alg"] = "ES512")], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h.Remove("jwk"))], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["jwk"] = "key")], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["jwk"]!["d"] = "AAAA")], NoKey);
        await AssertRefusedAsync(token, [Proof(token, header: h => h["crit"] = new JsonArray("x"))], NoKey);
        await AssertRefusedAsync(
            token,
            [Proof(token, header: h => h["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = "AAAA" })],
            NoKey);
        using var small = RSA.Create(1024);
        await AssertRefusedAsync(
            token,
            [Forge.Sign(Header("RS256", Forge.WebKey(small)), Claims(token), small)],
            NoKey);

        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AssertRefusedAsync(
            token,
            [Proof(token, header: h => h["jwk"] = Forge.WebKey(other))],
            "its signature is not that of jwk");
        await AssertRefusedAsync(token, [Proof(token) + "AA"], "its signature is not that of jwk");
    }

    [Fact]
    public async Task The_key_must_be_the_tokens()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var token = Token();
        await AssertRefusedAsync(token, [Proof(token, key: other)], "its key is not the token's");
        using var rsa = RSA.Create(2048);
        var proof = Forge.Sign(Header("RS256", Forge.WebKey(rsa)), Claims(token), rsa);
        await AssertRefusedAsync(token, [proof], "its key is not the token's");
    }

    [Theory]
    [InlineData("htm", "POST", "htm is not the method of the request")]
    [InlineData("htm", "get", "htm is not the method of the request")]
    [InlineData("htm", null, "htm is not the method of the request")]
    [InlineData("htu", "http://another.example/graphql", "htu is not the address of the request")]
    [InlineData("htu", "ORIGIN/other", "htu is not the address of the request")]
    [InlineData("htu", "ORIGIN/graphql/", "htu is not the address of the request")]
    [InlineData("htu", "ORIGIN/GraphQL", "htu is not the address of the request")]
    [InlineData("htu", "/graphql", "htu is not the address of the request")]
    [InlineData("htu", "", "htu is not the address of the request")]
    [InlineData("htu", null, "htu is not the address of the request")]
    [InlineData("ath", "AAAA", "ath is not the hash of the token")]
    [InlineData("ath", null, "ath is not the hash of the token")]
    [InlineData("jti", null, "jti is missing or too long")]
    [InlineData("jti", "", "jti is missing or too long")]
    [InlineData("iat", null, "it is no JWT")]
    [InlineData("iat", "now", "it is no JWT")]
    public async Task A_proof_is_for_one_request_and_one_token(string claim, string? value, string reason)
    {
        var token = Token();
        await AssertRefusedAsync(
            token, [Proof(token, claims: c => c[claim] = value?.Replace("ORIGIN", Origin))], reason);
    }

    [Fact]
    public async Task A_proof_says_when_it_was_made()
    {
        var token = Token();
        await AssertRefusedAsync(
            token, [Proof(token, claims: c => c.Remove("iat"))], "iat is not within 60 seconds of now");
    }

    [Fact]
    public async Task The_query_does_not_count_and_neither_does_the_case_of_the_host()
    {
        var token = Token();
        await AssertBelievedAsync(
            token, Proof(token, claims: c => c["htu"] = $"{Origin.ToUpperInvariant()}/graphql?a#b"));
    }

    [Fact]
    public async Task A_proof_for_another_token_is_refused()
    {
        var (token, other) = (Token(), Token());
        await AssertRefusedAsync(token, [Proof(other)], "ath is not the hash of the token");
    }

    [Theory]
    [InlineData(-60, true)]
    [InlineData(-61, false)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task A_proof_is_fresh(int seconds, bool isBelieved)
    {
        var token = Token();
        var proof = Proof(token, claims: c => c["iat"] = Now + seconds);
        await (isBelieved
            ? AssertBelievedAsync(token, proof)
            : AssertRefusedAsync(token, [proof], "iat is not within 60 seconds of now"));
    }

    [Fact]
    public async Task A_proof_is_taken_once()
    {
        var token = Token();
        // Of the future, so that it stays fresh as long as any can.
        var proof = Proof(token, claims: c => c["iat"] = Now + 30);
        await AssertBelievedAsync(token, proof);
        await AssertRefusedAsync(token, [proof], "it was used before");
        _server.Time.Advance(TimeSpan.FromSeconds(90));
        await AssertRefusedAsync(token, [proof], "it was used before");
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(token, [proof], "iat is not within 60 seconds of now");
    }

    [Fact]
    public async Task A_proof_that_was_refused_is_not_remembered()
    {
        var (token, other) = (Token(), Token());
        var proof = Proof(other);
        await AssertRefusedAsync(token, [proof], "ath is not the hash of the token");
        await AssertBelievedAsync(other, proof);
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_is_the_one_that_clients_know()
    {
        await using var server = await StartAsync(
            options => options with { PublicOrigin = "https://api.example" });
        var token = Token();
        foreach (var (htu, status) in new[]
        {
            ("https://api.example/graphql", HttpStatusCode.OK),
            ("https://API.example:443/graphql", HttpStatusCode.OK),
            ($"{server.Client.BaseAddress}graphql", HttpStatusCode.Unauthorized),
        })
        {
            var answer = await server.SendAsync(
                HttpMethod.Get,
                "/graphql?query=%7Bcaller%7D",
                authorization: $"DPoP {token}",
                headers: [("DPoP", Proof(token, claims: c => c["htu"] = htu))]);
            Assert.Equal(status, answer.Status);
        }
    }

    long Now => _server.Time.GetUtcNow().ToUnixTimeSeconds();

    string Origin => _server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    string Token(bool bound = true, Action<JsonObject>? change = null)
    {
        var claims = Forge.Claims(_server.Time);
        (claims["sub"], claims["client_id"]) = ("machine", "machine");
        if (bound)
        {
            claims["cnf"] = new JsonObject { ["jkt"] = Forge.Thumbprint(_key) };
        }

        change?.Invoke(claims);
        return Forge.Sign(Forge.Header("ES256", "issuer"), claims, _issuer);
    }

    string Proof(
        string token, Action<JsonObject>? claims = null, Action<JsonObject>? header = null, ECDsa? key = null)
    {
        var (head, body) = (Header("ES256", Forge.WebKey(key ?? _key)), Claims(token));
        header?.Invoke(head);
        claims?.Invoke(body);
        return Forge.Sign(head, body, key ?? _key);
    }

    string Unsigned(string token) =>
        Forge.Sign(Header("none", Forge.WebKey(_key)), Claims(token), _ => []);

    JsonObject Claims(string token) => new()
    {
        ["jti"] = Guid.NewGuid().ToString("N"),
        ["htm"] = "GET",
        ["htu"] = $"{Origin}/graphql",
        ["iat"] = Now,
        ["ath"] = Forge.HashOf(token),
    };

    static JsonObject Header(string algorithm, JsonObject key) =>
        new() { ["typ"] = "dpop+jwt", ["alg"] = algorithm, ["jwk"] = key };

    Task<Answer> AskAsync(string authorization, string[] proofs) => _server.SendAsync(
        HttpMethod.Get,
        "/graphql?query=%7Bcaller%7D",
        authorization: authorization,
        headers: [.. proofs.Select(proof => ("DPoP", (string?)proof))]);

    async Task AssertBelievedAsync(string token, string proof) =>
        (await AskAsync($"DPoP {token}", [proof])).Is(HttpStatusCode.OK, """{"data":{"caller":"machine"}}""");

    async Task AssertRefusedAsync(string token, string[] proofs, string reason)
    {
        var answer = await AskAsync($"DPoP {token}", proofs);
        answer.IsError(
            HttpStatusCode.Unauthorized, $"The DPoP proof is not valid: {reason}.", "AUTH_NOT_AUTHENTICATED");
        Assert.Equal($"{Algorithms}, error=\"invalid_dpop_proof\"", answer.Headers["WWW-Authenticate"]);
    }

    Task<ToyServer> StartAsync(Func<AuthenticationOptions, AuthenticationOptions> configure)
    {
        var file = Path.Combine(_folder, "issuer.pem");
        File.WriteAllText(file, _issuer.ExportSubjectPublicKeyInfoPem());
        return ToyServer.StartAsync(options => options with
        {
            Authentication = configure(new AuthenticationOptions
            {
                Issuer = "https://issuer.example",
                KeyFiles = [new NamedKeyFile("issuer", file)],
                SenderConstrainedClients = true,
            }),
        });
    }
}
