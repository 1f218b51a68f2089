using System.Globalization;
using System.Text;
using System.Text.Json;
using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>Each cell of golden-ledger.md, by the ways that lead there.</summary>
public sealed class GoldenLedgerTests(GoldenLedger ledger) : IClassFixture<GoldenLedger>
{
    const string Notice =
        """
        fragment Notice on RecallNotice {
          id publicNumber versionNumbers reason message product { id } reasonDetails issuedByName
          progress { settled }
        }
        """;

    static readonly GoldenTable Deliveries = GoldenTable.ReadLedger("delivery");
    static readonly GoldenTable Receipts = GoldenTable.ReadLedger("receipt");
    static readonly GoldenTable Notices = GoldenTable.ReadLedger("notice");
    static readonly GoldenTable Responses = GoldenTable.ReadLedger("response");
    static readonly GoldenTable Resources = GoldenTable.ReadLedger("resource");

    public static TheoryData<string> Personas => [.. Deliveries.Personas];

    [Fact]
    public void Each_table_has_twenty_columns()
    {
        Assert.All(
            new[] { Deliveries, Receipts, Notices, Responses, Resources },
            table => Assert.Equal(20, table.Personas.Count));
        Assert.Equal(
            (7, 5, 5, 3, 3),
            (Deliveries.Products.Count, Receipts.Products.Count, Notices.Products.Count, Responses.Products.Count,
                Resources.Products.Count));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Deliveries_are_those_of_the_table(string persona)
    {
        const string Rows = "{ totalCount nodes { id } }";
        var data = await ledger.DataAsync(
            persona,
            $$"""
            query($versions: [ID!]!) {
              deliveries(first: 50) {{Rows}}
              nodes(ids: $versions) { ... on ProductVersion { deliveries(first: 50) {{Rows}} } }
            }
            """,
            new
            {
                versions = new[] { "05", "06", "07", "15" }.Select(product => IdOf("ProductVersion", 'v', product)),
            });
        var expected = Deliveries.Seen(persona).Select(row => IdOf("Delivery", 'y', row)).ToList();
        AssertRows(expected, data.GetProperty("deliveries"));

        var ofVersions = data.GetProperty("nodes").EnumerateArray()
            .Where(version => version.ValueKind == JsonValueKind.Object)
            .Select(version => version.GetProperty("deliveries"))
            .Where(rows => rows.ValueKind == JsonValueKind.Object)
            .SelectMany(Ids);
        Assert.Subset(expected.ToHashSet(), ofVersions.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Receipts_are_those_of_the_table(string persona)
    {
        var (expected, actual) = (new StringBuilder(), new StringBuilder());
        foreach (var row in Receipts.Products)
        {
            var data = await ledger.DataAsync(
                persona,
                "query($id: ID!) { node(id: $id) { ... on Receipt { id person { id } serviceClient { id } } } }",
                new { id = ledger.Receipts[row] });
            var receipt = data.GetProperty("node");
            expected.AppendLine(CultureInfo.InvariantCulture, $"{row} {Receipts.Cell(row, persona)}");
            actual.AppendLine(CultureInfo.InvariantCulture, $"{row} {CellOfReceipt(receipt)}");
        }

        Assert.Equal(expected.ToString(), actual.ToString());
        foreach (var (product, rows) in new[] { ("05", Receipts.Products.SkipLast(1)), ("06", ["05"]) })
        {
            var ofVersion = await ledger.DataAsync(
                persona,
                "query($id: ID!) { node(id: $id) { ... on ProductVersion { receipts(first: 50) { nodes { id } } } } }",
                new { id = IdOf("ProductVersion", 'v', product) });
            if (ofVersion.GetProperty("node") is { ValueKind: JsonValueKind.Object } version)
            {
                Assert.Equal(
                    Receipts.Seen(persona).Intersect(rows).Select(row => ledger.Receipts[row])
                        .Order(StringComparer.Ordinal),
                    Ids(version.GetProperty("receipts")));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Notices_are_those_of_the_table_and_leave_no_more_than_it_says(string persona)
    {
        var (expected, actual) = (new StringBuilder(), new StringBuilder());
        foreach (var row in Notices.Products)
        {
            var data = await ledger.DataAsync(
                persona,
                "query($id: ID!, $product: ID!) { recall(id: $id) { ...Notice } node(id: $id) { ...Notice } "
                + "product(id: $product) { id } }" + Notice,
                new { id = ledger.Notices[row], product = IdOf("Product", 'p', row) });
            var notice = data.GetProperty("recall");
            Assert.Equal(notice.GetRawText(), data.GetProperty("node").GetRawText());
            expected.AppendLine(CultureInfo.InvariantCulture, $"{row} {Notices.Cell(row, persona)}");
            actual.AppendLine(CultureInfo.InvariantCulture, $"{row} {CellOfNotice(notice, row)}");
            Assert.Equal(
                Notices.Cell(row, persona) == 'H' ? JsonValueKind.Object : JsonValueKind.Null,
                data.GetProperty("product").ValueKind);
        }

        Assert.Equal(expected.ToString(), actual.ToString());
        var all = await ledger.DataAsync(
            persona, "{ recalls(first: 50, openOnly: false) { totalCount nodes { id } } }");
        AssertRows([.. Notices.Seen(persona).Select(row => ledger.Notices[row])], all.GetProperty("recalls"));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Answers_are_those_of_the_table(string persona)
    {
        foreach (var row in Responses.Products)
        {
            var data = await ledger.DataAsync(
                persona,
                """
                query($notice: ID!, $id: ID!) {
                  recall(id: $notice) { responses(first: 50) { nodes { id } } }
                  node(id: $id) { id }
                }
                """,
                new { notice = ledger.Notices["05"], id = ledger.Responses[row] });
            var isSeen = Responses.Cell(row, persona) == 'X';
            Assert.Equal((row, isSeen), (row, data.GetProperty("node").ValueKind == JsonValueKind.Object));
            var responses = data.GetProperty("recall") is { ValueKind: JsonValueKind.Object } notice
                ? notice.GetProperty("responses")
                : default;
            Assert.Equal(
                (row, isSeen),
                (row, responses.ValueKind == JsonValueKind.Object && Ids(responses).Contains(ledger.Responses[row])));
        }
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Resources_are_those_of_the_table(string persona)
    {
        var data = await ledger.DataAsync(persona, "{ resources(first: 50) { totalCount nodes { id } } }");
        AssertRows(
            [.. Resources.Seen(persona).Select(row => IdOf("ResourceDocument", 'w', row))],
            data.GetProperty("resources"));
    }

    static char CellOfReceipt(JsonElement receipt)
    {
        if (receipt.ValueKind == JsonValueKind.Null)
        {
            return '.';
        }

        return new[] { "person", "serviceClient" }
            .Any(who => receipt.GetProperty(who).ValueKind == JsonValueKind.Object) ? 'R' : 'r';
    }

    /// <summary>The code of a notice; a question mark and the notice where no code says that.</summary>
    static string CellOfNotice(JsonElement notice, string row)
    {
        if (notice.ValueKind == JsonValueKind.Null)
        {
            return ".";
        }

        Assert.Equal($"EFC01-2026-{row}", notice.GetProperty("publicNumber").GetString());
        Assert.Equal("[1]", notice.GetProperty("versionNumbers").GetRawText());
        Assert.Equal("FACTUAL_ERROR", notice.GetProperty("reason").GetString());
        Assert.Equal(GoldenLedger.Message, notice.GetProperty("message").GetString());
        Assert.DoesNotContain("golden" + row, notice.GetRawText(), StringComparison.Ordinal);
        return new[] { "product", "reasonDetails", "issuedByName", "progress" }
            .Count(name => notice.GetProperty(name).ValueKind != JsonValueKind.Null) switch
        {
            0 => "N",
            4 => "H",
            _ => "? " + notice.GetRawText(),
        };
    }

    static void AssertRows(List<string> expected, JsonElement connection)
    {
        // Who can have none at all is refused the list.
        if (connection.ValueKind == JsonValueKind.Null)
        {
            Assert.Empty(expected);
            return;
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), Ids(connection));
        Assert.Equal(expected.Count, connection.GetProperty("totalCount").GetInt32());
    }

    static IEnumerable<string> Ids(JsonElement connection) =>
        connection.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)
            .Order(StringComparer.Ordinal);

    static string IdOf(string type, char kind, string row) =>
        NodeIds.Format(type, GoldenRows.Id(kind, int.Parse(row, CultureInfo.InvariantCulture)));
}
