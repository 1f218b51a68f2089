using System.Security.Claims;
using GraphApi.Data.ChangeLog;
using GraphApi.Data.Databases;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// A database with given rows, copied from an empty one: the rows may refer to rows that are not there.
/// </summary>
sealed class LawDatabase : IAsyncDisposable
{
    readonly Database<AccessContext> _access;
    readonly Database<DistributionContext> _database;
    readonly ChangeLog _log;
    readonly Func<ValueTask> _drop;

    LawDatabase(string connectionString, Func<ValueTask> drop)
    {
        _access = new Database<AccessContext>(new DatabaseOptions { ConnectionString = connectionString });
        _database = new Database<DistributionContext>(
            new DatabaseOptions { ConnectionString = connectionString, Interceptors = [Sql] });
        _log = new ChangeLog(_access, new ChangeSignal(), new ViewerResolver(_access, Options), Options);
        _drop = drop;
    }

    static DistributionOptions Options =>
        new() { ConnectionString = "", CursorKeys = [new byte[32]], Time = new FixedTime() };

    /// <summary>The statements that were run since they were last forgotten.</summary>
    public SqlRecorder Sql { get; } = new();

    /// <summary>Copies the SQLite file of a module and writes the rows.</summary>
    public static async Task<LawDatabase> CreateAsync(
        string template,
        IReadOnlyDictionary<Type, IReadOnlyList<object>> rows)
    {
        var file = $"{template}.{Guid.NewGuid():N}";
        File.Copy(template, file);
        var database = new LawDatabase($"Data Source={file}", () =>
        {
            foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" })
            {
                File.Delete(part);
            }

            return default;
        });
        await database.WriteAsync(rows);
        return database;
    }

    /// <summary>Copies a PostgreSQL database that was prepared for it and writes the rows.</summary>
    public static async Task<LawDatabase> CreateAsync(
        string template,
        Func<string, Task> prepare,
        IReadOnlyDictionary<Type, IReadOnlyList<object>> rows)
    {
        var copy = await Postgres.CreateDatabaseAsync(template, prepare);
        var database = new LawDatabase(copy.ConnectionString, copy.DisposeAsync);
        await database.WriteAsync(rows);
        return database;
    }

    /// <summary>Who a principal is by the rows of this database.</summary>
    public ValueTask<Viewer> ResolveAsync(ClaimsPrincipal? principal) =>
        new ViewerResolver(_access, Options)
            .ResolveAsync(principal, address: null, TestContext.Current.CancellationToken);

    /// <summary>What one request of a viewer has.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="recorder">Records what he reads, elsewhere: the law is about answers.</param>
    public DistributionSession OpenSession(Viewer viewer, AccessRecorder recorder) =>
        new(
            _database,
            viewer,
            recorder: recorder,
            origin: new AccessOrigin(AccessChannel.GraphqlHttp, "The law of deleted rows"),
            log: _log);

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await _access.DisposeAsync();
        await _database.DisposeAsync();
        await _drop();
    }

    async Task WriteAsync(IReadOnlyDictionary<Type, IReadOnlyList<object>> rows)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var context = _access.CreateContext();
        await context.Database.OpenConnectionAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            await context.Database.ExecuteSqlRawAsync(
                "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF", cancellationToken);
        }

        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            var writer = BulkWriter.For(context);
            // What is settled by a review or a release takes no rows after it.
            foreach (var (type, some) in rows.OrderBy(row => LoadOrder.Types.ToList().IndexOf(row.Key)))
            {
                await writer.WriteAsync(context.Model.FindEntityType(type)!, some, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await context.Database.CloseConnectionAsync();
    }
}
