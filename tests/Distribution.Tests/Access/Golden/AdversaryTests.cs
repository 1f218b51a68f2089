using System.Text.Json;
using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>
/// A partner with a valid token who tries to learn one bit of what is hidden from him. The numbers are those of the
/// rules of access.
/// </summary>
public sealed class AdversaryTests(GoldenDatabase database) : IClassFixture<GoldenDatabase>
{
    const string Attacker = "NP";

    /// <summary>A product that is hidden from the attacker as a whole, and one of which a portion is.</summary>
    const int Hidden = 7;
    const int Partly = 6;

    public static TheoryData<string, char> Kinds => new()
    {
        { "Product", 'p' }, { "ProductVersion", 'v' }, { "Publication", 'b' }, { "PrivacyReview", 'r' },
        { "AccessGrant", 'g' }, { "ListMembership", 'h' }, { "ServiceClient", 'k' }, { "Portion", 'o' },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rule_1_an_id_of_any_type_that_is_hidden_is_one_that_does_not_exist(string type, char kind)
    {
        const string Document =
            "query($id: ID!) { product(id: $id) { id } node(id: $id) { id __typename } nodes(ids: [$id, $id]) { id } }";
        var hidden = await AskAsync(Document, new { id = NodeIds.Format(type, GoldenRows.Id(kind, Hidden)) });
        var missing = await AskAsync(Document, new { id = NodeIds.Format(type, GoldenRows.Id(kind, 99)) });
        Assert.Equal(missing, hidden);
        Assert.Equal("{\"data\":{\"product\":null,\"node\":null,\"nodes\":[null,null]}}", hidden);
    }

    [Theory]
    [InlineData("publicNumber: { eq: \"?\" }")]
    [InlineData("publicNumber: { neq: \"?\" }")]
    [InlineData("publicNumber: { in: [\"?\"] }")]
    [InlineData("publicNumber: { nin: [\"?\"] }")]
    [InlineData("publicNumber: { contains: \"?\" }")]
    [InlineData("publicNumber: { ncontains: \"?\" }")]
    [InlineData("publicNumber: { startsWith: \"?\" }")]
    [InlineData("publicNumber: { nstartsWith: \"?\" }")]
    [InlineData("publicNumber: { endsWith: \"?\" }")]
    [InlineData("publicNumber: { nendsWith: \"?\" }")]
    [InlineData("or: [{ publicNumber: { eq: \"?\" } }, { state: { neq: CURRENT } }]")]
    [InlineData("and: [{ publicNumber: { neq: \"?\" } }, { isExercise: { eq: false } }]")]
    public async Task Rule_2_no_operator_tells_a_right_guess_of_a_hidden_number_from_a_wrong_one(string condition)
    {
        var document = "{ products(first: 50, where: { # }) { totalCount nodes { publicNumber } } }"
            .Replace("#", condition, StringComparison.Ordinal);
        var right = await AskAsync(document.Replace("?", $"EFC01-2026-{Hidden:D2}", StringComparison.Ordinal));
        var wrong = await AskAsync(document.Replace("?", "EFC01-2026-99", StringComparison.Ordinal));
        Assert.Equal(wrong, right);
    }

    [Theory]
    [InlineData("products(where: { currentVersion: { portions: { some: { text: { contains: \"a\" } } } } })")]
    [InlineData("products(where: { currentVersion: { portions: { none: { text: { eq: \"a\" } } } } })")]
    [InlineData("products(where: { currentVersion: { title: { text: { startsWith: \"a\" } } } })")]
    [InlineData("products(where: { currentVersion: { analystNotes: { neq: null } } })")]
    [InlineData("products(where: { onBehalfOf: { displayName: { contains: \"a\" } } })")]
    [InlineData("products(order: [{ onBehalfOf: { displayName: ASC } }])")]
    public async Task Rule_2_there_is_no_condition_on_what_leaves_a_record_and_no_order_by_it(string field)
    {
        foreach (var persona in new[] { Attacker, "PO" })
        {
            var response = await database.ExecuteAsync(persona, $"{{ {field} {{ totalCount }} }}");
            Assert.False(response.TryGetProperty("data", out _));
            Assert.Matches(
                " is not defined by type \"[A-Za-z]+(Filter|Sort)Input\"\\.$",
                response.GetProperty("errors")[0].GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task Rule_2_a_cursor_of_somebody_who_sees_more_leads_to_nothing_more()
    {
        const string Document =
            "query($after: String) { products(first: 50, after: $after, order: [{ publicNumber: ASC }]) "
            + "{ edges { cursor node { publicNumber } } } }";
        var edges = (await database.DataAsync("PO", Document)).GetProperty("products").GetProperty("edges")
            .EnumerateArray().ToList();
        var own = Numbers(await database.DataAsync(Attacker, Document));
        foreach (var edge in edges)
        {
            // What has no number comes last.
            var at = edge.GetProperty("node").GetProperty("publicNumber").GetString() ?? "\uFFFF";
            var after = edge.GetProperty("cursor").GetString();
            var seen = Numbers(await database.DataAsync(Attacker, Document, new { after }));
            Assert.Equal(own.Where(number => string.CompareOrdinal(number, at) > 0), seen);
        }
    }

    [Fact]
    public async Task Rule_2_a_forged_cursor_is_refused_whatever_it_holds()
    {
        var answers = new List<string>();
        foreach (var cursor in new[] { "", "AAAA", new string('A', 88), "EFC01-2026-07" })
        {
            answers.Add(await AskAsync("query($c: String) { feed(after: $c) { nodes { id } } }", new { c = cursor }));
        }

        Assert.All(answers, answer => Assert.Contains("HC0078", answer, StringComparison.Ordinal));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Rule_4_the_banner_is_of_what_is_returned()
    {
        var id = NodeIds.Format("Product", GoldenRows.Id('p', Partly));
        const string Document = "query($id: ID!) { product(id: $id) { currentVersion { banner { text } } } }";
        string Banner(JsonElement data) => data.GetProperty("product").GetProperty("currentVersion")
            .GetProperty("banner").GetProperty("text").GetString()!;
        Assert.Equal("TLP:GREEN", Banner(await database.DataAsync(Attacker, Document, new { id })));
        Assert.Equal("TLP:GREEN//LES", Banner(await database.DataAsync("LE", Document, new { id })));
    }

    [Fact]
    public async Task Rule_8_members_of_a_list_learn_of_each_other_by_nothing()
    {
        const string Document =
            """
            { organizations(first: 50) { totalCount nodes { displayName } }
              distributionLists(first: 50) {
                nodes { memberCount memberCountBucket
                  memberships(first: 50) { totalCount nodes { member { __typename } } }
                  memberOrganizations(first: 50) { totalCount } } } }
            """;
        var response = (await database.ExecuteAsync("NU", Document)).GetRawText();
        Assert.DoesNotContain("police", response, StringComparison.Ordinal);
        var data = await database.DataAsync("NU", Document);
        Assert.Equal(1, data.GetProperty("organizations").GetProperty("totalCount").GetInt32());
        var list = data.GetProperty("distributionLists").GetProperty("nodes")[0];
        Assert.Equal(JsonValueKind.Null, list.GetProperty("memberCount").ValueKind);
        Assert.Equal(JsonValueKind.Null, list.GetProperty("memberCountBucket").ValueKind);
        Assert.Equal(1, list.GetProperty("memberships").GetProperty("totalCount").GetInt32());
        Assert.Equal(0, list.GetProperty("memberOrganizations").GetProperty("totalCount").GetInt32());
    }

    async Task<string> AskAsync(string document, object? variables = null) =>
        (await database.ExecuteAsync(Attacker, document, variables)).GetRawText();

    static List<string> Numbers(JsonElement data) =>
    [
        .. data.GetProperty("products").GetProperty("edges").EnumerateArray()
            .Select(edge => edge.GetProperty("node").GetProperty("publicNumber").GetString()!),
    ];
}
