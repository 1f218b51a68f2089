using GraphApi.Distribution;
using GraphApi.Distribution.Demonstration;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests;

/// <summary>The whole server on Kestrel at a free port, with the demonstration set S where no other is said.</summary>
public sealed class ProductServer : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
    WebApplication _app = null!;
    DistributionModule _module = null!;
    ServerOptions _options = null!;

    /// <summary>Whether an array of requests is taken.</summary>
    internal bool TakesBatches { get; init; }

    /// <summary>Where /graphql is.</summary>
    public Uri Endpoint { get; private set; } = null!;

    internal HttpClient Client { get; } = new();

    /// <summary>The folder of the database and of the keys.</summary>
    internal string Folder => _folder;

    /// <summary>Starts on the embedded database.</summary>
    public ValueTask InitializeAsync() => StartAsync(null);

    internal async ValueTask StartAsync(string? connectionString, SeedSize size = SeedSize.S)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("DataDirectory", _folder),
            new("ConnectionStrings:Distribution", connectionString),
            new("Transport:Batching:Enabled", TakesBatches ? "true" : "false"),
            new("Logging:Console:LogLevel:Default", "None"),
        ]).Build();
        _options = ServerOptions.Read(settings, isDevelopment: true);
        _module = ServeCommand.Open(_options);
        await _module.MigrateAsync(TestContext.Current.CancellationToken);
        await _module.SeedAsync(size, replace: false, progress: null, TestContext.Current.CancellationToken);
        _app = ServerApplication.Create(
            _options,
            settings,
            loggers => ServeCommand.CreateService(_options, _module, loggers),
            _module.IsReadyAsync,
            "http://127.0.0.1:0",
            TimeProvider.System);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Endpoint = new Uri(new Uri(_app.Urls.Single()), "/graphql");
    }

    /// <summary>
    /// A token of a demonstration principal; of one that just signed in with a method that cannot be phished where the
    /// name ends in <c>, stepped up</c>.
    /// </summary>
    internal string Token(string principal)
    {
        const string SteppedUp = ", stepped up";
        var isSteppedUp = principal.EndsWith(SteppedUp, StringComparison.Ordinal);
        var name = isSteppedUp ? principal[..^SteppedUp.Length] : principal;
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, TokenCommand.Print(name, 10, isSteppedUp, _options, output, error));
        return output.ToString().Trim();
    }

    /// <summary>A token of a demonstration principal that is bound to a key.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="thumbprint">The key's, by RFC 7638.</param>
    internal string BoundToken(string principal, string thumbprint)
    {
        var claims = DemonstrationPrincipals.Find(principal)!.Claims
            .ToDictionary(claim => claim.Type, claim => (object)claim.Value);
        claims["cnf"] = new Dictionary<string, object> { ["jkt"] = thumbprint };
        return new TokenIssuer(
            _options.Authentication, DevelopmentKeys.Open(_options.DataDirectory), TimeProvider.System)
            .Issue(claims, TimeSpan.FromMinutes(10));
    }

    /// <summary>A token of a person who was imported.</summary>
    internal string TokenOfImported(string subject) => new TokenIssuer(
        _options.Authentication, DevelopmentKeys.Open(_options.DataDirectory), TimeProvider.System).Issue(
            new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["client_id"] = "portal",
                ["scope"] = "products.read",
            },
            TimeSpan.FromMinutes(10));

    /// <summary>Imports lines as the command does; fails where any is refused.</summary>
    internal async Task ImportAsync(IEnumerable<string> lines)
    {
        var file = Path.Combine(_folder, "import.jsonl");
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        var result = await _module.ImportAsync(file, progress: null, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
    }

    /// <summary>Trusts a document, as the command does.</summary>
    internal async Task TrustAsync(string id, string text) => Assert.Equal(
        1,
        (await _module.TrustedDocuments.AddAsync(
            [(id, DocumentHash.Of(text), text)], client: null, TestContext.Current.CancellationToken)).Added);

    /// <summary>Asks as a demonstration principal, or as nobody.</summary>
    internal async Task<Answer> AskAsync(string? principal, string query, string? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint);
        var body = new Dictionary<string, object?>
        {
            ["query"] = query,
            ["variables"] = variables is null ? null : System.Text.Json.Nodes.JsonNode.Parse(variables),
        };
        request.Content = System.Net.Http.Json.JsonContent.Create(
            body, System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
        if (principal is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token(principal));
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _module.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
