using System.Text;
using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Engine.Errors;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>Each cell of golden-access.md, by every way that leads to a product.</summary>
public sealed class GoldenAccessTests(GoldenDatabase database) : IClassFixture<GoldenDatabase>
{
    const string Content =
        """
        fragment Content on Product {
          id publicNumber type state originator { name } publishedAt deliveryBasis { rule }
          currentVersion {
            title { text } summary { text } portions { key text } banner { text }
            contentHash authors { id } publications { id } approvals { kind } sourceReferences { citation }
            privacyReviews { state outcome rationale findings { category } }
          }
        }
        """;

    static readonly GoldenTable Table = GoldenTable.Read();

    public static TheoryData<string> Personas => [.. Table.Personas];

    [Fact]
    public void The_table_has_sixteen_columns_and_twenty_seven_lines()
    {
        Assert.Equal(16, Table.Personas.Count);
        Assert.Equal(27, Table.Products.Count);
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_product_is_shown_as_the_table_says_by_its_id(string persona)
    {
        var actual = new StringBuilder();
        var expected = new StringBuilder();
        foreach (var product in Table.Products)
        {
            var data = await database.DataAsync(
                persona,
                $"query($id: ID!) {{ product(id: $id) {{ ...Content }} node(id: $id) {{ ...Content }} "
                + $"nodes(ids: [$id]) {{ ...Content }} }} {Content}",
                new { id = IdOf(product) });
            var answer = data.GetProperty("product");
            expected.AppendLine($"{product} {Table.Cell(product, persona)}");
            actual.AppendLine($"{product} {CellOf(answer)}");
            Assert.Equal(answer.GetRawText(), data.GetProperty("node").GetRawText());
            Assert.Equal(answer.GetRawText(), data.GetProperty("nodes")[0].GetRawText());
        }

        Assert.Equal(expected.ToString(), actual.ToString());
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Filters_by_id_and_number_and_a_search_by_title_find_what_the_table_shows(string persona)
    {
        foreach (var product in Table.Products)
        {
            var number = int.Parse(product, System.Globalization.CultureInfo.InvariantCulture);
            var isShown = Table.Cell(product, persona) is not ('.' or 'S');
            foreach (var (where, isSeen) in new[]
            {
                ($"{{ id: {{ eq: \"{IdOf(product)}\" }} }}", Table.Cell(product, persona) != '.'),
                ($"{{ publicNumber: {{ eq: \"EFC01-2026-{product}\" }} }}", isShown),
            })
            {
                var data = await database.DataAsync(
                    persona, $"{{ products(where: {where}) {{ totalCount nodes {{ id }} }} }}");
                var products = data.GetProperty("products");
                Assert.Equal(isSeen ? 1 : 0, products.GetProperty("totalCount").GetInt32());
                Assert.Equal(isSeen ? [IdOf(product)] : [], Ids(products.GetProperty("nodes")));
            }

            var found = await database.DataAsync(
                persona, $"{{ search(text: \"Title{GoldenRows.Word(number)}\") {{ nodes {{ product {{ id }} }} }} }}");
            Assert.Equal(
                isShown ? [IdOf(product)] : [],
                found.GetProperty("search").GetProperty("nodes").EnumerateArray()
                    .Select(node => node.GetProperty("product").GetProperty("id").GetString()));
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_condition_on_the_portion_more_finds_the_products_where_it_is_shown(string persona)
    {
        var data = await database.DataAsync(
            persona,
            "{ products(first: 50, order: [{ publicNumber: ASC }], "
            + "where: { currentVersion: { portions: { some: { kind: { eq: OUTLOOK } } } } }) "
            + "{ totalCount nodes { id } } }");
        var whole = Table.Products
            .Where(product => Table.Cell(product, persona) is not ('.' or 'S' or 'P'))
            .Select(IdOf);
        Assert.Equal(whole, Ids(data.GetProperty("products").GetProperty("nodes")));
        Assert.Equal(whole.Count(), data.GetProperty("products").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Order_count_and_pages_run_over_what_the_table_shows(string persona)
    {
        foreach (var (connection, expected) in new[]
        {
            ("products", Listed(persona)),
            ("feed", Released(persona).Select(IdOf).ToList()),
        })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var page = (await database.DataAsync(
                    persona,
                    $"query($after: String) {{ it: {connection}(first: 3, after: $after, "
                    + "order: [{ publicNumber: ASC }]) "
                    + "{ totalCount nodes { id } pageInfo { hasNextPage endCursor } } }",
                    new { after })).GetProperty("it");
                Assert.Equal(expected.Count, page.GetProperty("totalCount").GetInt32());
                seen.AddRange(Ids(page.GetProperty("nodes")));
                var info = page.GetProperty("pageInfo");
                after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
            }
            while (after is not null);
            Assert.Equal(expected, seen);
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task The_center_and_the_list_lead_to_what_the_table_shows(string persona)
    {
        var data = await database.DataAsync(
            persona,
            """
            query($center: ID!, $list: ID!) {
              fusionCenter(id: $center) { products(first: 50, order: [{ publicNumber: ASC }]) { ...Found } }
              distributionList(id: $list) { products(first: 50, order: [{ publicNumber: ASC }]) { ...Found } }
            }
            fragment Found on ProductsConnection { totalCount nodes { id } }
            """,
            new
            {
                center = NodeIds.Format("FusionCenter", GoldenRows.Center(1)),
                list = NodeIds.Format("DistributionList", GoldenRows.Id('d', 1)),
            });
        var ofCenter = data.GetProperty("fusionCenter").GetProperty("products");
        Assert.Equal(Listed(persona), Ids(ofCenter.GetProperty("nodes")));
        Assert.Equal(Table.Seen(persona).Count(), ofCenter.GetProperty("totalCount").GetInt32());

        // The list can be joined by nobody: it is there for its members and the staff of its center.
        var list = data.GetProperty("distributionList");
        Assert.Equal(persona is "AN" or "SU" or "HO" or "AO", list.ValueKind == JsonValueKind.Null);
        if (persona is "LE" or "FI" or "IS" or "NU" or "NP" or "MG" or "MA")
        {
            // What names persons did not come by the list.
            var byList = Table.Seen(persona).Where(product => product != "23").Select(IdOf);
            Assert.Equal(byList, Ids(list.GetProperty("products").GetProperty("nodes")));
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Search_finds_a_word_where_its_portion_is_shown(string persona)
    {
        foreach (var product in Table.Products)
        {
            var number = int.Parse(product, System.Globalization.CultureInfo.InvariantCulture);
            var cell = Table.Cell(product, persona);
            await AssertFoundAsync(
                persona, $"title{GoldenRows.Word(number)}", cell is not ('.' or 'S') ? [IdOf(product)] : []);
            await AssertFoundAsync(
                persona, $"outlook{GoldenRows.Word(number)}", cell is not ('.' or 'S' or 'P') ? [IdOf(product)] : []);
        }
    }

    [Fact]
    public void A_way_to_products_that_is_not_built_yet_joins_the_table_when_it_is()
    {
        var roots = new[] { database.Module.Schema.QueryType, database.Module.Schema.MutationType }
            .SelectMany(type => type?.Fields.Select(field => field.Name) ?? []);
        Assert.Equal("not built yet", Table.Ways["export"]);
        Assert.DoesNotContain(roots, name => name.Contains("xport", StringComparison.Ordinal));
        Assert.Equal(
            ["feedChanges", "newBulletins", "recalls"],
            database.Module.Schema.SubscriptionType!.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_snapshot_holds_what_the_table_shows(string persona)
    {
        var data = await database.DataAsync(
            persona, $"{{ snapshot(first: 100) {{ products {{ ...Content }} hasNextPage }} }} {Content}");
        var snapshot = data.GetProperty("snapshot");
        Assert.False(snapshot.GetProperty("hasNextPage").GetBoolean());
        IsAsTheTable(persona, snapshot.GetProperty("products").EnumerateArray());
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Changes_and_subscriptions_tell_of_all_products_what_the_table_shows(string persona)
    {
        var begun = await database.DataAsync(persona, "{ changes { endCursor } }");
        var after = begun.GetProperty("changes").GetProperty("endCursor").GetString();
        await database.AnnounceAsync();

        var told = await database.DataAsync(
            persona,
            "query($after: String) { changes(after: $after, first: 200) { hasMore events { product { ...Content } } } }"
            + Content,
            new { after });
        var changes = told.GetProperty("changes");
        Assert.False(changes.GetProperty("hasMore").GetBoolean());
        var pulled = changes.GetProperty("events").EnumerateArray().Select(change => change.GetProperty("product"));
        IsAsTheTable(persona, pulled);

        var pushed = database.SubscribeAsync(
            persona,
            "subscription($after: String) { feedChanges(after: $after) { product { ...Content } } }" + Content,
            new { after },
            Followed(persona).Count());
        if (persona == "SU")
        {
            // Whose token has no rights reads what is public, and is given no stream.
            await Assert.ThrowsAsync<GraphQLException>(() => pushed);
            return;
        }

        IsAsTheTable(
            persona, (await pushed).Select(data => data.GetProperty("feedChanges").GetProperty("product")));
    }

    /// <summary>What the table shows but what is under embargo, which is told of when it is out.</summary>
    static IEnumerable<string> Followed(string persona) => Released(persona).Where(product => product != "13");

    /// <summary>The products of which a persona sees a version.</summary>
    static IEnumerable<string> Released(string persona) =>
        Table.Seen(persona).Where(product => Table.Cell(product, persona) != 'S');

    /// <summary>All that a persona sees anything of, by number; those that have none yet come last.</summary>
    static List<string> Listed(string persona) =>
    [
        .. Released(persona).Select(IdOf),
        .. Table.Seen(persona).Except(Released(persona)).Select(IdOf),
    ];

    static void IsAsTheTable(string persona, IEnumerable<JsonElement> products) => Assert.Equal(
        Followed(persona).Select(product => $"{IdOf(product)} {Table.Cell(product, persona)}")
            .Order(StringComparer.Ordinal),
        products.Select(product => $"{product.GetProperty("id").GetString()} {CellOf(product)}")
            .Order(StringComparer.Ordinal));

    async Task AssertFoundAsync(string persona, string text, string[] expected)
    {
        var data = await database.DataAsync(
            persona,
            "query($text: String!) { search(text: $text) { totalCount nodes { product { id } } } }",
            new { text });
        var hits = data.GetProperty("search");
        Assert.Equal(expected.Length, hits.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            expected,
            hits.GetProperty("nodes").EnumerateArray()
                .Select(hit => hit.GetProperty("product").GetProperty("id").GetString()!));
    }

    /// <summary>The code of what an answer shows; a question mark and the answer where no code says that.</summary>
    static string CellOf(JsonElement product)
    {
        if (product.ValueKind == JsonValueKind.Null)
        {
            return ".";
        }

        var version = product.GetProperty("currentVersion");
        if (version.ValueKind == JsonValueKind.Null)
        {
            return "S";
        }

        var portions = version.GetProperty("portions").EnumerateArray();
        var keys = string.Join(' ', portions.Select(portion => portion.GetProperty("key").GetString()));
        string[] records =
            ["contentHash", "authors", "publications", "approvals", "sourceReferences", "privacyReviews"];
        var told = records.Where(name => IsTold(version.GetProperty(name))).ToList();
        var review = IsTold(version.GetProperty("privacyReviews")) ? version.GetProperty("privacyReviews")[0] : default;
        var reasons = review.ValueKind == JsonValueKind.Object
            ? new[] { "rationale", "findings" }.Count(name => IsTold(review.GetProperty(name)))
            : 0;
        return (keys, told.Count, reasons) switch
        {
            ("title summary body", 0, 0) => "P",
            ("title summary body more", 0, 0) => "A",
            ("title summary body more", 6, 0) => "H",
            ("title summary body more", 6, 2) => "O",
            _ => $"? {keys}; {string.Join(' ', told)}; {reasons} of rationale and findings",
        };
    }

    static bool IsTold(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    static string IdOf(string product) => NodeIds.Format(
        "Product",
        GoldenRows.Id('p', int.Parse(product, System.Globalization.CultureInfo.InvariantCulture)));

    static IEnumerable<string> Ids(JsonElement nodes) =>
        nodes.EnumerateArray().Select(node => node.GetProperty("id").GetString()!);
}
