using System.Collections.Concurrent;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// The law of access: whatever anybody asks, the answer is the one over a database from which everything was deleted
/// that he may not see. Databases, principals and operations are random, each from a seed; what is deleted is decided
/// by <see cref="OracleRows"/> and <see cref="OracleColumns"/>, which know the rules and none of the server's code.
/// </summary>
public abstract class DeletedRowsTests(DeletedRowsTests.Law law)
{
    const int Principals = 8;
    const int OperationsOfEach = 7;

    private protected async Task HoldsAsync(int seed)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var rows = RandomRows.Make(seed);
        var model = law.Module.AccessDatabase.Model;
        var values = new Values(model, rows);
        var draw = new Draw(seed);
        var oracle = new Oracle(rows, FixedTime.Now.UtcDateTime);
        await using var whole = await law.CreateAsync(All(model, rows));
        for (var i = 0; i < Principals; i++)
        {
            var principal = RandomPrincipal.Make(draw, rows);
            var reader = oracle.ReaderOf(principal);
            var seen = new OracleRows(rows, oracle, reader, FixedTime.Now.UtcDateTime);
            await using var left = await law.CreateAsync(Deletion.Of(model, rows, reader, seen));
            var run = new LawRun(
                law.Engine, law.Module.Recorder, seed, principal, await whole.ResolveAsync(principal), whole, left);
            for (var j = 0; j < OperationsOfEach; j++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var operation = draw.Pick(law.Operations);
                await run.AssertSameAsync(operation, operation.Draw(draw, values));
            }
        }

        if (law.Faults.TryDequeue(out var fault))
        {
            law.Faults.Clear();
            Assert.Fail($"An operation of seed {seed} failed, which tells nothing of access: {fault}");
        }
    }

    static Dictionary<Type, IReadOnlyList<object>> All(IModel model, RowBatch rows) =>
        model.GetEntityTypes().ToDictionary(type => type.ClrType, type => rows.Of(type.ClrType));

    /// <summary>What the cases of one kind of database share: schema, engine, operations, an empty database.</summary>
    public abstract class Law : IAsyncLifetime
    {
        private protected Law()
        {
        }

        internal DistributionModule Module { get; private protected set; } = null!;

        internal GraphQLEngine Engine { get; private set; } = null!;

        internal IReadOnlyList<LawOperation> Operations { get; private set; } = [];

        internal ConcurrentQueue<Exception> Faults { get; } = new();

        internal abstract Task<LawDatabase> CreateAsync(IReadOnlyDictionary<Type, IReadOnlyList<object>> rows);

        private protected abstract int OperationCount { get; }

        private protected abstract Task<string> PrepareAsync();

        public async ValueTask InitializeAsync()
        {
            Module = ModuleOf(await PrepareAsync());
            Engine = new GraphQLEngine(
                Module.Schema,
                new EngineOptions { EnforceCost = false, OnFault = (fault, _) => Faults.Enqueue(fault) },
                Module.Authorizer);
            Operations = new OperationMaker(Module.Schema, seed: 1).MakeAll(OperationCount);
        }

        public virtual async ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            await Module.DisposeAsync();
        }

        private protected static DistributionModule ModuleOf(string connectionString) =>
            DistributionModule.Create(new DistributionOptions
            {
                ConnectionString = connectionString,
                CursorKeys = [new byte[32]],
                Time = new FixedTime(),
            });
    }
}

public sealed class SqliteDeletedRowsTests(SqliteDeletedRowsTests.SqliteLaw law)
    : DeletedRowsTests(law), IClassFixture<SqliteDeletedRowsTests.SqliteLaw>
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_answer_is_that_of_a_database_without_what_may_not_be_seen(int seed) => HoldsAsync(seed);

    public sealed class SqliteLaw : Law
    {
        readonly string _folder = Directory.CreateTempSubdirectory("graphapi-law-").FullName;

        string Template => Path.Combine(_folder, "empty.db");

        private protected override int OperationCount => 200;

        internal override Task<LawDatabase> CreateAsync(IReadOnlyDictionary<Type, IReadOnlyList<object>> rows) =>
            LawDatabase.CreateAsync(Template, rows);

        private protected override async Task<string> PrepareAsync()
        {
            await using var module = ModuleOf($"Data Source={Template}");
            await module.MigrateAsync(TestContext.Current.CancellationToken);
            await using var context = module.AccessDatabase.CreateContext();
            // None of the versions was cleared: whom they were given is drawn.
            await context.Database.ExecuteSqlRawAsync(
                "DROP TRIGGER entitlements_cleared_insert; PRAGMA wal_checkpoint(TRUNCATE)", TestContext.Current.CancellationToken);

            // What is read is recorded in a database of its own, so that the empty one stays empty.
            File.Copy(Template, Path.Combine(_folder, "records.db"));
            return $"Data Source={_folder}/records.db";
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}

public sealed class PostgresDeletedRowsTests(PostgresDeletedRowsTests.PostgresLaw law)
    : DeletedRowsTests(law), IClassFixture<PostgresDeletedRowsTests.PostgresLaw>
{
    public static TheoryData<int> Seeds => [101, 102];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_answer_is_that_of_a_database_without_what_may_not_be_seen(int seed) => HoldsAsync(seed);

    public sealed class PostgresLaw : Law
    {
        private protected override int OperationCount => 20;

        internal override Task<LawDatabase> CreateAsync(IReadOnlyDictionary<Type, IReadOnlyList<object>> rows) =>
            LawDatabase.CreateAsync("law", MigrateAsync, rows);

        // Rows of which some were deleted refer to what is not there, and none of the versions was cleared.
        static async Task MigrateAsync(string connectionString)
        {
            await using var module = ModuleOf(connectionString);
            await module.MigrateAsync(CancellationToken.None);
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await using var drop = new NpgsqlCommand(
                """
                DO $$ DECLARE f record; BEGIN
                    FOR f IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint WHERE contype = 'f' LOOP
                        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', f.owner, f.conname);
                    END LOOP;
                END $$;
                DROP TRIGGER entitlements_cleared_insert ON entitlements;
                """,
                connection);
            await drop.ExecuteNonQueryAsync();
        }

        private protected override async Task<string> PrepareAsync()
        {
            _database = await Postgres.CreateDatabaseAsync("law", MigrateAsync);
            return _database.ConnectionString;
        }

        PostgresDatabase? _database;

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            if (_database is not null)
            {
                await _database.DisposeAsync();
            }
        }
    }
}
