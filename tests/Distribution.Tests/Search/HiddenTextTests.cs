using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Search;

/// <summary>
/// The law of search: whatever withheld portions say, and whether there are any, not a byte of an answer changes, nor a
/// statement that made it.
/// </summary>
public abstract class HiddenTextTests(DistributionHost host) : IAsyncLifetime
{
    const string Document = """
        query($text: String!, $where: ProductFilterInput, $after: String) {
          search(text: $text, where: $where, first: 5, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges {
              cursor
              node {
                rank
                product { id }
                matches { portion { key text } highlight { start text ranges { start length } } }
              }
            }
          }
        }
        """;

    static readonly string[] Words =
        ["phishing", "facilities", "the", "water", "past week", "synthetic", "marjoram", "incident", "after hours"];

    static readonly object[] Searches =
    [
        new { text = "phishing" },
        new { text = "facilities water" },
        new { text = "\"past week\" incident*" },
        new { text = "synthetic -marjoram -\"after hours\"" },
        new { text = "the" },
        new { text = "marjoram" },
        new { text = "\"water marjoram\"" },
        new { text = "EFC-02-*" },
        new { text = "incidents", where = new { type = new { eq = "BULLETIN" } } },
    ];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is searched is changed here where it stands.</summary>
    public ValueTask InitializeAsync() => host.OpenGatesAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Theory]
    [InlineData("partner-hospital")]
    [InlineData("partner-water")]
    [InlineData("client-hsin")]
    [InlineData(null)]
    public async Task Nothing_changes_whatever_is_written_where_the_viewer_cannot_read(string? principal)
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        var random = new Random(4);
        var oracle = new SearchOracle(host.Module);
        var seen = oracle.Seen(principal).SelectMany(product => product.Portions).Select(p => p.Id).ToHashSet();
        var hidden = oracle.Portions.Where(portion => !seen.Contains(portion.Id)).ToList();
        var versions = oracle.Portions.Where(portion => seen.Contains(portion.Id)).Select(p => p.VersionId).ToHashSet();
        // Withheld parts of products that are seen are where an answer could most easily give something away.
        var within = hidden.Where(portion => versions.Contains(portion.VersionId)).ToList();
        var added = new List<Guid>();
        var before = await AnswersAsync(principal);

        for (var round = 0; round < 3; round++)
        {
            foreach (var portion in within.Concat(hidden.Where(_ => random.Next(4) == 0)))
            {
                await WriteAsync(db, portion.Id, TextOf(random));
            }

            foreach (var visible in oracle.Portions.Where(p => seen.Contains(p.Id) && random.Next(6) == 0))
            {
                added.Add(await AddAsync(db, visible, round, TextOf(random), random));
            }

            Assert.Equal(before, await AnswersAsync(principal));
        }

        Assert.NotEmpty(added);
        await db.Set<Portion>().Where(portion => added.Contains(portion.Id)).ExecuteDeleteAsync(Cancellation);
        Assert.Equal(before, await AnswersAsync(principal));

        // What can be taken away is: what nothing refers to.
        var cited = db.Set<SourceReference>().Select(source => source.PortionId).ToHashSet();
        var expendable = hidden
            .Where(p => p.Kind is not (PortionKind.Title or PortionKind.Summary) && !cited.Contains(p.Id))
            .ToList();
        var ids = expendable.Select(portion => portion.Id).ToArray();
        var deleted = await db.Set<Portion>().Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(Cancellation);
        Assert.InRange(deleted, 10, hidden.Count);
        Assert.Equal(before, await AnswersAsync(principal));

        db.AddRange(expendable);
        await db.SaveChangesAsync(Cancellation);
        db.ChangeTracker.Clear();
        foreach (var portion in hidden)
        {
            await WriteAsync(db, portion.Id, portion.Text);
        }

        Assert.Equal(before, await AnswersAsync(principal));
    }

    [Fact]
    public async Task What_a_viewer_may_not_read_in_a_product_he_sees_is_found_by_those_who_may()
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        var oracle = new SearchOracle(host.Module);
        var hospital = oracle.Seen("partner-hospital").ToList();
        var water = oracle.Seen("partner-water").ToDictionary(seen => seen.Product, seen => seen.Portions);
        var withheld = hospital
            .SelectMany(seen =>
                water.GetValueOrDefault(seen.Product, []).ExceptBy(seen.Portions.Select(p => p.Id), p => p.Id))
            .First();
        await WriteAsync(db, withheld.Id, "An oleander stands at the gate.");

        foreach (var text in new[] { "oleander", "\"oleander stands\"", "olean*", "oleander gate" })
        {
            Assert.Equal(0, await CountAsync("partner-hospital", text));
            Assert.Equal(1, await CountAsync("partner-water", text));
        }

        // Nor is it left out by what he may not read.
        var all = await CountAsync("partner-hospital", "synthetic");
        Assert.Equal(all, await CountAsync("partner-hospital", "synthetic -oleander"));
        Assert.Equal(
            await CountAsync("partner-water", "synthetic") - 1,
            await CountAsync("partner-water", "synthetic -oleander"));
        await WriteAsync(db, withheld.Id, withheld.Text);
    }

    static string TextOf(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Words[random.Next(Words.Length)]));

    static Task<int> WriteAsync(DbContext db, Guid id, string text) =>
        db.Set<Portion>().Where(portion => portion.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(portion => portion.Text, text));

    /// <summary>A portion beside one that is seen, which asks for what nobody holds.</summary>
    static async Task<Guid> AddAsync(DbContext db, Portion beside, int round, string text, Random random)
    {
        var id = new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]);
        db.Add(new Portion
        {
            Id = id,
            VersionId = beside.VersionId,
            OriginatorId = beside.OriginatorId,
            Ordinal = beside.Ordinal,
            Key = $"{round}-{id:N}",
            Kind = PortionKind.Body,
            Text = text,
            Tlp = Tlp.Clear,
            CuiBasic = [],
            CuiSpecified = [],
            DisseminationControls = [],
            ReleasableTo = [],
            Sensitivities = [],
            LegacyMarkings = [],
            Purposes = [],
            OriginatorControl = beside.OriginatorControl,
            Requires = (long)Requirement.LegalPrivilege,
            CreatedAt = beside.CreatedAt,
            UpdatedAt = beside.UpdatedAt,
        });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return id;
    }

    /// <summary>The bytes of all answers, first and next pages, and the statements.</summary>
    async Task<List<string>> AnswersAsync(string? principal)
    {
        var answers = new List<string>();
        foreach (var search in Searches)
        {
            var variables = JsonSerializer.SerializeToNode(search)!;
            for (var page = 0; page < 2; page++)
            {
                var data = await host.DataAsync(principal, Document, variables);
                answers.Add(data.GetRawText());
                answers.AddRange(host.Sql.Statements);
                variables["after"] =
                    data.GetProperty("search").GetProperty("pageInfo").GetProperty("endCursor").GetString();
            }
        }

        return answers;
    }

    async Task<int> CountAsync(string principal, string text) =>
        (await host.DataAsync(principal, "query($text: String!) { search(text: $text) { totalCount } }", new { text }))
            .GetProperty("search").GetProperty("totalCount").GetInt32();
}

public sealed class SqliteHiddenTextTests(SqliteHost host) : HiddenTextTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresHiddenTextTests(PostgresHost host) : HiddenTextTests(host), IClassFixture<PostgresHost>;
