using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>Whoever holds a copy is told one word of it, and nothing by anything else.</summary>
public abstract class RevocationStatusTests(DistributionHost host)
{
    const string Document = "query($hashes: [String!]!) { revocationCheck(hashes: $hashes) { hash status } }";

    readonly RecallScene _scene = new(host);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_is_current_superseded_or_recalled_and_what_was_not_released_is_unknown()
    {
        var product = await _scene.ProductAsync("partner-hospital");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var versions = await context.Set<ProductVersion>().AsNoTracking().ToListAsync(Stop);
        var mine = versions.Single(version => version.Id == product.CurrentVersionId).ContentHash;
        Assert.Equal("CURRENT", await StatusAsync(mine));
        await _scene.RecalledAsync(product);
        Assert.Equal("RECALLED", await StatusAsync(mine));
        Assert.Equal("RECALLED", await StatusAsync(mine.ToUpperInvariant()));

        var others = versions.Where(version => version.ContentHash != mine);
        foreach (var alike in others.GroupBy(version => version.ContentHash))
        {
            var expected = alike.Select(Expected).Max(StringComparer.Ordinal)!;
            Assert.Equal(expected == "" ? "UNKNOWN" : expected[1..], await StatusAsync(alike.Key));
        }
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_hashes_and_what_is_no_hash_is_unknown()
    {
        var hash = (await _scene.ProductAsync("supervisor")).CurrentVersionId;
        await using var context = host.Module.AccessDatabase.CreateContext();
        var known = await context.Set<ProductVersion>().Where(version => version.Id == hash)
            .Select(version => version.ContentHash).SingleAsync(Stop);
        string[] asked = ["", "%", known, new('g', 64), new('0', 64), known, $"{known} "];

        var answers = await CheckAsync(null, asked);

        Assert.Equal(asked, answers.Select(answer => answer.Hash));
        Assert.Equal(
            ["UNKNOWN", "UNKNOWN", "CURRENT", "UNKNOWN", "UNKNOWN", "CURRENT", "UNKNOWN"],
            answers.Select(answer => answer.Status));
    }

    [Fact]
    public async Task One_statement_answers_whatever_is_asked_and_by_whom()
    {
        await CheckAsync(null, [new('1', 64)]);
        Assert.Single(host.Sql.Statements);
        await CheckAsync("partner-hospital", [.. Enumerable.Range(0, 100).Select(i => $"{i:d64}")]);
        Assert.Single(host.Sql.Statements);
    }

    [Fact]
    public async Task More_than_a_hundred_hashes_are_refused()
    {
        var response = await host.ExecuteAsync(null, Document, new { hashes = new string[101].Select(_ => "") });
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal("HC0076", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("At most 100 hashes can be checked at once.", error.GetProperty("message").GetString());
    }

    async Task<string> StatusAsync(string hash) => Assert.Single(await CheckAsync(null, [hash])).Status;

    async Task<List<(string Hash, string Status)>> CheckAsync(string? who, string[] hashes) =>
        [
            .. (await host.DataAsync(who, Document, new { hashes })).GetProperty("revocationCheck").EnumerateArray()
                .Select(row => (row.GetProperty("hash").GetString()!, row.GetProperty("status").GetString()!)),
        ];

    // What is worst sorts last.
    static string Expected(ProductVersion version) => version switch
    {
        { PublishedAt: null } => "",
        { PublishedAt: { } at } when at > RecallScene.Now => "",
        { State: VersionState.Recalled } => "3RECALLED",
        { State: VersionState.Published, ValidUntil: { } end } when end <= RecallScene.Now => "1SUPERSEDED",
        { State: VersionState.Published or VersionState.Scheduled } => "2CURRENT",
        { State: VersionState.Superseded or VersionState.Expired or VersionState.Archived } => "1SUPERSEDED",
        _ => "",
    };
}

public sealed class SqliteRevocationStatusTests(SqliteHost host)
    : RevocationStatusTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRevocationStatusTests(PostgresHost host)
    : RevocationStatusTests(host), IClassFixture<PostgresHost>;
