using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// Ways around what a caller may see. What is hidden and what does not exist are answered by the same bytes; that they
/// also take the same statements is shown where statements can be watched (HiddenAndMissingTests of the product).
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class AuthorizationAttackTests(AttackServer server)
{
    const string Partner = "partner-hospital";

    readonly AttackTarget _target = server.Production;

    [Theory]
    [InlineData("products", "Product", "product(id: $id) { id publicNumber currentVersion { title { text } } }")]
    [InlineData("organizations", "Organization", "organization(id: $id) { id legalName }")]
    [InlineData("distributionLists", "DistributionList", "distributionList(id: $id) { id name }")]
    public async Task Attack_24_foreign_ids(string list, string type, string field)
    {
        var hidden = await HiddenAsync(list);
        string[] paths =
        [
            field,
            "node(id: $id) { id __typename }",
            $"node(id: $id) {{ ... on {type} {{ id createdAt }} }}",
            "nodes(ids: [$id]) { id __typename }",
            $"{list}(where: {{ id: {{ eq: $id }} }}) {{ totalCount nodes {{ id }} edges {{ cursor node {{ id }} }} }}",
            $"{list}(where: {{ id: {{ in: [$id] }} }}) {{ edges {{ node {{ id }} }} pageInfo {{ hasNextPage endCursor }} }}",
            $"{list}(where: {{ or: [{{ id: {{ eq: $id }} }}, {{ and: [{{ id: {{ eq: $id }} }}] }}] }}) {{ totalCount }}",
        ];
        foreach (var path in paths)
        {
            var missing = await ByIdAsync(path, IdOf(type, Guid.NewGuid()));
            Assert.Contains("\"data\":", missing, StringComparison.Ordinal);
            Assert.DoesNotContain("errors", missing, StringComparison.Ordinal);
            foreach (var id in hidden)
            {
                Assert.Equal(missing, await ByIdAsync(path, id));
            }
        }
    }

    [Fact]
    public async Task Attack_24_an_id_under_the_name_of_another_type()
    {
        var id = (await HiddenAsync("products"))[0];
        var key = Convert.FromBase64String(id.Replace('-', '+').Replace('_', '/'))[^16..];
        var missing = await ByIdAsync("node(id: $id) { id __typename }", IdOf("Product", Guid.NewGuid()));
        foreach (var type in new[] { "ProductVersion", "Organization", "Publication", "Nothing", "__Schema", "Query", "" })
        {
            Assert.Equal(missing, await ByIdAsync("node(id: $id) { id __typename }", IdOf(type, new Guid(key))));
        }
    }

    [Fact]
    public async Task Attack_24_nodes_and_edges_of_every_connection_tell_the_same()
    {
        foreach (var principal in new[] { null, Partner, "partner-water", "analyst" })
        {
            var data = await DataAsync(
                principal,
                "{ products(first: 50) { nodes { id } edges { node { id } } totalCount } "
                + "feed(first: 50) { nodes { id } edges { node { id } } totalCount } }");
            foreach (var field in new[] { "products", "feed" })
            {
                var nodes = data[field]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToList();
                Assert.Equal(nodes, data[field]!["edges"]!.AsArray().Select(edge => (string)edge!["node"]!["id"]!));
                Assert.Equal(nodes.Count, (int)data[field]!["totalCount"]!);
            }
        }
    }

    [Fact]
    public async Task Attack_25_a_filter_does_not_tell_of_rows_that_are_hidden()
    {
        var hidden = (await DataAsync("analyst", "{ products(first: 50) { nodes { id publicNumber publishedAt } } }"))
            ["products"]!["nodes"]!.AsArray();
        var ids = (await HiddenAsync("products")).ToHashSet();
        var secret = hidden.First(node => ids.Contains((string)node!["id"]!) && node["publicNumber"] is not null)!;
        var number = (string)secret["publicNumber"]!;
        var absent = new string([.. number.Select(c => char.IsAsciiDigit(c) ? (char)('0' + ((c - '0' + 5) % 10)) : c)]);
        var total = (await VisibleNumbersAsync()).Count;
        foreach (var filter in new[]
        {
            "{ publicNumber: { eq: \"NUMBER\" } }",
            "{ publicNumber: { startsWith: \"NUMBER\" } }",
            "{ publicNumber: { endsWith: \"NUMBER\" } }",
            "{ publicNumber: { contains: \"NUMBER\" } }",
            "{ publicNumber: { or: [{ eq: \"NUMBER\" }] } }",
            "{ or: [{ publicNumber: { in: [\"NUMBER\"] } }] }",
        })
        {
            foreach (var part in new[] { number, number[..^1], number[1..] })
            {
                var visible = (await VisibleNumbersAsync()).Count(n => Matches(filter, n, part));
                Assert.Equal(visible, await CountAsync(filter.Replace("NUMBER", part, StringComparison.Ordinal)));
            }

            Assert.Equal(
                await AnswerAsync(filter.Replace("NUMBER", absent, StringComparison.Ordinal)),
                await AnswerAsync(filter.Replace("NUMBER", number, StringComparison.Ordinal)));
        }

        // What is excluded without being there changes no count.
        Assert.Equal(total, await CountAsync($$"""{ publicNumber: { neq: "{{number}}" } }"""));
        Assert.Equal(total, await CountAsync($$"""{ publicNumber: { nin: ["{{number}}"] } }"""));
    }

    [Theory]
    [InlineData("{ currentVersion: { contentHash: { eq: \"a\" } } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("{ currentVersion: { analystNotes: { neq: null } } }")]
    [InlineData("{ currentVersion: { privacyReviews: { any: true } } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("{ currentVersion: { authors: { any: true } } }", "AUTH_NOT_AUTHORIZED")]
    [InlineData("{ onBehalfOf: { displayName: { contains: \"a\" } } }")]
    [InlineData("{ versions: { any: true } }")]
    [InlineData("{ originator: { liaisons: { any: true } } }")]
    [InlineData("{ originator: { lists: { any: true } } }")]
    [InlineData("{ originator: { products: { any: true } } }")]
    [InlineData("{ topics: { some: { products: { any: true } } } }")]
    public async Task Attack_25_what_may_not_be_read_can_not_be_asked_of(
        string filter,
        string reason = "is not defined by type")
    {
        var literal = await _target.AskAsync(
            $"{{ products(where: {filter}) {{ totalCount }} }}", token: server.Token(Partner));
        Assert.Equal(HttpStatusCode.OK, literal.Status);
        Assert.Null(JsonNode.Parse(literal.Body)!["data"]);
        Assert.Contains(reason, literal.Body, StringComparison.Ordinal);
        foreach (var order in new[] { "currentVersion: { contentHash: ASC }", "deliveryBasis: ASC", "revision: ASC" })
        {
            var sorted = await _target.AskAsync(
                $"{{ products(order: {{ {order} }}) {{ totalCount }} }}", token: server.Token(Partner));
            Assert.Null(JsonNode.Parse(sorted.Body)!["data"]);
        }
    }

    [Fact]
    public async Task Attack_25_cursors_hold_no_value_that_can_be_read_or_changed()
    {
        const string Query =
            "{ products(first: 3, order: { publicNumber: DESC }) { edges { cursor node { publicNumber } } } }";
        var edges = (await DataAsync(Partner, Query))["products"]!["edges"]!.AsArray();
        var cursor = (string)edges[0]!["cursor"]!;
        var bytes = Convert.FromBase64String(Padded(cursor));
        Assert.DoesNotContain(
            (string)edges[0]!["node"]!["publicNumber"]!, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var forged = (byte[])bytes.Clone();
            forged[i] ^= 1;
            var text = Convert.ToBase64String(forged).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            var answer = await _target.AskAsync(
                $"{{ products(after: \"{text}\", order: {{ publicNumber: DESC }}) {{ totalCount }} }}", token: server.Token(Partner));
            Assert.Equal("HC0078", answer.Extension("code"));
        }

        // Of another list, or of another order, it is none.
        foreach (var other in new[] { "feed", "organizations", "distributionLists" })
        {
            var answer = await _target.AskAsync(
                $"{{ {other}(after: \"{cursor}\") {{ nodes {{ id }} }} }}", token: server.Token(Partner));
            Assert.Equal("HC0078", answer.Extension("code"));
        }
    }

    [Theory]
    [InlineData("partner-suspended")]
    [InlineData("partner-lapsed")]
    [InlineData(null)]
    public async Task Attack_26_a_caller_without_rights_and_a_thing_that_is_not_there(string? principal)
    {
        var token = principal is null ? null : server.Token(principal);
        var hidden = (await HiddenAsync("products"))[0];
        foreach (var field in new[] { "product(id: $id) { id }", "node(id: $id) { id }", "organization(id: $id) { id }" })
        {
            var document = $"query($id: ID!) {{ {field} }}";
            var forHidden = await _target.AskAsync(document, new { id = hidden }, token);
            var forMissing = await _target.AskAsync(document, new { id = IdOf("Product", Guid.NewGuid()) }, token);
            Assert.Equal((forMissing.Status, forMissing.Body), (forHidden.Status, forHidden.Body));
            Assert.Equal(
                forMissing.Headers.Keys.Order(StringComparer.Ordinal),
                forHidden.Headers.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("'")]
    [InlineData("' OR '1'='1")]
    [InlineData("'; DROP TABLE products; --")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\\\")]
    [InlineData("%_%")]
    [InlineData("[a-z]")]
    [InlineData("*")]
    [InlineData("\\\" OR 1=1 --")]
    public async Task Attack_28_injection(string text)
    {
        foreach (var operation in new[] { "eq", "contains", "startsWith", "endsWith" })
        {
            // Nothing has these characters, and none of them is a wildcard.
            var data = await DataAsync(
                null, $"{{ fusionCenters(where: {{ name: {{ {operation}: \"{text}\" }} }}) {{ totalCount }} }}");
            Assert.Equal(0, (int)data["fusionCenters"]!["totalCount"]!);
            data = await DataAsync(
                null, $"{{ fusionCenters(where: {{ name: {{ n{operation}: \"{text}\" }} }}) {{ totalCount }} }}");
            Assert.True((int)data["fusionCenters"]!["totalCount"]! > 0);
        }

        var order = await _target.AskAsync($"{{ fusionCenters(order: {{ name: \"{text}\" }}) {{ totalCount }} }}");
        Assert.Contains("cannot represent non-enum value", order.Body, StringComparison.Ordinal);
        var id = await _target.AskAsync($"{{ product(id: \"{text}\") {{ id }} }}");
        id.Is(HttpStatusCode.OK, """{"data":{"product":null}}""");
    }

    async Task<IReadOnlyList<string>> HiddenAsync(string list)
    {
        var visible = (await IdsAsync(Partner, list)).ToHashSet();
        var hidden = (await IdsAsync("analyst", list)).Where(id => !visible.Contains(id)).Take(3).ToList();
        Assert.NotEmpty(hidden);
        return hidden;
    }

    async Task<IReadOnlyList<string>> IdsAsync(string principal, string list)
    {
        var ids = new List<string>();
        JsonNode? page;
        string? after = null;
        do
        {
            var cursor = after is null ? "" : $", after: \"{after}\"";
            page = (await DataAsync(principal, $"{{ {list}(first: 50{cursor}) {{ nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"))[list]!;
            ids.AddRange(page["nodes"]!.AsArray().Select(node => (string)node!["id"]!));
            after = (string?)page["pageInfo"]!["endCursor"];
        }
        while ((bool)page["pageInfo"]!["hasNextPage"]!);
        return ids;
    }

    async Task<IReadOnlyList<string>> VisibleNumbersAsync() =>
    [
        .. (await DataAsync(Partner, "{ products(first: 50) { nodes { publicNumber } } }"))["products"]!["nodes"]!.AsArray()
            .Select(node => (string?)node!["publicNumber"]).OfType<string>(),
    ];

    static bool Matches(string filter, string number, string part) =>
        filter.Contains("startsWith", StringComparison.Ordinal) ? number.StartsWith(part, StringComparison.Ordinal)
        : filter.Contains("endsWith", StringComparison.Ordinal) ? number.EndsWith(part, StringComparison.Ordinal)
        : filter.Contains("contains", StringComparison.Ordinal) ? number.Contains(part, StringComparison.Ordinal)
        : number == part;

    async Task<int> CountAsync(string filter) =>
        (int)(await DataAsync(Partner, Counted(filter)))["products"]!["totalCount"]!;

    async Task<string> AnswerAsync(string filter) =>
        (await _target.AskAsync(Counted(filter), token: server.Token(Partner))).Body;

    static string Counted(string filter) =>
        $"{{ products(where: {filter}, order: {{ publishedAt: ASC }}) {{ totalCount nodes {{ id }} edges {{ node {{ id }} }} "
        + "pageInfo { hasNextPage hasPreviousPage } } }";

    async Task<string> ByIdAsync(string path, string id) =>
        (await _target.AskAsync($"query($id: ID!) {{ {path} }}", new { id }, server.Token(Partner))).Body;

    async Task<JsonNode> DataAsync(string? principal, string document)
    {
        var answer = await _target.AskAsync(document, token: principal is null ? null : server.Token(principal));
        var body = JsonNode.Parse(answer.Body)!;
        Assert.Null(body["errors"]);
        return body["data"]!;
    }

    static string IdOf(string type, Guid key) =>
        Convert.ToBase64String([.. Encoding.UTF8.GetBytes(type + ":"), .. key.ToByteArray()])
            .Replace('+', '-')
            .Replace('/', '_');

    static string Padded(string text) =>
        text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
}
