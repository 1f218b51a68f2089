using System.Text;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Security;
using GraphApi.Server.Transport;
using GraphApi.Server.Transport.Budgets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GraphApi.Server.Tests;

/// <summary>The server on Kestrel at a free port, serving <see cref="ToySchema"/>.</summary>
sealed class ToyServer : IAsyncDisposable
{
    readonly ToySchema.SessionCount _sessions = new();
    readonly WebApplication _app;
    readonly string _folder;

    ToyServer(WebApplication app, ServerOptions options, string folder)
    {
        _app = app;
        _folder = folder;
        Options = options;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public ServerOptions Options { get; }

    public HttpClient Client { get; }

    public GraphQLEngine Engine { get; private init; } = null!;

    public FakeTime Time { get; private init; } = new();

    public LogRecorder Log { get; private init; } = new();

    /// <summary>The events of the subscription <c>notes</c>.</summary>
    public ToyEvents Events { get; private init; } = null!;

    /// <summary>What rights the sessions opened from now on were made after.</summary>
    public long RightsVersion { get; set; }

    /// <summary>Where WebSockets are opened.</summary>
    public Uri SocketAddress => new UriBuilder(new Uri(Client.BaseAddress!, "/graphql")) { Scheme = "ws" }.Uri;

    /// <summary>Whether sessions can be opened and the readiness check succeeds.</summary>
    public bool DatabaseAnswers { get; set; } = true;

    /// <summary>Sessions so far; a request that is answered has closed its own.</summary>
    public (int Opened, int Closed) Sessions => (_sessions.Opened, _sessions.Closed);

    /// <summary>What opening a session throws; null: nothing.</summary>
    public Exception? SessionFault { get; set; }

    /// <summary>
    /// Starts it as configured, serving what <paramref name="createService"/> makes (null: the toy), with settings of
    /// Kestrel itself, at an address, by a clock (null: its own).
    /// </summary>
    public static async Task<ToyServer> StartAsync(
        Func<ServerOptions, ServerOptions>? configure = null,
        Func<ServerOptions, ILoggerFactory, GraphQLService>? createService = null,
        IReadOnlyList<KeyValuePair<string, string?>>? kestrel = null,
        string address = "http://127.0.0.1:0",
        FakeTime? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("graphapi-").FullName;
        var options = ServerOptions.Read(
            new ConfigurationBuilder().AddInMemoryCollection([new("DataDirectory", folder)]).Build(),
            isDevelopment: true);
        options = configure?.Invoke(options) ?? options;
        var time = clock ?? new FakeTime();
        var log = new LogRecorder();
        var events = new ToyEvents();
        ToyServer? server = null;
        GraphQLService? service = null;
        var app = ServerApplication.Create(
            options,
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("Logging:Console:LogLevel:Default", "None"),
                new("Logging:LogLevel:GraphApi", "Debug"),
                .. kestrel ?? [],
            ]).Build(),
            loggers =>
            {
                loggers.AddProvider(log);
                if (createService is not null)
                {
                    return service = createService(options, loggers);
                }

                var engine = new GraphQLEngine(
                    ToySchema.Create(events), GraphQLService.EngineOptionsOf(options, loggers));
                return service = new GraphQLService(
                    engine,
                    DocumentSelector.Open(options.Documents, engine, source: null, time, loggers),
                    (origin, _) => server!.SessionFault is { } fault
                        ? throw fault
                        : server.DatabaseAnswers
                        ? new(new ToySchema.Session(origin.Principal, server._sessions))
                        : throw new ToySchema.LostDatabaseException(),
                    options.Exploration,
                    loggers,
                    CostBudget.Create(options.Cost, time),
                    () => server?.RightsVersion ?? 0);
            },
            _ => server!.DatabaseAnswers ? Task.FromResult(true) : throw new ToySchema.LostDatabaseException(),
            address,
            time);
        await app.StartAsync(TestContext.Current.CancellationToken);
        server = new ToyServer(app, options, folder)
        {
            Engine = service!.Engine,
            Time = time,
            Log = log,
            Events = events,
        };
        return server;
    }

    /// <summary>Sends a body to /graphql.</summary>
    public Task<Answer> PostAsync(
        string body, string? accept = null, string? contentType = "application/json", string? token = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, "/graphql", content, accept, token is null ? null : "Bearer " + token);
    }

    public Task<Answer> GetAsync(string path, string? accept = null) =>
        SendAsync(HttpMethod.Get, path, null, accept, null);

    public async Task<Answer> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        string? accept = null,
        string? authorization = null,
        params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers.Append(("Accept", accept)).Append(("Authorization", authorization)))
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>A token of the development keys.</summary>
    public string Token(
        string subject = "toy-caller", TimeSpan? lifetime = null, AuthenticationOptions? options = null) =>
        Token(new Dictionary<string, object> { ["sub"] = subject, ["client_id"] = "toy" }, lifetime, options);

    /// <summary>A token of the development keys with these claims.</summary>
    public string Token(
        IReadOnlyDictionary<string, object> claims, TimeSpan? lifetime = null, AuthenticationOptions? options = null) =>
        new TokenIssuer(options ?? Options.Authentication, DevelopmentKeys.Open(Options.DataDirectory), Time)
            .Issue(claims, lifetime ?? TimeSpan.FromMinutes(10));

    /// <summary>Begins to stop, as the process does when it is told to; returns when it has stopped.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
