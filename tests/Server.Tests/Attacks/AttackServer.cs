using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using GraphApi.Server.Transport;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// The server as attackers meet it, configured for Production on the demonstration set S, and as it is while somebody
/// develops. One for all attacks, which run one after another so that what each costs can be counted.
/// </summary>
public sealed class AttackServer : IAsyncLifetime
{
    readonly ProductServer _seeded = new();
    readonly List<AttackTarget> _targets = [];
    readonly Dictionary<string, AttackTarget> _shared = [];

    /// <summary>Configured for Production, all limits as they are by default.</summary>
    internal AttackTarget Production { get; private set; } = null!;

    /// <summary>Configured for Development: introspection and suggestions are open.</summary>
    internal AttackTarget Development { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _seeded.InitializeAsync();
        Production = await StartAsync();
        Development = await StartAsync(isDevelopment: true, []);
    }

    /// <summary>A token of a demonstration principal.</summary>
    internal string Token(string principal) => _seeded.Token(principal);

    /// <summary>Another server for Production on the same data, with settings.</summary>
    internal Task<AttackTarget> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(isDevelopment: false, settings);

    /// <summary>Another server for Production on an empty database that it migrates.</summary>
    internal async Task<AttackTarget> StartOnAsync(
        string connectionString, params (string Key, string Value)[] settings)
    {
        var target = await StartAsync(
            isDevelopment: false, [.. settings, ("ConnectionStrings:Distribution", connectionString)]);
        await target.MigrateAsync();
        return target;
    }

    /// <summary>The same, started once for the same settings, each <c>KEY=VALUE</c>.</summary>
    internal async Task<AttackTarget> SharedAsync(params string[] settings)
    {
        var key = string.Join(' ', settings);
        if (!_shared.TryGetValue(key, out var target))
        {
            target = await StartAsync([.. settings.Select(s => (s.Split('=')[0], s.Split('=')[1]))]);
            _shared.Add(key, target);
        }

        return target;
    }

    async Task<AttackTarget> StartAsync(bool isDevelopment, (string Key, string Value)[] settings)
    {
        var keys = Path.Combine(_seeded.Folder, "keys");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("DataDirectory", _seeded.Folder),
                new("ConnectionStrings:Distribution", $"Data Source={_seeded.Folder}/graphapi.db"),
                new("Authentication:KeyFiles:0", Directory.GetFiles(keys, "token-*.pem")[0]),
                new("Authentication:Issuer", DevelopmentKeys.Issuer),
                new("Cursors:Keys:0", Convert.ToBase64String(new byte[32])),
                new("Logging:Console:LogLevel:Default", "None"),
            ])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        var options = ServerOptions.Read(configuration, isDevelopment);
        var module = ServeCommand.Open(options);
        GraphQLService service = null!;
        var app = ServerApplication.Create(
            options,
            configuration,
            loggers => service = ServeCommand.CreateService(options, module, loggers),
            module.IsReadyAsync,
            "http://127.0.0.1:0",
            TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var target = new AttackTarget(app, module, service.Engine);
        _targets.Add(target);
        return target;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var target in _targets)
        {
            await target.DisposeAsync();
        }

        await _seeded.DisposeAsync();
    }
}

/// <summary>All attacks share one server.</summary>
[CollectionDefinition(nameof(AttackServer))]
public sealed class AttackCollection : ICollectionFixture<AttackServer>;
