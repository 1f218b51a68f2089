using System.Diagnostics;
using GraphApi.Distribution;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Health;
using GraphApi.Server.Security;
using GraphApi.Server.Transport;
using GraphApi.Server.Transport.Budgets;

namespace GraphApi.Server.Commands;

/// <summary>Serves until the process is told to stop.</summary>
static class ServeCommand
{
    /// <summary>Runs the server at <paramref name="urls"/>; null: as configured. Returns the exit code.</summary>
    public static async Task<int> RunAsync(string? urls, CancellationToken cancellationToken)
    {
        var configuration = ServerConfiguration.Load();
        var options = ServerOptions.Read(configuration, ServerConfiguration.IsDevelopment);
        await using var module = Open(options);
        if (options.IsEmbedded)
        {
            await PrepareEmbeddedAsync(module, options, cancellationToken);
        }
        else
        {
            await RolePowers.RefuseAsync(module, options, cancellationToken);
        }

        await using var app = ServerApplication.Create(
            options,
            configuration,
            loggers => CreateService(options, module, loggers),
            module.IsReadyAsync,
            urls,
            TimeProvider.System);
        if (options.IsDevelopment)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Welcome.Text(app.Urls.First())));
        }

        await app.StartAsync(cancellationToken);
        if (!options.IsEmbedded)
        {
            // The database may come later than the server, which answers meanwhile that it is not ready.
            await DatabasePreparation.RunAsync(
                async stopping =>
                {
                    await module.MigrateAsync(stopping);
                    await RolePowers.CheckAsync(module, options, app.Logger, stopping);
                },
                app.Logger,
                TimeProvider.System,
                app.Lifetime.ApplicationStopping);
        }

        var reconciling = DailyReconciliation.RunAsync(
            module.FindDaysToReconcileAsync,
            module.ReconcileAsync,
            app.Logger,
            TimeProvider.System,
            app.Lifetime.ApplicationStopping);
        var ticking = ReleaseClock.RunAsync(
            module.RunDueAsync,
            module.FindNextDueAsync,
            options.LongestClockPause,
            app.Logger,
            TimeProvider.System,
            app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(cancellationToken);
        await reconciling;
        await ticking;
        return 0;
    }

    /// <summary>An engine for the module's schema, the documents it may run, and the module's sessions.</summary>
    public static GraphQLService CreateService(
        ServerOptions options, DistributionModule module, ILoggerFactory loggers)
    {
        var engine = new GraphQLEngine(
            module.Schema, GraphQLService.EngineOptionsOf(options, loggers), module.Authorizer);
        var trusted = new TrustedSource(
            async cancellationToken =>
            {
                var documents = await module.TrustedDocuments.ListAsync(cancellationToken);
                return [.. documents.Select(document => (document.Id, document.Hash))];
            },
            module.TrustedDocuments.ReadTextsAsync);
        return new GraphQLService(
            engine,
            DocumentSelector.Open(options.Documents, engine, trusted, module.Options.Time, loggers),
            (origin, cancellationToken) => module.OpenSessionAsync(
                origin.Principal, origin.Address, ChannelOf(origin.Channel), origin.Purpose, cancellationToken),
            options.Exploration,
            loggers,
            CostBudget.Create(options.Cost, TimeProvider.System),
            () => module.RightsVersion);
    }

    static AccessChannel ChannelOf(RequestChannel channel) => channel switch
    {
        RequestChannel.Http => AccessChannel.GraphqlHttp,
        RequestChannel.WebSocket => AccessChannel.GraphqlWs,
        RequestChannel.ServerSentEvents => AccessChannel.GraphqlSse,
        _ => throw new UnreachableException(),
    };

    static async Task PrepareEmbeddedAsync(
        DistributionModule module, ServerOptions options, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.DataDirectory);
        await module.MigrateAsync(cancellationToken);
        if (options.SeedsWhenEmpty)
        {
            await SeedCommand.SeedAsync(module, SeedSize.M, replace: false, cancellationToken);
        }
    }

    /// <summary>The module that is served, with the keys of its cursors.</summary>
    public static DistributionModule Open(ServerOptions options) => DistributionModule.Create(new DistributionOptions
    {
        ConnectionString = options.ConnectionString,
        OwnerConnectionString = options.OwnerConnectionString,
        StepUp = options.Authentication.StepUp,
        TrustedAttributes = options.Authentication.TrustedAttributes,
        MinimumAssurance = options.Authentication.MinimumAssurance,
        LongestAudit = options.LongestAudit,
        ChangeRetention = options.Changes.Retention,
        LongestWait = options.Changes.LongestWait,
        ChangePollInterval = options.Changes.PollInterval,
        HeartbeatInterval = options.Changes.HeartbeatInterval,
        MaxPageSize = options.MaxPageSize,
        MaxFilterDepth = options.Limits.MaxFilterDepth,
        MaxFilterConditions = options.Limits.MaxFilterConditions,
        MaxFilterValues = options.Limits.MaxFilterValues,
        MaxSortFields = options.Limits.MaxSortFields,
        MaxNodes = options.Limits.MaxNodes,
        CachedStatements = options.Limits.CachedStatements,
        CursorKeys = options.CursorKeys.Count > 0
            ? options.CursorKeys
            : DevelopmentKeys.Open(options.DataDirectory).CursorKeys,
    });
}
