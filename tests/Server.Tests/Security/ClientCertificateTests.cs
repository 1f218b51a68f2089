using System.Buffers.Text;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Security;

/// <summary>Tokens that are bound to a client certificate: of the connection, or handed on by a proxy.</summary>
public sealed class ClientCertificateTests : IDisposable
{
    const string Query = "/graphql?query=%7Bcaller%7D";
    const string Believed = """{"data":{"caller":"machine"}}""";

    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
    readonly ECDsa _issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly X509Certificate2 _certificate = Certificate("machine");
    readonly X509Certificate2 _other = Certificate("other machine");

    public void Dispose()
    {
        _issuer.Dispose();
        _certificate.Dispose();
        _other.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_certificate_of_the_connection_must_be_the_tokens()
    {
        using var own = Certificate("localhost");
        var file = Path.Combine(_folder, "server.pfx");
        await File.WriteAllBytesAsync(file, own.Export(X509ContentType.Pfx), TestContext.Current.CancellationToken);
        await using var server = await ToyServer.StartAsync(
            options => options with { Authentication = Authentication() with { ClientCertificates = true } },
            kestrel: [new("Kestrel:Certificates:Default:Path", file)],
            address: "https://127.0.0.1:0");

        (await AskAsync(server, _certificate)).Is(HttpStatusCode.OK, Believed);
        AssertRefused(await AskAsync(server, _other));
        AssertRefused(await AskAsync(server, null));
    }

    [Fact]
    public async Task A_connection_that_is_not_asked_for_a_certificate_has_none()
    {
        await using var server = await ToyServer.StartAsync(
            options => options with { Authentication = Authentication() });
        AssertRefused(await AskAsync(server, null));
        AssertRefused(await AskAsync(server, null, ("Client-Cert", Bytes(_certificate))));
    }

    [Fact]
    public async Task A_trusted_proxy_hands_the_certificate_on()
    {
        await using var server = await StartBehindAsync("127.0.0.0/8");
        (await AskAsync(server, null, ("Client-Cert", Bytes(_certificate)))).Is(HttpStatusCode.OK, Believed);
        var pem = Uri.EscapeDataString(_certificate.ExportCertificatePem());
        (await AskAsync(server, null, ("Client-Cert", pem))).Is(HttpStatusCode.OK, Believed);

        AssertRefused(await AskAsync(server, null));
        AssertRefused(await AskAsync(server, null, ("Client-Cert", Bytes(_other))));
        foreach (var bad in new[] { ":", "::", ":AAAA:", ":%:", "nonsense", Bytes(_certificate)[1..], "%ZZ" })
        {
            AssertRefused(await AskAsync(server, null, ("Client-Cert", bad)));
        }

        AssertRefused(await AskAsync(
            server, null, ("Client-Cert", $"{Bytes(_certificate)}, {Bytes(_other)}")));
    }

    [Fact]
    public async Task Anybody_else_says_so_in_vain()
    {
        await using var server = await StartBehindAsync("10.1.0.0/16");
        AssertRefused(await AskAsync(server, null, ("Client-Cert", Bytes(_certificate))));
        AssertRefused(await AskAsync(
            server, null, ("Client-Cert", Bytes(_certificate)), ("X-Forwarded-For", "10.1.0.1")));
    }

    Task<ToyServer> StartBehindAsync(string network) => ToyServer.StartAsync(options => options with
    {
        Authentication = Authentication(),
        Proxies = new ProxyOptions
        {
            Trusted = [IPNetwork.Parse(network)],
            ClientCertificateHeader = "Client-Cert",
        },
    });

    async Task<Answer> AskAsync(
        ToyServer server, X509Certificate2? certificate, params (string Name, string Value)[] headers)
    {
        var claims = Forge.Claims(server.Time);
        (claims["sub"], claims["client_id"]) = ("machine", "machine");
        claims["cnf"] = new JsonObject
        {
            ["x5t#S256"] = Base64Url.EncodeToString(_certificate.GetCertHash(HashAlgorithmName.SHA256)),
        };
        using var handler = new SocketsHttpHandler();
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, presented, _, _) =>
                presented?.Subject == "CN=localhost (synthetic)",
            ClientCertificates = certificate is null ? null : [certificate],
        };
        using var client = new HttpClient(handler);
        client.BaseAddress = server.Client.BaseAddress;
        using var request = new HttpRequestMessage(HttpMethod.Get, Query);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"Bearer {Forge.Sign(Forge.Header("ES256", "issuer"), claims, _issuer)}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    static void AssertRefused(Answer answer)
    {
        answer.IsError(
            HttpStatusCode.Unauthorized,
            "The access token is bound to a client certificate that did not come with it.",
            "AUTH_NOT_AUTHENTICATED");
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers["WWW-Authenticate"]);
    }

    AuthenticationOptions Authentication()
    {
        var file = Path.Combine(_folder, "issuer.pem");
        File.WriteAllText(file, _issuer.ExportSubjectPublicKeyInfoPem());
        return new AuthenticationOptions
        {
            Issuer = "https://issuer.example",
            KeyFiles = [new NamedKeyFile("issuer", file)],
            SenderConstrainedClients = true,
        };
    }

    static string Bytes(X509Certificate2 certificate) => $":{Convert.ToBase64String(certificate.RawData)}:";

    static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name} (synthetic)", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
