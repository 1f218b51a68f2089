using System.Text;
using System.Text.Json;
using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>Each cell of the second table of golden-access.md: versions that are not released, by every way.</summary>
public sealed class GoldenDraftsTests(GoldenDatabase database) : IClassFixture<GoldenDatabase>
{
    const string Content =
        """
        fragment Content on ProductVersion {
          id state title { text } portions { key text } authors { id } approvals { kind } sourceReferences { citation }
          analystNotes privacyReviews { rationale findings { category } }
        }
        """;

    static readonly GoldenTable Table = GoldenTable.ReadDrafts();

    public static TheoryData<string> Personas => [.. Table.Personas];

    [Fact]
    public void The_table_has_eighteen_columns_and_four_lines()
    {
        Assert.Equal(18, Table.Personas.Count);
        Assert.Equal(4, Table.Products.Count);
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_version_is_shown_as_the_table_says_by_its_id(string persona)
    {
        var (expected, actual) = (new StringBuilder(), new StringBuilder());
        foreach (var draft in Table.Products)
        {
            var data = await database.DataAsync(
                persona,
                "query($id: ID!) { node(id: $id) { ...Content } nodes(ids: [$id]) { ...Content } }" + Content,
                new { id = IdOf("ProductVersion", 'v', draft) });
            var answer = data.GetProperty("node");
            expected.AppendLine($"{draft} {Table.Cell(draft, persona)}");
            actual.AppendLine($"{draft} {CellOf(answer)}");
            Assert.Equal(answer.GetRawText(), data.GetProperty("nodes")[0].GetRawText());
        }

        Assert.Equal(expected.ToString(), actual.ToString());
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Drafts_are_those_of_the_table_and_ones_own_are_those_one_wrote(string persona)
    {
        // What is scheduled is one of the products of the first table.
        const string Where = "where: { state: { neq: SCHEDULED } }";
        var data = await database.DataAsync(
            persona,
            $"{{ drafts(first: 50, {Where}) {{ totalCount nodes {{ ...Content }} }} "
            + $"myDrafts(first: 50, {Where}) {{ nodes {{ id }} }} }}" + Content);
        var drafts = data.GetProperty("drafts");
        if (drafts.ValueKind == JsonValueKind.Null)
        {
            Assert.Empty(Table.Seen(persona));
            return;
        }

        Assert.Equal(
            Table.Seen(persona).Select(draft => $"{IdOf("ProductVersion", 'v', draft)} {Table.Cell(draft, persona)}"),
            drafts.GetProperty("nodes").EnumerateArray()
                .Select(version => $"{version.GetProperty("id").GetString()} {CellOf(version)}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(Table.Seen(persona).Count(), drafts.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            persona == "AR" ? Table.Products.Select(draft => IdOf("ProductVersion", 'v', draft)) : [],
            data.GetProperty("myDrafts").GetProperty("nodes").EnumerateArray()
                .Select(version => version.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task No_way_to_what_is_released_leads_to_what_is_not(string persona)
    {
        foreach (var draft in Table.Products)
        {
            var id = IdOf("Product", 'p', draft);
            var number = int.Parse(draft, System.Globalization.CultureInfo.InvariantCulture);
            var data = await database.DataAsync(
                persona,
                $$"""
                {
                  products(where: { id: { eq: "{{id}}" } }) { totalCount nodes { currentVersion { id } } }
                  feed(where: { id: { eq: "{{id}}" } }) { totalCount nodes { id } }
                  search(text: "title{{GoldenRows.Word(number)}}") { totalCount nodes { product { id } } }
                  snapshot(first: 100) { products { id } }
                  fusionCenter(id: "{{NodeIds.Format("FusionCenter", GoldenRows.Center(1))}}") {
                    products(where: { id: { eq: "{{id}}" } }) { totalCount nodes { currentVersion { id } } }
                  }
                }
                """);
            Assert.DoesNotContain(id, data.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(0, data.GetProperty("feed").GetProperty("totalCount").GetInt32());
            Assert.Equal(0, data.GetProperty("search").GetProperty("totalCount").GetInt32());

            var stub = Table.Cell(draft, persona) == '.'
                ? """{"totalCount":0,"nodes":[]}"""
                : """{"totalCount":1,"nodes":[{"currentVersion":null}]}""";
            Assert.Equal(stub, data.GetProperty("products").GetRawText());
            Assert.Equal(stub, data.GetProperty("fusionCenter").GetProperty("products").GetRawText());
        }
    }

    /// <summary>The code of what an answer shows; a question mark and the answer where no code says that.</summary>
    static string CellOf(JsonElement version)
    {
        if (version.ValueKind == JsonValueKind.Null)
        {
            return ".";
        }

        var review = version.GetProperty("privacyReviews")[0];
        var isWhole = version.GetProperty("portions").GetArrayLength() == 4
            && new[] { "authors", "approvals", "sourceReferences" }.All(name => IsTold(version.GetProperty(name)))
            && IsTold(version.GetProperty("analystNotes"))
            && IsTold(review.GetProperty("findings"));
        return (isWhole, IsTold(review.GetProperty("rationale"))) switch
        {
            (true, false) => "W",
            (true, true) => "O",
            _ => "? " + version.GetRawText(),
        };
    }

    static bool IsTold(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => true,
    };

    static string IdOf(string type, char kind, string draft) => NodeIds.Format(
        type, GoldenRows.Id(kind, int.Parse(draft, System.Globalization.CultureInfo.InvariantCulture)));
}
