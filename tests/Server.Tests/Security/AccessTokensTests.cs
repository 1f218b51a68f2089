using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;

namespace GraphApi.Server.Tests.Security;

/// <summary>Which tokens are believed, and what is answered to those that are not, on Kestrel.</summary>
public sealed class AccessTokensTests : IAsyncLifetime
{
    const string Query = "/graphql?query=%7Bcaller%7D";
    const string Believed = """{"data":{"caller":"toy-caller"}}""";
    const string Anonymous = """{"data":{"caller":null}}""";

    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
    readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDsa _largeCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    readonly RSA _rsa = RSA.Create(2048);
    ToyServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ToyServer.StartAsync(options => options with
        {
            Authentication = new AuthenticationOptions
            {
                Issuer = "https://issuer.example",
                Algorithms = ["ES256", "ES384", "PS256", "RS256"],
                KeyFiles =
                [
                    Write("ec", _curve.ExportSubjectPublicKeyInfoPem()),
                    Write("large", _largeCurve.ExportSubjectPublicKeyInfoPem()),
                    Write("rsa", _rsa.ExportSubjectPublicKeyInfoPem()),
                ],
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _curve.Dispose();
        _largeCurve.Dispose();
        _rsa.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_signature_by_the_named_key_with_its_algorithm_is_believed()
    {
        await AssertBelievedAsync(Token());
        await AssertBelievedAsync(Forge.Sign(
            Forge.Header("ES384", "large"), Claims(), _largeCurve, HashAlgorithmName.SHA384));
        await AssertBelievedAsync(Forge.Sign(Forge.Header("RS256", "rsa"), Claims(), _rsa));
        await AssertBelievedAsync(Forge.Sign(Forge.Header("PS256", "rsa"), Claims(), _rsa, RSASignaturePadding.Pss));
    }

    [Fact]
    public async Task What_valid_tokens_say_alike_is_kept_once_and_when_they_are_valid_is_not()
    {
        var options = new AuthenticationOptions
        {
            Issuer = "https://issuer.example",
            Algorithms = ["ES256"],
            KeyFiles = [Write("ec", _curve.ExportSubjectPublicKeyInfoPem())],
        };
        var tokens = new AccessTokens(options, new FileKeys(options), _server.Time);
        var cancellationToken = TestContext.Current.CancellationToken;

        var (one, _) = await tokens.CheckAsync(Token(claims => claims["jti"] = "1"), cancellationToken);
        var (other, _) = await tokens.CheckAsync(
            Token(claims => (claims["jti"], claims["sub"]) = ("2", "other")), cancellationToken);

        var (claims, others) = (one!.Principal.Claims.ToList(), other!.Principal.Claims.ToList());
        Assert.Equal(
            Claims().Select(claim => claim.Key).Except(["exp", "iat", "nbf"]).Order(StringComparer.Ordinal),
            claims.Select(claim => claim.Type).Order(StringComparer.Ordinal));
        Assert.Equal("1", one.Principal.FindFirst("jti")!.Value);
        Assert.Equal("2", other.Principal.FindFirst("jti")!.Value);
        Assert.Equal("other", other.Principal.Identity!.Name);
        foreach (var (claim, same) in claims.Zip(others).Where(pair => pair.First.Type is not ("jti" or "sub")))
        {
            Assert.Same(claim.Type, same.Type);
            Assert.Same(claim.Value, same.Value);
            Assert.Same(claim.Issuer, same.Issuer);
        }
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("exp")]
    [InlineData("aud")]
    [InlineData("sub")]
    [InlineData("client_id")]
    [InlineData("iat")]
    [InlineData("jti")]
    public async Task A_claim_that_the_profile_requires_must_be_there(string claim)
    {
        await AssertInvalidAsync(Token(claims => claims.Remove(claim)));
        await AssertInvalidAsync(Token(claims => claims[claim] = null));
        await AssertInvalidAsync(Token(claims => claims[claim] = ""));
        await AssertInvalidAsync(Token(claims => claims[claim] = new JsonObject()));
        await AssertInvalidAsync(Token(claims => claims[claim] = claim is "exp" or "iat" ? "soon" : true));
    }

    [Fact]
    public async Task No_algorithm_is_no_signature()
    {
        foreach (var none in new[] { "none", "None", "NONE", "" })
        {
            await AssertInvalidAsync(Forge.Sign(Forge.Header(none, "ec"), Claims(), _ => []));
            await AssertInvalidAsync(Forge.Sign(Forge.Header(none, "ec"), Claims(), _curve));
        }

        // Stripped of its signature.
        await AssertInvalidAsync(Token()[..(Token().LastIndexOf('.') + 1)]);
        await AssertInvalidAsync(Token()[..Token().LastIndexOf('.')]);
    }

    [Fact]
    public async Task A_public_key_is_no_shared_secret()
    {
        foreach (var (id, pem, der) in new[]
        {
            ("rsa", _rsa.ExportSubjectPublicKeyInfoPem(), _rsa.ExportSubjectPublicKeyInfo()),
            ("ec", _curve.ExportSubjectPublicKeyInfoPem(), _curve.ExportSubjectPublicKeyInfo()),
        })
        {
            foreach (var secret in new[] { Encoding.ASCII.GetBytes(pem), Encoding.ASCII.GetBytes(pem + "\n"), der })
            {
                await AssertInvalidAsync(Forge.Sign(Forge.Header("HS256", id), Claims(), secret));
            }
        }
    }

    [Fact]
    public async Task An_algorithm_must_be_allowed_and_fit_the_key()
    {
        // Signed as they say, but not allowed here.
        await AssertInvalidAsync(Forge.Sign(
            Forge.Header("RS512", "rsa"), Claims(), _rsa, hash: HashAlgorithmName.SHA512));
        // Allowed, and another key's.
        await AssertInvalidAsync(Forge.Sign(Forge.Header("ES256", "large"), Claims(), _largeCurve));
        await AssertInvalidAsync(Forge.Sign(Forge.Header("ES384", "ec"), Claims(), _curve, HashAlgorithmName.SHA384));
        await AssertInvalidAsync(Forge.Sign(Forge.Header("RS256", "ec"), Claims(), _curve));
        await AssertInvalidAsync(Forge.Sign(Forge.Header("ES256", "rsa"), Claims(), _rsa));
        // Said to be one, and is the other.
        await AssertInvalidAsync(Forge.Sign(Forge.Header("PS256", "rsa"), Claims(), _rsa));
    }

    [Theory]
    [InlineData("https://another.example")]
    [InlineData("https://issuer.example/")]
    [InlineData("HTTPS://ISSUER.EXAMPLE")]
    public async Task Another_issuer_is_refused(string issuer) =>
        await AssertInvalidAsync(Token(claims => claims["iss"] = issuer));

    [Fact]
    public async Task A_token_must_be_meant_for_this_server()
    {
        await AssertInvalidAsync(Token(claims => claims["aud"] = "another"));
        await AssertInvalidAsync(Token(claims => claims["aud"] = "GraphApi"));
        await AssertInvalidAsync(Token(claims => claims["aud"] = new JsonArray()));
        await AssertInvalidAsync(Token(claims => claims["aud"] = new JsonArray("another", "a-third")));
        await AssertBelievedAsync(Token(claims => claims["aud"] = new JsonArray("another", "graphapi")));
    }

    [Theory]
    [InlineData("JWT", false)]
    [InlineData("dpop+jwt", false)]
    [InlineData("logout+jwt", false)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("at+jwt", true)]
    [InlineData("application/at+jwt", true)]
    [InlineData("AT+JWT", true)]
    public async Task An_id_token_is_no_access_token(string? type, bool isBelieved)
    {
        var header = Forge.Header("ES256", "ec");
        header["typ"] = type;
        await (isBelieved ? AssertBelievedAsync(Sign(header)) : AssertInvalidAsync(Sign(header)));
    }

    [Theory]
    [InlineData("nbf", 30, true)]
    [InlineData("nbf", 31, false)]
    [InlineData("iat", 30, true)]
    [InlineData("iat", 31, false)]
    [InlineData("exp", -30, true)]
    public async Task Clocks_may_differ_by_the_skew_and_no_more(string claim, int seconds, bool isBelieved)
    {
        var token = Token(claims =>
        {
            claims[claim] = Now + seconds;
            claims["exp"] = claim == "exp" ? Now + seconds : Now + 300;
            claims["iat"] = claim == "exp" ? Now - 300 : claims["iat"]!.GetValue<long>();
        });
        await (isBelieved ? AssertBelievedAsync(token) : AssertInvalidAsync(token));
    }

    [Fact]
    public async Task An_expired_token_is_told_from_a_forged_one()
    {
        var expired = Claims();
        (expired["iat"], expired["exp"]) = (Now - 331, Now - 31);
        var answer = await AskAsync($"Bearer {Forge.Sign(Forge.Header("ES256", "ec"), expired, _curve)}");
        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The access token has expired. Get a new one and send the request again.",
            "AUTH_NOT_AUTHENTICATED");
        Assert.Equal(
            "Bearer error=\"invalid_token\", error_description=\"The token has expired.\"",
            answer.Headers["WWW-Authenticate"]);

        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await AssertInvalidAsync(Forge.Sign(Forge.Header("ES256", "ec"), expired.DeepClone(), stranger));
    }

    [Theory]
    [InlineData("portal", 600, true)]
    [InlineData("portal", 601, false)]
    [InlineData("toy-caller", 3600, true)]
    [InlineData("toy-caller", 3601, false)]
    public async Task A_token_lives_ten_minutes_and_a_machine_clients_own_sixty(
        string client, int seconds, bool isBelieved)
    {
        var token = Token(claims => (claims["client_id"], claims["exp"]) = (client, Now + seconds));
        await (isBelieved ? AssertBelievedAsync(token) : AssertInvalidAsync(token));
    }

    [Fact]
    public async Task A_token_names_its_key()
    {
        foreach (var id in new[] { "unknown", "EC", "", "ec ", "rsa", null })
        {
            await AssertInvalidAsync(Sign(Forge.Header("ES256", id)));
        }

        // Nor can it bring one, or an address of one.
        foreach (var (name, value) in new (string, JsonNode)[]
        {
            ("jwk", Forge.WebKey(_curve)), ("jku", "https://keys.example"), ("x5u", "https://keys.example"),
        })
        {
            var header = Forge.Header("ES256", null);
            header[name] = value;
            await AssertInvalidAsync(Sign(header));
        }
    }

    [Fact]
    public async Task An_extension_that_must_be_understood_is_not()
    {
        foreach (var extension in new JsonNode[] { new JsonArray("exp"), new JsonArray("b64"), new JsonArray(), "b64" })
        {
            var header = Forge.Header("ES256", "ec");
            header["crit"] = extension;
            header["b64"] = true;
            await AssertInvalidAsync(Sign(header));
        }
    }

    [Fact]
    public async Task What_is_too_long_or_no_token_is_refused()
    {
        await AssertBelievedAsync(Token(claims => claims["x"] = new string('x', 10_000)));
        await AssertInvalidAsync(Token(claims => claims["x"] = new string('x', 16_000)));
        foreach (var text in new[] { "a", "a.b.c", "..", "....", "a.b.c.d.e", Token() + ".", "%", Token()[1..] })
        {
            await AssertInvalidAsync(text);
        }
    }

    [Fact]
    public async Task Two_headers_are_refused_whatever_they_hold()
    {
        foreach (var headers in new[] { $"Authorization: Bearer {Token()}\r\nAuthorization: Bearer {Token()}\r\n",
            $"Authorization: Bearer {Token()}\r\nauthorization: Basic eDp5\r\n",
            $"Authorization: Bearer {Token()}, Bearer {Token()}\r\n" })
        {
            var answer = await SendRawAsync(headers);
            Assert.StartsWith("HTTP/1.1 401 Unauthorized\r\n", answer, StringComparison.Ordinal);
            Assert.Contains(
                "WWW-Authenticate: Bearer, DPoP algs=\"ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512\"\r\n",
                answer,
                StringComparison.Ordinal);
            Assert.Contains(
                "The Authorization header must be, once, 'Bearer' or 'DPoP' followed by an access token.",
                answer,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("token")]
    [InlineData("authorization")]
    public async Task A_token_in_the_address_is_never_read(string name)
    {
        var answer = await _server.GetAsync($"{Query}&{name}={Token()}");
        answer.Is(HttpStatusCode.OK, Anonymous);
        answer = await _server.SendAsync(
            HttpMethod.Post,
            $"/graphql?{name}={Token()}",
            new StringContent("""{"query":"{ caller }"}""", Encoding.UTF8, "application/json"));
        answer.Is(HttpStatusCode.OK, Anonymous);
    }

    [Theory]
    [InlineData("""{"jwk":{"kty":"EC"}}""")]
    [InlineData("""{"kid":"a"}""")]
    [InlineData("""{"jkt":""}""")]
    [InlineData("""{"jkt":7}""")]
    [InlineData("""{"x5t#S256":"a","more":"b"}""")]
    [InlineData("{}")]
    [InlineData("\"jkt\"")]
    [InlineData("[]")]
    [InlineData("""[{"jkt":"a"}]""")]
    [InlineData("true")]
    public async Task A_token_that_is_bound_to_what_cannot_be_checked_is_of_no_use(string confirmation) =>
        await AssertInvalidAsync(Token(claims => claims["cnf"] = JsonNode.Parse(confirmation)));

    long Now => _server.Time.GetUtcNow().ToUnixTimeSeconds();

    JsonObject Claims() => Forge.Claims(_server.Time);

    string Token(Action<JsonObject>? change = null)
    {
        var claims = Claims();
        change?.Invoke(claims);
        return Forge.Sign(Forge.Header("ES256", "ec"), claims, _curve);
    }

    string Sign(JsonObject header) => Forge.Sign(header, Claims(), _curve);

    Task<Answer> AskAsync(string authorization) =>
        _server.SendAsync(HttpMethod.Get, Query, authorization: authorization);

    async Task AssertBelievedAsync(string token) =>
        (await AskAsync($"Bearer {token}")).Is(HttpStatusCode.OK, Believed);

    async Task AssertInvalidAsync(string token)
    {
        var answer = await AskAsync($"Bearer {token}");
        answer.IsError(HttpStatusCode.Unauthorized, "The access token is not valid.", "AUTH_NOT_AUTHENTICATED");
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers["WWW-Authenticate"]);
    }

    async Task<string> SendRawAsync(string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(
            IPAddress.Loopback, _server.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {Query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    NamedKeyFile Write(string id, string pem)
    {
        var file = Path.Combine(_folder, id + ".pem");
        File.WriteAllText(file, pem);
        return new NamedKeyFile(id, file);
    }
}
