using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// Somebody with all rights on the database cuts ends off, or changes heads, and the verification says so; what only
/// another place can know is found by what was kept there.
/// </summary>
public abstract class ChainHeadsTests : IAsyncLifetime
{
    static readonly DateOnly Today = DateOnly.FromDateTime(FixedTime.Now.UtcDateTime);

    DistributionModule? _module;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    DistributionModule Module => _module!;

    protected string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await CreateDatabaseAsync();
        _module = Create();
        await _module.MigrateAsync(Cancellation);
        await _module.SeedAsync(SeedSize.S, replace: false, progress: null, Cancellation);
        // Two nodes that ran and stopped, and one that runs.
        for (var node = 0; node < 2; node++)
        {
            await ReadAsync(_module);
            await _module.DisposeAsync();
            _module = Create();
        }

        await ReadAsync(_module);
        await DisarmAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Module.DisposeAsync();
        await DropDatabaseAsync();
    }

    [Fact]
    public async Task A_chain_has_a_head_at_its_start_and_one_at_its_end_when_its_node_stops()
    {
        await using var context = Module.AccessDatabase.CreateContext();
        var chains = await context.Set<AccessChain>().OrderBy(chain => chain.Number).ToListAsync(Cancellation);
        var heads = await context.Set<AccessHead>().OrderBy(head => head.Number).ToListAsync(Cancellation);
        var read = await context.Set<AccessRecord>().LongCountAsync(r => r.ChainId == chains[0].Id, Cancellation);
        Assert.Equal(
            [
                (chains[0].Id, 0, AccessHeadCause.Start), (chains[0].Id, read, AccessHeadCause.End),
                (chains[1].Id, 0, AccessHeadCause.Start), (chains[1].Id, read, AccessHeadCause.End),
                (chains[2].Id, 0, AccessHeadCause.Start),
            ],
            heads.Select(head => (head.ChainId, head.Sequence, head.Cause)));
        var result = await Module.VerifyAccessRecordsAsync([], Cancellation);
        Assert.Null(result.Problem);
        Assert.Equal(
            [$"heads:5:{Hex(heads[^1].Hash)}", $"3:{read}:{Hex(await EndAsync(context, chains[2].Id))}"],
            result.Ends.Select(end => end.ToString()));
    }

    [Fact]
    public async Task A_comparison_of_a_day_gives_every_chain_a_head_at_its_end()
    {
        await Module.ReconcileAsync(Today, again: true, Cancellation);

        await using var context = Module.AccessDatabase.CreateContext();
        var newest = await context.Set<AccessHead>().OrderByDescending(head => head.Number).FirstAsync(Cancellation);
        Assert.Equal(
            (6, AccessHeadCause.Sweep, Hex(await EndAsync(context, newest.ChainId))),
            (newest.Number, newest.Cause, Hex(newest.EndHash)));
        await Module.ReconcileAsync(Today, again: true, Cancellation);
        Assert.Equal(6, await context.Set<AccessHead>().CountAsync(Cancellation));
        Assert.Equal(
            [$"heads:6:{Hex(newest.Hash)}"],
            (await Module.VerifyAccessRecordsAsync([], Cancellation)).Ends.Select(end => end.ToString()));
    }

    [Fact]
    public async Task Many_records_have_a_head_at_each_256th_one()
    {
        await using var context = Module.AccessDatabase.CreateContext();
        while (await context.Set<AccessRecord>().CountAsync(r => r.Chain.Number == 3, Cancellation) < 520)
        {
            await ReadAsync(Module);
        }

        Assert.Equal(
            [0, 256, 512],
            await context.Set<AccessHead>().Where(head => head.Number > 4).OrderBy(head => head.Number)
                .Select(head => head.Sequence).ToListAsync(Cancellation));
        Assert.Null((await Module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
        await AssertFoundAsync("DELETE FROM access_heads WHERE number = 7", "The head of chain 3 at 512 is missing.");
        await AssertFoundAsync(
            Cut(chain: 3, sequence: 300),
            "Chain 3 ends at 300, but had come to 512: its end was cut off.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_end_of_an_older_chain_that_is_cut_off_is_missed(int chain) => await AssertFoundAsync(
        Cut(chain, sequence: 2),
        $"Chain {chain} ends at 2, but had come to ");

    [Fact]
    public async Task The_end_of_the_newest_chain_that_is_cut_off_is_missed_after_a_comparison_of_a_day()
    {
        await Module.ReconcileAsync(Today, again: true, Cancellation);
        await AssertFoundAsync(
            Cut(chain: 3, sequence: 1),
            "Chain 3 ends at 1, but had come to ");
    }

    [Theory]
    [InlineData("DELETE FROM access_heads WHERE number = 1", "Head 1 is missing.")]
    [InlineData("DELETE FROM access_heads WHERE number = 3", "Head 3 is missing.")]
    [InlineData("DELETE FROM access_heads WHERE number = 5", "Chain 3 has no head.")]
    [InlineData("UPDATE access_heads SET sequence = sequence - 1 WHERE number = 2", "Head 2 was changed.")]
    [InlineData("UPDATE access_heads SET cause = 'Sweep' WHERE number = 3", "Head 3 was changed.")]
    public Task A_head_that_is_deleted_or_changed_is_missed(string change, string problem) =>
        AssertFoundAsync(change, problem);

    [Fact]
    public async Task The_newest_chain_that_is_taken_away_with_its_heads_is_missed_by_what_was_kept_elsewhere()
    {
        var kept = (await Module.VerifyAccessRecordsAsync([], Cancellation)).Ends;
        Assert.Null((await Module.VerifyAccessRecordsAsync(kept, Cancellation)).Problem);
        await ReadAsync(Module);
        Assert.Null((await Module.VerifyAccessRecordsAsync(kept, Cancellation)).Problem);

        await ExecuteAsync(
            Cut(chain: 3, sequence: 0)
            + ";DELETE FROM access_heads WHERE number = 5; DELETE FROM access_chains WHERE number = 3");

        Assert.Null((await Module.VerifyAccessRecordsAsync([], Cancellation)).Problem);
        foreach (var end in kept)
        {
            Assert.Equal(
                $"What was kept as {end} is missing.",
                (await Module.VerifyAccessRecordsAsync([end], Cancellation)).Problem);
        }

        var other = kept[0] with { Sequence = 4 };
        Assert.Equal(
            $"What was kept as {other} is another now.",
            (await Module.VerifyAccessRecordsAsync([other], Cancellation)).Problem);
    }

    protected abstract Task<string> CreateDatabaseAsync();

    protected abstract Task DropDatabaseAsync();

    protected abstract Task DisarmAsync();

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = Module.AccessDatabase.CreateConnection();
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = (connection is NpgsqlConnection ? "" : "PRAGMA foreign_keys = OFF;") + sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    async Task AssertFoundAsync(string change, string problem)
    {
        await ExecuteAsync(
            "CREATE TABLE kept AS SELECT * FROM access_records; CREATE TABLE kept_heads AS SELECT * FROM access_heads");
        await ExecuteAsync(change);
        var found = await Module.VerifyAccessRecordsAsync([], Cancellation);
        await ExecuteAsync(
            "DELETE FROM access_records; INSERT INTO access_records SELECT * FROM kept; DROP TABLE kept;"
            + "DELETE FROM access_heads; INSERT INTO access_heads SELECT * FROM kept_heads; DROP TABLE kept_heads");
        Assert.StartsWith(problem, found.Problem, StringComparison.Ordinal);
        Assert.Empty(found.Ends);
    }

    static string Cut(int chain, int sequence) =>
        $"DELETE FROM access_records WHERE sequence > {sequence}"
        + $" AND chain_id = (SELECT id FROM access_chains WHERE number = {chain})";

    DistributionModule Create() => DistributionModule.Create(new DistributionOptions
    {
        ConnectionString = ConnectionString,
        CursorKeys = [new byte[32]],
        Time = new FixedTime(),
    });

    static async Task ReadAsync(DistributionModule module)
    {
        await using var session = await module.OpenSessionAsync(
            DistributionHost.PrincipalOf("partner-hospital"),
            address: null,
            AccessChannel.GraphqlHttp,
            purpose: null,
            Cancellation);
        var engine = new GraphQLEngine(
            module.Schema, new EngineOptions { EnforceCost = false }, authorizer: module.Authorizer);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = "{ feed(first: 50) { nodes { currentVersion { portions { text } } } } }",
                Session = session,
            },
            Cancellation);
        Assert.Empty(response.Errors);
    }

    static async Task<byte[]> EndAsync(Distribution.Access.AccessContext context, Guid chain) =>
        await context.Set<AccessRecord>().Where(record => record.ChainId == chain)
            .OrderByDescending(record => record.Sequence).Select(record => record.Hash).FirstAsync(Cancellation);

    static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    public sealed class OnSqlite : ChainHeadsTests
    {
        readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;

        protected override Task<string> CreateDatabaseAsync() =>
            Task.FromResult($"Data Source={Path.Combine(_folder, "test.db")};Pooling=False");

        protected override Task DropDatabaseAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return Task.CompletedTask;
        }

        protected override async Task DisarmAsync()
        {
            foreach (var table in new[] { "access_records", "access_chains", "access_heads" })
            {
                await ExecuteAsync(
                    $"DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete; DROP TRIGGER {table}_no_replace");
            }
        }
    }

    public sealed class OnPostgreSql : ChainHeadsTests
    {
        PostgresDatabase? _database;

        protected override async Task<string> CreateDatabaseAsync()
        {
            _database = await Postgres.CreateDatabaseAsync();
            return _database.ConnectionString;
        }

        protected override async Task DropDatabaseAsync() => await _database!.DisposeAsync();

        protected override Task DisarmAsync() => ExecuteAsync(
            """
            ALTER TABLE access_records DISABLE TRIGGER ALL;
            ALTER TABLE access_chains DISABLE TRIGGER ALL;
            ALTER TABLE access_heads DISABLE TRIGGER ALL
            """);
    }
}
