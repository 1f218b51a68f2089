using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Search;

/// <summary>The database keeps the words of portions in step with their texts, and finds them by its index.</summary>
public abstract class PortionIndexTests(DistributionHost host) : IAsyncLifetime
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected DistributionHost Host { get; } = host;

    /// <summary>What is searched is changed here where it stands.</summary>
    public ValueTask InitializeAsync() => Host.OpenGatesAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task What_a_text_no_longer_says_is_not_found_and_what_it_says_now_is()
    {
        await using var db = Host.Module.AccessDatabase.CreateContext();
        var portion = new SearchOracle(Host.Module).Seen("supervisor").First().Portions[^1];
        foreach (var word in new[] { "juniper", "larkspur", "meadowsweet" })
        {
            await db.Set<Portion>().Where(p => p.Id == portion.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, $"{word}s"), Cancellation);
            foreach (var sought in new[] { "juniper", "larkspur", "meadowsweet" })
            {
                Assert.Equal(sought == word ? 1 : 0, await CountAsync(sought));
                Assert.Equal(sought == word ? 1 : 0, await CountAsync($"\"{sought}s\""));
            }
        }

        await CompactAsync(db);
        Assert.Equal(1, await CountAsync("meadowsweet"));
        await db.Set<Portion>().Where(p => p.Id == portion.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Text, portion.Text), Cancellation);
        Assert.Equal(0, await CountAsync("meadowsweet"));
    }

    [Fact]
    public async Task A_stem_a_word_and_a_prefix_are_found_by_the_index()
    {
        await using var db = Host.Module.AccessDatabase.CreateContext();
        await db.Database.OpenConnectionAsync(Cancellation);
        foreach (var text in new[] { "synthetic", "\"synthetic\"", "synth*", "\"past week\"" })
        {
            Assert.Contains(PlanMark, await ExplainAsync(db, text), StringComparison.Ordinal);
        }
    }

    /// <summary>What a plan says that uses the index.</summary>
    protected abstract string PlanMark { get; }

    /// <summary>The plan of finding portions by a search text.</summary>
    protected abstract Task<string> ExplainAsync(DbContext db, string text);

    /// <summary>Lets the database put its rows elsewhere.</summary>
    protected abstract Task CompactAsync(DbContext db);

    /// <summary>The lines of a plan.</summary>
    protected static async Task<string> PlanAsync(DbContext db, string statement)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(reader.FieldCount - 1).ToString()!);
        }

        return string.Join('\n', lines);
    }

    async Task<int> CountAsync(string text) =>
        (await Host.DataAsync(
            "supervisor", "query($text: String!) { search(text: $text) { totalCount } }", new { text }))
            .GetProperty("search").GetProperty("totalCount").GetInt32();
}

public sealed class SqlitePortionIndexTests(SqliteHost host) : PortionIndexTests(host), IClassFixture<SqliteHost>
{
    protected override string PlanMark => "VIRTUAL TABLE INDEX 0:M";

    protected override Task<string> ExplainAsync(DbContext db, string text)
    {
        var term = Data.Searching.SearchText.Read(text).Sought[0];
        var table = term.IsStemmed ? "portion_stems" : "portion_words";
        var query = new Distribution.Search.SqliteIndex().Write(term);
        return PlanAsync(db, $"EXPLAIN QUERY PLAN SELECT rowid FROM {table}('{query}')");
    }

    // A portion's rowid may change with this; its number in the index does not.
    protected override Task CompactAsync(DbContext db) => db.Database.ExecuteSqlRawAsync("VACUUM");
}

public sealed class PostgresPortionIndexTests(PostgresHost host)
    : PortionIndexTests(host), IClassFixture<PostgresHost>
{
    protected override string PlanMark => "Bitmap Index Scan on portions_search";

    protected override async Task<string> ExplainAsync(DbContext db, string text)
    {
        var term = Data.Searching.SearchText.Read(text).Sought[0];
        var configuration = term.IsStemmed ? "english_stems" : "simple";
        var query = new Distribution.Search.PostgreSqlIndex().Write(term).Replace("'", "''", StringComparison.Ordinal);
        // In a set so small, reading all rows would be cheaper.
        await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        return await PlanAsync(
            db,
            "EXPLAIN SELECT id FROM portions "
            + $"WHERE search @@ to_tsquery('{configuration}', search_folded('{query}'))");
    }

    protected override Task CompactAsync(DbContext db) =>
        db.Database.ExecuteSqlRawAsync("VACUUM FULL portions");
}
