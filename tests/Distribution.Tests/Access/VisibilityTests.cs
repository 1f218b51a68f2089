using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>Every named principal and every product, on every path: each answer is the oracle's.</summary>
public abstract class VisibilityTests(DistributionHost host)
{
    const string Fields = "id currentVersion { portions { key } }";

    public static TheoryData<string> Principals => ["anonymous", .. DemonstrationPrincipals.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task The_feed_is_what_the_principal_may_see_newest_first(string name)
    {
        var principal = NameOf(name);
        var seen = await PagesAsync(principal, "feed");
        Assert.Equal(Expected(principal), seen);
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task The_products_and_their_count_are_those_of_the_feed(string name)
    {
        var principal = NameOf(name);
        var drafts = Drafts(principal);
        var expected = Expected(principal);
        Assert.Equal([.. drafts, .. expected], await PagesAsync(principal, "products"));
        var data = await host.DataAsync(
            principal,
            """
            {
              feed { totalCount }
              products { totalCount }
              all: products(where: { or: [{ type: { eq: BULLETIN } }, { type: { neq: BULLETIN } }] }) { totalCount }
            }
            """);
        Assert.Equal(
            [expected.Count, drafts.Count + expected.Count, drafts.Count + expected.Count],
            data.EnumerateObject().Select(field => field.Value.GetProperty("totalCount").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task By_id_each_product_is_there_or_as_if_it_did_not_exist(string name)
    {
        var principal = NameOf(name);
        var oracle = Oracle.Read(host.Module, FixedTime.Now.UtcDateTime);
        var expected = Drafts(principal).Concat(Expected(principal)).ToDictionary(row => row.Split(' ')[0]);
        var ids = oracle.Products.Select(product => NodeIds.Format("Product", product.Id)).ToList();
        foreach (var chunk in ids.Chunk(25))
        {
            var single = string.Concat(chunk.Select((id, i) => $"p{i}: product(id: \"{id}\") {{ {Fields} }} "));
            var data = await host.DataAsync(
                principal,
                $"query($ids: [ID!]!) {{ {single} nodes(ids: $ids) {{ ... on Product {{ {Fields} }} }} }}",
                new { ids = chunk });
            Assert.Equal(
                chunk.Select(id => expected.GetValueOrDefault(id)),
                data.GetProperty("nodes").EnumerateArray().Select(RowOf));
            Assert.Equal(
                chunk.Select(id => expected.GetValueOrDefault(id)),
                chunk.Select((_, i) => RowOf(data.GetProperty($"p{i}"))));
        }
    }

    [Theory]
    [MemberData(nameof(Principals))]
    public async Task By_list_and_by_center_there_is_nothing_that_is_not_in_the_feed(string name)
    {
        var principal = NameOf(name);
        var expected = Drafts(principal).Concat(Expected(principal)).Select(row => row.Split(' ')[0]).ToHashSet();
        var data = await host.DataAsync(
            principal,
            """
            {
              fusionCenters(first: 100) { nodes { products(first: 50) { totalCount nodes { id } } } }
              distributionLists(first: 50) { nodes { products(first: 50) { nodes { id } } } }
            }
            """);
        var byCenter = Nodes(data, "fusionCenters").SelectMany(center => Ids(center, "products")).ToList();
        Assert.Equal(expected.Order(), byCenter.Order());
        Assert.Equal(
            expected.Count,
            Nodes(data, "fusionCenters")
                .Sum(center => center.GetProperty("products").GetProperty("totalCount").GetInt32()));
        foreach (var list in Nodes(data, "distributionLists"))
        {
            var ids = Ids(list, "products").ToList();
            Assert.Subset(expected, ids.ToHashSet());
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public void The_personas_tell_the_rules_apart()
    {
        var oracle = Oracle.Read(host.Module, FixedTime.Now.UtcDateTime);
        var counts = Principals.Select(row => row.Data).ToDictionary(
            name => name,
            name => oracle.Seen(DistributionHost.PrincipalOf(NameOf(name))).Count);
        Assert.True(counts["anonymous"] > 0);
        Assert.Equal(counts["anonymous"], counts["partner-suspended"]);
        Assert.Equal(counts["anonymous"], counts["partner-lapsed"]);
        Assert.Equal(counts["anonymous"], counts["client-suspended"]);
        Assert.Equal(counts["anonymous"], counts["administrator"]);
        Assert.Equal(counts["anonymous"], counts["auditor"]);
        Assert.True(counts["partner-hospital"] > counts["anonymous"]);
        Assert.True(counts["partner-law-enforcement"] > counts["anonymous"]);
        Assert.True(counts["analyst"] > counts["anonymous"]);
        Assert.True(counts["client-portal"] < counts["partner-hospital"]);
    }

    static string? NameOf(string name) => name == "anonymous" ? null : name;

    List<string> Expected(string? principal) =>
    [
        .. Oracle.Read(host.Module, FixedTime.Now.UtcDateTime)
            .Seen(DistributionHost.PrincipalOf(principal))
            .Select(row => $"{NodeIds.Format("Product", row.Product)} {string.Join(',', row.Portions)}"),
    ];

    // Without a current version there are no portions of it.
    List<string> Drafts(string? principal) =>
    [
        .. Oracle.Read(host.Module, FixedTime.Now.UtcDateTime)
            .SeenInPreparation(DistributionHost.PrincipalOf(principal))
            .Select(id => $"{NodeIds.Format("Product", id)} "),
    ];

    async Task<List<string>> PagesAsync(string? principal, string field)
    {
        var rows = new List<string>();
        string? after = null;
        do
        {
            var data = await host.DataAsync(
                principal,
                "query($after: String) { " + field + "(first: 7, after: $after) { "
                + "nodes { " + Fields + " } pageInfo { hasNextPage endCursor } } }",
                new { after });
            var page = data.GetProperty(field);
            rows.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => RowOf(node)!));
            var pageInfo = page.GetProperty("pageInfo");
            after = pageInfo.GetProperty("hasNextPage").GetBoolean()
                ? pageInfo.GetProperty("endCursor").GetString()
                : null;
        }
        while (after is not null);
        return rows;
    }

    static string? RowOf(JsonElement node) => node.ValueKind == JsonValueKind.Null
        ? null
        : $"{node.GetProperty("id").GetString()} " + string.Join(
            ',',
            node.GetProperty("currentVersion") is { ValueKind: JsonValueKind.Object } version
                ? version.GetProperty("portions").EnumerateArray()
                    .Select(portion => portion.GetProperty("key").GetString())
                : []);

    static JsonElement.ArrayEnumerator Nodes(JsonElement data, string field) =>
        data.GetProperty(field).GetProperty("nodes").EnumerateArray();

    static IEnumerable<string> Ids(JsonElement parent, string field) =>
        Nodes(parent, field).Select(node => node.GetProperty("id").GetString()!);
}

public sealed class SqliteVisibilityTests(SqliteHost host) : VisibilityTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresVisibilityTests(PostgresHost host) : VisibilityTests(host), IClassFixture<PostgresHost>;
