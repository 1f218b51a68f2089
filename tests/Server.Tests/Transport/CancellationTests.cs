using System.Diagnostics;
using System.Net;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Engine;
using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;
using GraphApi.Server.Documents;
using GraphApi.Server.Transport;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphApi.Server.Tests.Transport;

/// <summary>Statements that would run for minutes, on both databases, and what stops them.</summary>
public sealed class CancellationTests : IAsyncDisposable
{
    /// <summary>Marks the statement, so that it is told from others that the server sees.</summary>
    const string Mark = "/* endless */";

    readonly string _file = Path.Combine(Path.GetTempPath(), $"graphapi-endless-{Guid.NewGuid():N}.db");
    PostgresDatabase? _postgres;

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        File.Delete(_file);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_client_that_leaves_stops_its_statement(DatabaseProvider provider)
    {
        await using var database = await OpenAsync(provider);
        await using var server = await StartAsync(database, TimeSpan.FromMinutes(5));
        for (var i = 1; i <= 3; i++)
        {
            using var leaving = new CancellationTokenSource();
            using var content = new StringContent("""{"query":"{ endless }"}""", null, "application/json");
            var asked = server.Client.PostAsync("/graphql", content, leaving.Token);
            await Eventually(() => IsRunningAsync(database));
            await leaving.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
            await Eventually(async () => !await IsRunningAsync(database));
            await Eventually(() => Task.FromResult(server.Log.Lines.Count(IsOfClientThatLeft) == i));
            // The connection serves the next.
            Assert.Equal("""{"data":{"one":1}}""", (await server.PostAsync("""{"query":"{ one }"}""")).Body);
        }

        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_time_limit_stops_a_statement_midway(DatabaseProvider provider)
    {
        await using var database = await OpenAsync(provider);
        await using var server = await StartAsync(database, TimeSpan.FromMilliseconds(500));

        var answer = await server.PostAsync("""{"query":"{ endless }"}""");

        answer.IsError(
            HttpStatusCode.ServiceUnavailable, "The operation took longer than the allowed 0.5 seconds.", "HC0045");
        await Eventually(async () => !await IsRunningAsync(database));
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    static Task<ToyServer> StartAsync(Database<EndlessContext> database, TimeSpan executionTimeout) =>
        ToyServer.StartAsync(
            options => options with
            {
                Transport = options.Transport with { ExecutionTimeout = executionTimeout },
            },
            (options, loggers) =>
            {
                var engine = new GraphQLEngine(SchemaOf(database), GraphQLService.EngineOptionsOf(options, loggers));
                return new GraphQLService(
                    engine,
                    DocumentSelector.Open(options.Documents, engine, source: null, TimeProvider.System, loggers),
                    (_, _) => new(new EndlessSession(database)),
                    options.Exploration,
                    loggers);
            });

    static Schema SchemaOf(Database<EndlessContext> database)
    {
        var builder = new SchemaBuilder();
        var options = new DataSchemaOptions
        {
            Model = database.Model,
            Provider = database.Provider,
            CursorKeys = [new byte[32]],
        };
        new DataSchema(options)
            .Add(new EndlessFields(database.Provider))
            .AddTo(builder, [("endless", SchemaBuilder.Parse("endless", "type Query { endless: Int one: Int }"))]);
        return builder.Build();
    }

    async Task<Database<EndlessContext>> OpenAsync(DatabaseProvider provider)
    {
        if (provider is DatabaseProvider.PostgreSql)
        {
            _postgres = await Postgres.CreateDatabaseAsync();
        }

        return new Database<EndlessContext>(new DatabaseOptions
        {
            ConnectionString = _postgres?.ConnectionString ?? $"Data Source={_file}",
        });
    }

    /// <summary>PostgreSQL says so itself; on SQLite the session does.</summary>
    async Task<bool> IsRunningAsync(Database<EndlessContext> database)
    {
        if (_postgres is null)
        {
            return EndlessSession.Running > 0;
        }

        await using var connection = new NpgsqlConnection(_postgres.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%endless%' "
                + "AND pid <> pg_backend_pid() AND datname = current_database()",
            connection);
        Assert.Equal(DatabaseProvider.PostgreSql, database.Provider);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0;
    }

    static bool IsOfClientThatLeft(string line) => line.Contains("A client left", StringComparison.Ordinal);

    // Far less than the statements take, far more than stopping one does.
    static async Task Eventually(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A database without tables.</summary>
    public sealed class EndlessContext(DbContextOptions<EndlessContext> options) : DbContext(options)
    {
    }

    /// <summary>A session as those of products are.</summary>
    public sealed class EndlessSession(Database<EndlessContext> database) : DataSession<EndlessContext>(database)
    {
        static int _running;

        public static int Running => Volatile.Read(ref _running);

        public async ValueTask<int?> RunAsync(string sql, CancellationToken cancellationToken)
        {
            var context = await GetTypedContextAsync(cancellationToken);
            Interlocked.Increment(ref _running);
            try
            {
                return (await context.Database.SqlQueryRaw<int>(sql).ToListAsync(cancellationToken))[0];
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }

        protected override void Configure(EndlessContext context)
        {
        }

        protected override void Reset(EndlessContext context)
        {
        }
    }

    sealed class EndlessFields : RootFields
    {
        const string Sqlite = Mark + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000000) "
            + "SELECT max(i) AS \"Value\" FROM n";

        const string PostgreSql = Mark + "SELECT 1 AS \"Value\" FROM pg_sleep(300)";

        public EndlessFields(DatabaseProvider provider)
        {
            var endless = provider is DatabaseProvider.Sqlite ? Sqlite : PostgreSql;
            Load<EndlessSession, int?>("endless", (session, _, token) => session.RunAsync(endless, token));
            Load<EndlessSession, int?>("one", (session, _, token) => session.RunAsync("SELECT 1 AS \"Value\"", token));
        }
    }
}
