using GraphApi.Server.Configuration;
using GraphApi.Server.Health;
using GraphApi.Server.Ide;
using GraphApi.Server.Security;
using GraphApi.Server.Transport;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Sse;
using GraphApi.Server.Transport.Streams;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server;

/// <summary>
/// Composes the web application: Kestrel, authentication, /graphql, the IDE and the health endpoints.
/// </summary>
static class ServerApplication
{
    const int DiscardedBytes = 16 * 1024 * 1024;

    /// <summary>Makes the application; it does not listen yet. Knows no product: what it serves is handed in.</summary>
    /// <param name="options">The checked configuration.</param>
    /// <param name="configuration">Where Kestrel and logging read their own sections.</param>
    /// <param name="createService">Makes the engine and sessions for its steps, which log to what it is given.</param>
    /// <param name="isReady">Asked by /health/ready.</param>
    /// <param name="urls">Addresses to listen at; null: as configured (<c>Urls</c>, <c>Kestrel:Endpoints</c>), or
    /// http://localhost:5000.</param>
    /// <param name="time">The clock of token lifetimes.</param>
    public static WebApplication Create(
        ServerOptions options,
        IConfiguration configuration,
        Func<ILoggerFactory, GraphQLService> createService,
        ReadinessProbe isReady,
        string? urls,
        TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = ServerConfiguration.EnvironmentName,
        });
        builder.Configuration.AddConfiguration(configuration);
        AddKestrel(builder, options, urls ?? configuration["Urls"]);
        AddLogging(builder.Logging);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        AddAuthentication(builder.Services, options, time);
        if (options.Transport.AllowedOrigins.Count > 0)
        {
            builder.Services.AddCors();
        }

        var app = builder.Build();
        // Now, so that keys that cannot be read stop the start.
        var authenticator = app.Services.GetRequiredService<Authenticator>();
        var service = createService(app.Services.GetRequiredService<ILoggerFactory>());
        Map(app, options, service, authenticator, isReady, time);
        return app;
    }

    static void AddAuthentication(IServiceCollection services, ServerOptions options, TimeProvider time)
    {
        var authentication = options.Authentication;
        services.AddSingleton<ISigningKeys>(provider =>
            authentication.UsesDevelopmentKeys
                ? new DevelopmentSigningKeys(authentication, options.DataDirectory, time)
            : authentication.Authority is null ? new FileKeys(authentication)
            : new DiscoveredKeys(authentication, time, provider.GetRequiredService<ILogger<DiscoveredKeys>>()));
        services.AddSingleton(provider => new Authenticator(
            authentication,
            new AccessTokens(authentication, provider.GetRequiredService<ISigningKeys>(), time),
            new DpopProofs(authentication, time)));
    }

    static void AddKestrel(WebApplicationBuilder builder, ServerOptions options, string? urls)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The reader of requests refuses a body over the limit. Kestrel reads on past it, a few seconds and not
            // past this, so that the sender is still there to be told.
            kestrel.Limits.MaxRequestBodySize = options.Transport.MaxRequestBytes + DiscardedBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            if (options.Authentication.ClientCertificates)
            {
                // A token names the one certificate that may come with it, and the handshake proves who holds its key:
                // who issued it does not matter.
                kestrel.ConfigureHttpsDefaults(https =>
                {
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                    https.AllowAnyClientCertificate();
                });
            }
        });
        if (urls is not null)
        {
            builder.Configuration.AddInMemoryCollection([new(WebHostDefaults.ServerUrlsKey, urls)]);
        }
    }

    static void AddLogging(ILoggingBuilder logging)
    {
        logging.Configure(tracking => tracking.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // These would log query strings, which hold queries and variables.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
    }

    static void Map(
        WebApplication app,
        ServerOptions options,
        GraphQLService service,
        Authenticator authenticator,
        ReadinessProbe isReady,
        TimeProvider time)
    {
        app.UseTrustedProxies(options.Proxies);
        app.UseWebSockets();
        var streams = new OpenStreams(options.Transport.Streams, time);
        app.Lifetime.ApplicationStopping.Register(streams.Stop);
        app.Lifetime.ApplicationStopped.Register(streams.Dispose);
        UseAllowedOrigins(app, options.Transport.AllowedOrigins);
        app.MapHealth(isReady, time);
        var endpoint = new GraphQLEndpoint(
            Transports.All(
                service,
                authenticator,
                options.Transport,
                streams,
                app.Services.GetRequiredService<ILoggerFactory>()),
            authenticator,
            options.Transport,
            app.Services.GetRequiredService<ILogger<GraphQLEndpoint>>());
        if (options.Exploration)
        {
            MapExploration(app, service, authenticator, endpoint, options.Transport);
        }
        else
        {
            app.Map("/graphql", http =>
                SdlEndpoint.IsWanted(http.Request) ? NotFound(http) : endpoint.ServeAsync(http));
        }
    }

    static void UseAllowedOrigins(WebApplication app, IReadOnlyList<string> origins)
    {
        if (origins.Count == 0)
        {
            return;
        }

        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/graphql"),
            graphQL => graphQL.UseCors(policy => policy
                .WithOrigins([.. origins])
                .WithMethods(HttpMethods.Get, HttpMethods.Post)
                .WithHeaders(
                    HeaderNames.Authorization,
                    DpopProofs.Header,
                    HeaderNames.ContentType,
                    GetTransport.PreflightHeader,
                    CostHeader.Name,
                    PurposeHeader.Name,
                    IdempotencyKeyHeader.Name,
                    SseTransport.LastEventIdHeader)
                .WithExposedHeaders(HeaderNames.RetryAfter, HeaderNames.ETag, HeaderNames.WWWAuthenticate)
                .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
    }

    static void MapExploration(
        WebApplication app,
        GraphQLService service,
        Authenticator authenticator,
        GraphQLEndpoint endpoint,
        TransportOptions options)
    {
        var page = IdePage.Load(IdePage.Folder);
        var sdl = new SdlEndpoint(
            service, authenticator, options, app.Services.GetRequiredService<ILogger<SdlEndpoint>>());
        app.MapIdeFiles(IdePage.Folder);
        foreach (var path in SdlEndpoint.Paths)
        {
            app.MapMethods(path, SdlEndpoint.Methods, (RequestDelegate)sdl.ServeAsync);
        }

        app.Map("/graphql", http =>
            SdlEndpoint.IsWanted(http.Request) ? sdl.ServeAsync(http)
            : IdeEndpoints.WantsPage(http.Request) ? IdeEndpoints.ServePageAsync(http, page)
            : endpoint.ServeAsync(http));
    }

    static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
