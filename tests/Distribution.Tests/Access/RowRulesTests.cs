using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>What is beside products: memberships, lists, partners, people, reviews. Asked like an opponent.</summary>
public abstract class RowRulesTests(DistributionHost host)
{
    [Fact]
    public async Task A_context_without_a_viewer_sees_nothing_that_has_a_right_or_an_owner()
    {
        await using var context = host.Module.Database.CreateContext();
        Assert.Same(Viewer.Nobody, context.Viewer);
        Assert.False(await context.Set<Product>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.Set<ProductVersion>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.Set<DistributionList>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.Set<ListMembership>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await context.Set<Person>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_context_that_goes_back_to_the_pool_takes_no_viewer_along()
    {
        // The pool hands out the longest unused first: go on until one comes a second time.
        var contexts = new HashSet<DistributionContext>();
        bool isNew;
        do
        {
            await host.DataAsync("supervisor", "{ products { totalCount } }");
            await using var context = host.Module.Database.CreateContext();
            isNew = contexts.Add(context);
            Assert.Same(Viewer.Nobody, context.Viewer);
            Assert.False(await context.Set<Product>().AnyAsync(TestContext.Current.CancellationToken));
        }
        while (isNew && contexts.Count < 1_000);
        Assert.False(isNew);
    }

    [Fact]
    public async Task Interleaved_viewers_each_get_their_own()
    {
        string?[] names =
            [null, "partner-hospital", "partner-law-enforcement", "analyst", "client-hsin", "administrator"];
        const string Document = "{ products(first: 50) { nodes { id } } }";
        var alone = new Dictionary<string, string>();
        foreach (var name in names)
        {
            alone[name ?? ""] = (await host.DataAsync(name, Document)).GetRawText();
        }

        Assert.Equal(5, alone.Values.Distinct().Count());
        var together = await Task.WhenAll(Enumerable.Range(0, 120).Select(async i =>
        {
            var name = names[i % names.Length];
            return (Name: name, Answer: (await host.DataAsync(name, Document)).GetRawText());
        }));
        Assert.All(together, pair => Assert.Equal(alone[pair.Name ?? ""], pair.Answer));
    }

    [Fact]
    public async Task Two_members_of_a_list_cannot_learn_of_each_other()
    {
        var data = await host.DataAsync(
            "partner-hospital",
            """
            { me { person { id } organization { id } }
              distributionLists(first: 50) { nodes { memberships(first: 50) { totalCount nodes { member {
                __typename ... on Person { id } ... on Organization { id } ... on ServiceClient { id } } } } } } }
            """);
        string[] own =
        [
            data.GetProperty("me").GetProperty("person").GetProperty("id").GetString()!,
            data.GetProperty("me").GetProperty("organization").GetProperty("id").GetString()!,
        ];
        var lists = data.GetProperty("distributionLists").GetProperty("nodes").EnumerateArray().ToList();
        var members = lists
            .SelectMany(list => list.GetProperty("memberships").GetProperty("nodes").EnumerateArray())
            .Select(membership => membership.GetProperty("member").GetProperty("id").GetString()!)
            .ToList();
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.Contains(member, own));
        Assert.Equal(
            members.Count,
            lists.Sum(list => list.GetProperty("memberships").GetProperty("totalCount").GetInt32()));
    }

    [Fact]
    public async Task Filters_on_memberships_and_products_of_others_find_nothing_to_count()
    {
        // A condition on hidden rows must not tell that they are there.
        var all = await CountAsync(null, "products(where: { currentVersion: { number: { gte: 1 } } })");
        Assert.Equal(await CountAsync(null, "products"), all);
    }

    [Fact]
    public async Task An_anonymous_caller_knows_no_list_no_person_no_review_and_no_agreement()
    {
        var data = await host.DataAsync(
            null,
            """
            { me { kind } distributionLists { totalCount nodes { id } }
              organizations { nodes { people { totalCount nodes { id } } liaisons { id } } }
              products(first: 50) { nodes { deliveryBasis { rule lists { id } matchedTerms }
                currentVersion { sourceReferences { citation } } } } }
            """);
        Assert.Equal(JsonValueKind.Null, data.GetProperty("me").ValueKind);
        Assert.Equal("{\"totalCount\":0,\"nodes\":[]}", Compact(data.GetProperty("distributionLists")));
        foreach (var organization in data.GetProperty("organizations").GetProperty("nodes").EnumerateArray())
        {
            Assert.Equal(
                "{\"people\":{\"totalCount\":0,\"nodes\":[]},\"liaisons\":[]}",
                Compact(organization));
        }

        foreach (var product in data.GetProperty("products").GetProperty("nodes").EnumerateArray())
        {
            Assert.Equal(
                "{\"deliveryBasis\":{\"rule\":\"PUBLIC_RELEASE\",\"lists\":[],\"matchedTerms\":[]},"
                + "\"currentVersion\":{\"sourceReferences\":[]}}",
                Compact(product));
        }
    }

    [Fact]
    public async Task The_keys_of_portions_have_no_gaps_to_see()
    {
        const string Document = "{ products(first: 50) { nodes { currentVersion { portions { key } } } } }";
        foreach (var name in new[] { null, "partner-hospital", "client-hsin", "administrator", "analyst" })
        {
            var nodes = (await host.DataAsync(name, Document)).GetProperty("products").GetProperty("nodes");
            foreach (var node in nodes.EnumerateArray())
            {
                var keys = node.GetProperty("currentVersion").GetProperty("portions").EnumerateArray()
                    .Select(portion => portion.GetProperty("key").GetString()!)
                    .ToList();
                Assert.Equal(["title", "summary"], keys.Take(2));
                Assert.All(keys.Skip(2), key => Assert.Matches("^[2-9A-HJ-NP-Z]{8}$", key));
            }
        }
    }

    [Fact]
    public async Task A_machine_client_sees_the_lists_it_is_on_and_none_it_could_ask_to_join()
    {
        var data = await host.DataAsync(
            "client-hsin", "{ me { lists { id } } distributionLists(first: 50) { nodes { id } } }");
        static IEnumerable<string> Ids(JsonElement rows) =>
            rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()!).Order();
        Assert.Equal(
            Ids(data.GetProperty("me").GetProperty("lists")),
            Ids(data.GetProperty("distributionLists").GetProperty("nodes")));
    }

    [Fact]
    public async Task A_hidden_product_and_a_missing_one_get_the_same_answer()
    {
        var hidden = (await host.DataAsync("analyst", "{ products(first: 50) { nodes { id currentVersion { id } } } }"))
            .GetProperty("products").GetProperty("nodes").EnumerateArray()
            .ToDictionary(
                node => node.GetProperty("id").GetString()!,
                node => node.GetProperty("currentVersion").GetProperty("id").GetString()!);
        var known = (await host.DataAsync(null, "{ products(first: 50) { nodes { id } } }"))
            .GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("id").GetString()!)
            .ToHashSet();
        const string Document =
            "query($p: ID!, $v: ID!) { product(id: $p) { id } a: node(id: $p) { id } b: node(id: $v) { id } "
            + "nodes(ids: [$p, $v]) { id } }";
        var missing = Compact(await host.ExecuteAsync(null, Document, new
        {
            p = Data.Bindings.NodeIds.Format("Product", Guid.Empty),
            v = Data.Bindings.NodeIds.Format("ProductVersion", Guid.Empty),
        }));
        Assert.Equal("{\"data\":{\"product\":null,\"a\":null,\"b\":null,\"nodes\":[null,null]}}", missing);
        foreach (var (product, version) in hidden.Where(pair => !known.Contains(pair.Key)).Take(10))
        {
            Assert.Equal(missing, Compact(await host.ExecuteAsync(null, Document, new { p = product, v = version })));
        }
    }

    [Theory]
    [InlineData("partner-hospital", "LIST_MEMBERSHIP,ORGANIZATION_MEMBERSHIP,PUBLIC_RELEASE")]
    [InlineData("client-hsin", "CLIENT_GRANT,PUBLIC_RELEASE")]
    [InlineData("administrator", "PUBLIC_RELEASE")]
    public async Task The_basis_of_a_delivery_names_a_rule_that_can_be_the_readers_and_lists_he_is_on(
        string name,
        string rules)
    {
        var data = await host.DataAsync(
            name,
            "{ me { lists { id } } feed(first: 50) { nodes { deliveryBasis { rule lists { id } policyVersion } } } }");
        var own = data.GetProperty("me").GetProperty("lists").EnumerateArray()
            .Select(list => list.GetProperty("id").GetString()).ToHashSet();
        foreach (var basis in data.GetProperty("feed").GetProperty("nodes").EnumerateArray()
            .Select(node => node.GetProperty("deliveryBasis")))
        {
            Assert.Contains(basis.GetProperty("rule").GetString()!, rules.Split(','));
            var lists = basis.GetProperty("lists").EnumerateArray().Select(list => list.GetProperty("id").GetString());
            Assert.Subset(own, lists.ToHashSet());
        }
    }

    async Task<int> CountAsync(string? principal, string field) =>
        (await host.DataAsync(principal, "{ it: " + field + " { totalCount } }"))
            .GetProperty("it").GetProperty("totalCount").GetInt32();

    static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}

public sealed class SqliteRowRulesTests(SqliteHost host) : RowRulesTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRowRulesTests(PostgresHost host) : RowRulesTests(host), IClassFixture<PostgresHost>;
