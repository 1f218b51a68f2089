using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Search;

/// <summary>
/// What is found, in which order, and what is shown of it, is what the words of visible portions say.
/// </summary>
public abstract class SearchTests(DistributionHost host) : IAsyncLifetime
{
    const string Find = """
        query($text: String!, $first: Int, $after: String, $last: Int, $before: String, $where: ProductFilterInput) {
          search(text: $text, first: $first, after: $after, last: $last, before: $before, where: $where) {
            totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            nodes { rank product { id } }
          }
        }
        """;

    public static TheoryData<string> Principals =>
    [
        "anonymous", "partner-hospital", "partner-water", "partner-law-enforcement", "partner-non-us", "client-hsin",
        "supervisor", "administrator",
    ];

    /// <summary>What is searched is changed here where it stands.</summary>
    public ValueTask InitializeAsync() => host.OpenGatesAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task Each_search_finds_what_the_oracle_finds_in_its_order(string name)
    {
        var principal = name == "anonymous" ? null : name;
        var oracle = new SearchOracle(host.Module);
        (string[] Sought, string[] Excluded)[] searches =
        [
            (["phishing"], []), (["facilities", "reported"], []), (["water", "incidents", "quarter"], []),
            (["\"after hours\""], []), (["vulnerab*"], []), (["\"the center has no information\""], []), (["the"], []),
            (["synthetic"], ["phishing"]), (["incident"], ["\"past week\"", "ransom*"]),
            (["center", "synthet*"], ["water"]), (["9-1-1"], []), (["nowhere"], []),
        ];
        foreach (var (sought, excluded) in searches)
        {
            var text = string.Join(' ', [.. sought, .. excluded.Select(term => $"-{term}")]);
            var expected = oracle.Find(principal, sought, excluded);
            var data = (await host.DataAsync(principal, Find, new { text, first = 50 })).GetProperty("search");
            Assert.Equal([text, .. expected.Take(50)], [text, .. RowsOf(data)]);
            Assert.Equal((text, expected.Count), (text, data.GetProperty("totalCount").GetInt32()));
        }
    }

    [Fact]
    public async Task Pages_forward_and_backward_are_the_whole_in_its_order()
    {
        var whole = RowsOf(await FindAsync(new { text = "synthetic", first = 50 }));
        Assert.InRange(whole.Count, 10, 50);
        foreach (var size in new[] { 1, 3, 7 })
        {
            var forward = new List<string>();
            JsonElement page = default;
            do
            {
                var after = forward.Count == 0
                    ? null
                    : page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
                page = await FindAsync(new { text = "synthetic", first = size, after });
                forward.AddRange(RowsOf(page));
            }
            while (page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(whole, forward);

            var backward = new List<string>();
            do
            {
                var before = backward.Count == 0
                    ? null
                    : page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
                page = await FindAsync(new { text = "synthetic", last = size, before });
                backward.InsertRange(0, RowsOf(page));
            }
            while (page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
            Assert.Equal(whole, backward);
        }
    }

    [Fact]
    public async Task A_cursor_is_one_of_what_is_looked_for()
    {
        var page = await FindAsync(new { text = "synthetic", first = 2 });
        var after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        await FindAsync(new { text = " SYNTHETIC! ", first = 2, after });
        Assert.Equal("HC0078", await CodeAsync(new { text = "\"synthetic\"", first = 2, after }));
        Assert.Equal("HC0078", await CodeAsync(new { text = "synthetic -x", first = 2, after }));
        Assert.Equal("HC0078", await CodeAsync(new { text = "synthetic", first = 2, after = after + "A" }));
        Assert.Equal("HC0051", await CodeAsync(new { text = "synthetic", first = 51 }));
        Assert.Equal("HC0079", await CodeAsync(new { text = "synthetic", first = -1 }));
    }

    [Fact]
    public async Task Where_narrows_what_is_found()
    {
        var all = await FindAsync(new { text = "synthetic", first = 50 });
        var some = await FindAsync(
            new { text = "synthetic", first = 50, where = new { type = new { eq = "BULLETIN" } } });
        var bulletins = (await host.DataAsync(
                "supervisor", "{ products(first: 50, where: { type: { eq: BULLETIN } }) { nodes { id } } }"))
            .GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Select(product => product.GetProperty("id").GetString()!)
            .ToHashSet();
        Assert.Equal(RowsOf(all).Where(row => bulletins.Contains(row.Split(' ')[1])), RowsOf(some));
        Assert.NotEmpty(RowsOf(some));
    }

    [Fact]
    public async Task A_product_is_found_by_its_number_by_those_who_may_see_it()
    {
        const string Numbers = "{ products(first: 50) { nodes { publicNumber } } }";
        var mine = await NumbersAsync("partner-hospital", Numbers);
        var hidden = (await NumbersAsync("supervisor", Numbers)).Except(mine).First(number => number is not null);
        var number = mine[0];

        Assert.Equal([$"16 {number}"], await FindNumbersAsync(number));
        Assert.Equal([$"16 {number}"], await FindNumbersAsync(number.ToLowerInvariant()));
        Assert.Equal([$"16 {number}"], await FindNumbersAsync($" ({number}) the"));
        Assert.Equal([$"16 {number}"], await FindNumbersAsync(number[..^2] + "*"));
        Assert.Empty(await FindNumbersAsync(number[..^2]));
        Assert.Empty(await FindNumbersAsync($"{number} nowhere"));
        Assert.Empty(await FindNumbersAsync(hidden));
        Assert.Empty(await FindNumbersAsync(hidden[..^1] + "*"));
        Assert.Empty(await FindNumbersAsync("EFC_02*"));
        Assert.Empty(await FindNumbersAsync("%-2026-*"));
    }

    [Fact]
    public async Task What_is_TLP_RED_is_found_and_not_shown()
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        var portion = new SearchOracle(host.Module).Seen("supervisor")
            .SelectMany(seen => seen.Portions)
            .First(portion => portion.Kind == PortionKind.Body);
        await Rewrite(db, portion.Id, "The heliotrope is here.", Tlp.Red);
        const string Document = """
            { search(text: "heliotropes") { nodes { matches { portion { text } highlight { text } } } } }
            """;
        var data = await host.DataAsync("supervisor", Document);
        Assert.Equal(
            """{"search":{"nodes":[{"matches":[{"portion":{"text":"The heliotrope is here."},"highlight":null}]}]}}""",
            data.GetRawText());
        await Rewrite(db, portion.Id, "The heliotrope is here.", Tlp.Green);
        data = await host.DataAsync("supervisor", Document);
        Assert.Contains(
            ""","highlight":{"text":"The heliotrope is here."}}""",
            data.GetRawText(),
            StringComparison.Ordinal);
        await Rewrite(db, portion.Id, portion.Text, portion.Tlp);
    }

    [Fact]
    public async Task A_hit_leaves_the_record_of_a_search_and_its_highlight_that_of_a_read()
    {
        var found = await RecordedByAsync("{ search(text: \"synthetic\") { nodes { rank } } }");
        Assert.Equal(
            [(AccessRecordKind.ContentSearch, Hash("synthetic"), true, true)],
            found.Select(record => (record.Kind, record.SearchHash, record.Portions is null,
                record.VersionId is not null && record.OriginatorId is not null && record.Basis is not null))
                .Distinct());
        var data = default(JsonElement);
        var recorded = await RecordedByAsync(
            "{ search(text: \"synthetic\") { nodes { matches { portion { key } highlight { start } } } } }",
            response => data = response);
        var shown = data.GetProperty("search").GetProperty("nodes").EnumerateArray()
            .Sum(hit => hit.GetProperty("matches").GetArrayLength());
        // What is public needs no record.
        Assert.Equal(
            found.Select(record => record.VersionId),
            recorded.Where(record => record.Kind == AccessRecordKind.ContentSearch).Select(record => record.VersionId));
        Assert.InRange(
            recorded.Where(record => record.Kind == AccessRecordKind.ContentRead)
                .Sum(record => PortionSet.Ordinals(record.Portions).Length),
            4,
            shown);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_leaves_a_record_of_a_caller_who_is_signed_in()
    {
        var record = Assert.Single(await RecordedByAsync("{ search(text: \"nowhere\") { totalCount } }"));
        Assert.Equal(
            (AccessRecordKind.ContentSearch, Hash("nowhere"), (Guid?)null, (AccessBasis?)null),
            (record.Kind, record.SearchHash, record.VersionId, record.Basis));
        var before = await RecordsAsync();
        await host.DataAsync(null, "{ search(text: \"nowhere\") { totalCount } }");
        await host.DataAsync(null, "{ search(text: \"synthetic\") { totalCount } }");
        Assert.Equal(before, await RecordsAsync());
    }

    [Fact]
    public async Task A_phrase_does_not_go_from_one_portion_to_the_next_and_words_do()
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        var portions = new SearchOracle(host.Module).Seen("supervisor")
            .First(seen => seen.Portions.Count >= 3).Portions
            .Where(portion => portion.Kind is not PortionKind.Title)
            .OrderBy(portion => portion.Ordinal)
            .Take(2)
            .ToList();
        await Rewrite(db, portions[0].Id, "It ends with amaranth", portions[0].Tlp);
        await Rewrite(db, portions[1].Id, "bergamot begins this", portions[1].Tlp);

        Assert.Equal(0, await CountAsync("\"amaranth bergamot\""));
        Assert.Equal(0, await CountAsync("amaranth-bergamot"));
        Assert.Equal(1, await CountAsync("amaranth bergamot"));
        Assert.Equal(1, await CountAsync("\"with amaranth\" \"bergamot begins\""));
        await Rewrite(db, portions[0].Id, portions[0].Text, portions[0].Tlp);
        await Rewrite(db, portions[1].Id, portions[1].Text, portions[1].Tlp);
        Assert.Equal(0, await CountAsync("amaranth"));
    }

    async Task<List<AccessRecord>> RecordedByAsync(string document, Action<JsonElement>? read = null)
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        var before = db.Set<AccessRecord>().Select(record => record.Id).ToHashSet();
        var data = await host.DataAsync("supervisor", document);
        read?.Invoke(data);
        return [.. db.Set<AccessRecord>().AsEnumerable().Where(record => !before.Contains(record.Id))];
    }

    async Task<int> RecordsAsync()
    {
        await using var db = host.Module.AccessDatabase.CreateContext();
        return await db.Set<AccessRecord>().CountAsync(TestContext.Current.CancellationToken);
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static Task<int> Rewrite(DbContext db, Guid id, string text, Tlp tlp) =>
        db.Set<Portion>().Where(portion => portion.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(portion => portion.Text, text).SetProperty(portion => portion.Tlp, tlp));

    async Task<int> CountAsync(string text) =>
        (await FindAsync(new { text, first = 0 })).GetProperty("totalCount").GetInt32();

    async Task<JsonElement> FindAsync(object variables) =>
        (await host.DataAsync("supervisor", Find, variables)).GetProperty("search");

    async Task<string?> CodeAsync(object variables) =>
        (await host.ExecuteAsync("supervisor", Find, variables)).GetProperty("errors")[0]
            .GetProperty("extensions").GetProperty("code").GetString();

    async Task<List<string>> NumbersAsync(string principal, string document) =>
        [
            .. (await host.DataAsync(principal, document)).GetProperty("products").GetProperty("nodes").EnumerateArray()
                .Select(product => product.GetProperty("publicNumber").GetString()!),
        ];

    async Task<List<string>> FindNumbersAsync(string text)
    {
        var data = await host.DataAsync(
            "partner-hospital",
            "query($text: String!) { search(text: $text) { nodes { rank product { publicNumber } } } }",
            new { text });
        return
        [
            .. data.GetProperty("search").GetProperty("nodes").EnumerateArray()
                .Select(hit => $"{hit.GetProperty("rank")} {hit.GetProperty("product").GetProperty("publicNumber")}"),
        ];
    }

    static List<string> RowsOf(JsonElement search) =>
        [
            .. search.GetProperty("nodes").EnumerateArray()
                .Select(hit => $"{hit.GetProperty("rank")} {hit.GetProperty("product").GetProperty("id")}"),
        ];
}

public sealed class SqliteSearchTests(SqliteHost host) : SearchTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSearchTests(PostgresHost host) : SearchTests(host), IClassFixture<PostgresHost>;
