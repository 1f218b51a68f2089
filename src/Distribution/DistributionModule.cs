using System.Data.Common;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using GraphApi.Data.ChangeLog;
using GraphApi.Data.Databases;
using GraphApi.Data.Migrations;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Clock;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Documents;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Reference;
using GraphApi.Distribution.States;
using GraphApi.Distribution.UseCases;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution;

/// <summary>
/// The one public door of what is distributed: schema, sessions, migrations, demonstration data, import.
/// </summary>
public sealed class DistributionModule : IAsyncDisposable
{
    readonly Migrator _migrator;
    readonly Migrator _served;
    readonly SessionWriter _writer;
    readonly DueWorks _due;
    readonly Database<AccessContext> _records;
    readonly ClientQuotas _quotas;
    volatile bool _hasReferenceRows;

    DistributionModule(DistributionOptions options, Database<DistributionContext> database, Schema schema)
    {
        Options = options;
        Authorizer = new PolicyAuthorizer(schema, options.StepUp);
        Schema = schema;
        Database = database;
        AccessDatabase = new Database<AccessContext>(DatabaseOptionsOf(options));
        OwnerDatabase = options.OwnerConnectionString is { } owner
            ? new Database<AccessContext>(DatabaseOptionsOf(options with { ConnectionString = owner }))
            : AccessDatabase;
        Viewers = new ViewerResolver(AccessDatabase, options);
        _writer = new SessionWriter(database, Viewers, Moved, options);
        _due = new DueWorks(AccessDatabase, _writer, options);
        // Of its own, so that no request that waits for a connection keeps others from being recorded.
        _records = new Database<AccessContext>(new DatabaseOptions { ConnectionString = options.ConnectionString });
        Recorder = new AccessRecorder(_records, options.Time);
        Log = new ChangeLog(AccessDatabase, Moved, Viewers, options);
        _quotas = new ClientQuotas(AccessDatabase, options.Time);
        TrustedDocuments = new TrustedDocumentStore(database.CreateConnection, options.Time);
        var migrations = Migration.ReadEmbedded(typeof(DistributionModule).Assembly, database.Provider);
        _migrator = new Migrator(database.Provider, OwnerDatabase.CreateConnection, migrations, options.Time);
        // Whether it is ready is asked as requests ask it: over their connections, with their role.
        _served = new Migrator(database.Provider, database.CreateConnection, migrations, options.Time);
    }

    /// <summary>
    /// Whether a connection string means the embedded database, a file, and not a server. Throws
    /// <see cref="ArgumentException"/> where it is no connection string.
    /// </summary>
    public static bool IsEmbedded(string connectionString) =>
        new DatabaseOptions { ConnectionString = connectionString }.Provider is DatabaseProvider.Sqlite;

    /// <summary>What it was made with.</summary>
    public DistributionOptions Options { get; }

    /// <summary>The schema with its bindings.</summary>
    public Schema Schema { get; }

    /// <summary>
    /// Decides on fields, conditions and orders by the rules of <c>@authorize</c>. Give it to the engine.
    /// </summary>
    public FieldAuthorizer Authorizer { get; }

    /// <summary>The documents that an operator trusts.</summary>
    public TrustedDocumentStore TrustedDocuments { get; }

    /// <summary>
    /// Grows when rights of principals may have changed by what this node did: whoever keeps a stream open for one
    /// looks then whether he still has any.
    /// </summary>
    public long RightsVersion => Viewers.Version;

    /// <summary>
    /// How old what this node knows of a principal's rights can be, whatever it does or does not hear of other nodes.
    /// </summary>
    public static TimeSpan RightsKept => KnownViewers.Kept;

    /// <summary>The database as viewers see it.</summary>
    internal Database<DistributionContext> Database { get; }

    /// <summary>Who principals are.</summary>
    internal ViewerResolver Viewers { get; }

    /// <summary>The same database without row rules, for generating and importing.</summary>
    internal Database<AccessContext> AccessDatabase { get; }

    /// <summary>The same database as the role that owns it: for what changes tables. Often the same.</summary>
    internal Database<AccessContext> OwnerDatabase { get; }

    /// <summary>The change log, for those who read it.</summary>
    internal ChangeLog Log { get; }

    /// <summary>Raised when the change log moved, as far as this node knows.</summary>
    internal ChangeSignal Moved { get; } = new();

    /// <summary>Writes the access records of this node.</summary>
    internal AccessRecorder Recorder { get; }

    /// <summary>Makes the module. Throws with the whole list where schema and bindings do not fit each other.</summary>
    public static DistributionModule Create(DistributionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var database = new Database<DistributionContext>(DatabaseOptionsOf(options));
        var schema = DistributionSchema.Build(database.Model, database.Provider, options);
        return new DistributionModule(options, database, schema);
    }

    /// <summary>
    /// The schema alone, for printing and checking: it is bound, but to no database, and its cursors are sealed with a
    /// key that nobody keeps.
    /// </summary>
    public static Schema CreateSchema()
    {
        var options = new DistributionOptions
        {
            ConnectionString = "Data Source=:memory:",
            CursorKeys = [RandomNumberGenerator.GetBytes(32)],
        };
        using var context = new DistributionContext(
            new DbContextOptionsBuilder<DistributionContext>().UseSqlite(options.ConnectionString).Options);
        return DistributionSchema.Build(context.Model, DatabaseProvider.Sqlite, options);
    }

    /// <summary>Who may read what of a schema made here, in Markdown for people: docs/access.md.</summary>
    public static string DescribeAccess(Schema schema) => AccessDocument.Write(schema);

    /// <summary>How versions and their privacy reviews live, in Markdown for people: docs/states.md.</summary>
    public static string DescribeStates() => StatesDocument.Write();

    /// <summary>
    /// Applies the migrations that are missing, under a lock that other nodes respect, and inserts the rows that are
    /// missing from the reference tables.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // A role that owns nothing can still serve what is migrated already.
        if (Options.OwnerConnectionString is not null || !await _migrator.IsCurrentAsync(cancellationToken))
        {
            await _migrator.MigrateAsync(cancellationToken);
        }

        await using var connection = OwnerDatabase.CreateConnection();
        if (!await ReferenceLoader.IsCompleteAsync(connection, cancellationToken))
        {
            await using var context = OwnerDatabase.CreateContext();
            await ReferenceLoader.EnsureAsync(context, cancellationToken);
        }

        if (OwnerDatabase != AccessDatabase && Database.Provider is DatabaseProvider.PostgreSql)
        {
            await using var owner = OwnerDatabase.CreateConnection();
            await using var application = AccessDatabase.CreateConnection();
            await owner.OpenAsync(cancellationToken);
            await application.OpenAsync(cancellationToken);
            await ApplicationRole.GrantAsync(owner, application, cancellationToken);
        }

        _hasReferenceRows = true;
    }

    /// <summary>Whether there are centers, organizations or products: of a new database false.</summary>
    public async Task<bool> HoldsDataAsync(CancellationToken cancellationToken)
    {
        await using var context = AccessDatabase.CreateContext();
        return await Seeder.HoldsDataAsync(context, cancellationToken);
    }

    /// <summary>
    /// Writes a set of demonstration data, all or nothing. Does nothing, and says so, where the database holds data,
    /// unless <paramref name="replace"/> says to delete all of it first. The caller is to refuse this in production.
    /// </summary>
    /// <param name="size">Which set.</param>
    /// <param name="replace">Whether to delete what is there.</param>
    /// <param name="progress">Told after every batch of a table; null: nobody is told.</param>
    /// <param name="cancellationToken">Stops it and takes back what was written.</param>
    public async Task<SeedResult> SeedAsync(
        SeedSize size,
        bool replace,
        IProgress<SeedProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var context = OwnerDatabase.CreateContext();
        return await new Seeder(context, Options.Time, progress).SeedAsync(size, replace, cancellationToken);
    }

    /// <summary>
    /// Imports one file of JSON Lines (docs/import.md), all or nothing. Throws <see cref="IOException"/> or
    /// <see cref="UnauthorizedAccessException"/> where it cannot be read.
    /// </summary>
    /// <param name="file">The path.</param>
    /// <param name="progress">Told after every thousand lines; null: nobody is told.</param>
    /// <param name="cancellationToken">Stops it and takes back what was written.</param>
    public async Task<ImportResult> ImportAsync(
        string file,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        await using var context = AccessDatabase.CreateContext();
        var result = await new Importer(context, Options.Time, progress).ImportAsync(file, cancellationToken);
        Viewers.Forget();
        Moved.Raise();
        return result;
    }

    /// <summary>
    /// What the role the server connects as may do in PostgreSQL that it should not: own tables, change what is
    /// append-only. In words; empty: nothing, or the database is a file. Throws what the database throws.
    /// </summary>
    public async Task<IReadOnlyList<string>> FindRolePowersAsync(CancellationToken cancellationToken)
    {
        if (Database.Provider is DatabaseProvider.Sqlite)
        {
            return [];
        }

        await using var connection = Database.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        return await ApplicationRole.FindPowersAsync(connection, cancellationToken);
    }

    /// <summary>Checks that the access records are as they were written. Throws what the database throws.</summary>
    /// <param name="kept">Ends of chains that an operator kept: they must be where they were.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<AccessVerification> VerifyAccessRecordsAsync(
        IReadOnlyList<ChainEnd> kept, CancellationToken cancellationToken) =>
        new AccessVerifier(_records).VerifyAsync(kept, cancellationToken);

    /// <summary>The days up to the given one, oldest first, whose reads were not compared yet.</summary>
    /// <param name="last">The last day that is over, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<IReadOnlyList<DateOnly>> FindDaysToReconcileAsync(
        DateOnly last, CancellationToken cancellationToken) =>
        new Reconciler(_records, Options.Time).FindDueAsync(last, cancellationToken);

    /// <summary>
    /// Compares the reads of a day with the audiences they were meant for, and keeps what is found. Throws what the
    /// database throws.
    /// </summary>
    /// <param name="day">The day, in UTC; it should be over.</param>
    /// <param name="again">Whether to compare a day that was compared before.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public Task<ReconciliationResult> ReconcileAsync(
        DateOnly day, bool again, CancellationToken cancellationToken) =>
        new Reconciler(_records, Options.Time).RunAsync(day, again, cancellationToken);

    /// <summary>
    /// Does what is due: releases that were scheduled, ends of validity, reviews that are overdue, access that time
    /// ended, what is kept for a time. Each is done once, however many nodes are asked at the same moment. Throws what
    /// the database throws when it is down.
    /// </summary>
    public Task<ClockReport> RunDueAsync(CancellationToken cancellationToken) => _due.RunAsync(cancellationToken);

    /// <summary>
    /// When something is known to be due next, UTC; null: nothing is. More may come to it at any time.
    /// </summary>
    public Task<DateTime?> FindNextDueAsync(CancellationToken cancellationToken) =>
        _due.FindNextAsync(cancellationToken);

    /// <summary>Whether the database answers and has all migrations and reference rows.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _served.IsCurrentAsync(cancellationToken) && await HasReferenceRowsAsync(cancellationToken);
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>
    /// Opens what one request needs: the viewer behind the principal (null: anonymous) and, when a step first asks, a
    /// connection. Pass it as <c>GraphQLRequest.Session</c> and dispose it once the request ran. Throws
    /// <see cref="GraphQLException"/> where the database does not answer and the principal is not known yet, where a
    /// machine client has pulled what it may today, or for a stream where the principal can have nothing (any more),
    /// not even a recall: an answer to such a one is that to anybody, but a stream ends and says why.
    /// </summary>
    /// <param name="principal">The token's claims; null: nobody is signed in.</param>
    /// <param name="address">
    /// Where the request comes from; null: it is not known, and a machine client that may come from some networks only
    /// has no rights.
    /// </param>
    /// <param name="channel">How the answer leaves, for the access records.</param>
    /// <param name="purpose">
    /// What the caller says he reads for: at most 200 printable characters, for the access records. Null: nothing.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<IAsyncDisposable> OpenSessionAsync(
        ClaimsPrincipal? principal,
        IPAddress? address,
        AccessChannel channel,
        string? purpose,
        CancellationToken cancellationToken)
    {
        try
        {
            var viewer = await Viewers.ResolveAsync(principal, address, cancellationToken);
            if (channel is not AccessChannel.GraphqlHttp
                && principal is not null
                && viewer is { IsAuthenticated: false, IsRecallRecipient: false })
            {
                throw new GraphQLException(new GraphQLError(
                    "Whose token this is has no rights here, or none any more.", ErrorCode.NotAuthenticated));
            }

            await _quotas.CheckAsync(viewer, cancellationToken);
            return new DistributionSession(
                Database, viewer, _writer, principal, Recorder, new AccessOrigin(channel, purpose), _quotas, Log);
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await Recorder.DisposeAsync();
        await _quotas.DisposeAsync();
        await _records.DisposeAsync();
        await Database.DisposeAsync();
        await AccessDatabase.DisposeAsync();
        await OwnerDatabase.DisposeAsync();
    }

    // Once they are there, nobody takes them away: they are looked for only until then.
    async ValueTask<bool> HasReferenceRowsAsync(CancellationToken cancellationToken)
    {
        if (!_hasReferenceRows)
        {
            await using var connection = Database.CreateConnection();
            _hasReferenceRows = await ReferenceLoader.IsCompleteAsync(connection, cancellationToken);
        }

        return _hasReferenceRows;
    }

    static DatabaseOptions DatabaseOptionsOf(DistributionOptions options) => new()
    {
        ConnectionString = options.ConnectionString,
        Interceptors = options.Interceptors,
    };
}
