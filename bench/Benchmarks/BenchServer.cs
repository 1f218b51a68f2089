using GraphApi.Distribution;
using GraphApi.Server;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;

namespace GraphApi.Benchmarks;

/// <summary>The server on Kestrel, in this process, at a free port.</summary>
sealed class BenchServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly DistributionModule _module;

    BenchServer(WebApplication app, DistributionModule module)
    {
        _app = app;
        _module = module;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>
    /// Starts it with the settings of the environment, in Development, and with <paramref name="more"/>.
    /// </summary>
    public static Task<BenchServer> StartAsync(params KeyValuePair<string, string?>[] more) =>
        StartAsAsync(ServeCommand.Open, more);

    /// <summary>As the other one, but with the product as <paramref name="open"/> makes it.</summary>
    public static async Task<BenchServer> StartAsAsync(
        Func<ServerOptions, DistributionModule> open,
        params KeyValuePair<string, string?>[] more)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(ServerConfiguration.Load())
            .AddInMemoryCollection(
            [
                new("Logging:LogLevel:Default", "Warning"),
                new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
                .. more,
            ])
            .Build();
        var options = ServerOptions.Read(configuration, isDevelopment: true);
        var module = open(options);
        var app = ServerApplication.Create(
            options,
            configuration,
            loggers => ServeCommand.CreateService(options, module, loggers),
            module.IsReadyAsync,
            "http://127.0.0.1:0",
            TimeProvider.System);
        await app.StartAsync();
        return new BenchServer(app, module);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _module.DisposeAsync();
    }
}
