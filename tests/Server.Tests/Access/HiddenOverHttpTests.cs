using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Access;

/// <summary>
/// A partner with a valid token tries to tell a product that is hidden from him from one that does not exist, by
/// everything a response over HTTP has.
/// </summary>
public sealed class HiddenOverHttpTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string Attacker = "partner-hospital";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Documents =>
    [
        "query($id: ID!) { product(id: $id) { id publicNumber currentVersion { title { text } } } }",
        "query($id: ID!) { node(id: $id) { id __typename } }",
        "query($id: ID!) { nodes(ids: [$id, $id]) { id } }",
        "query($id: ID!) { products(where: { id: { eq: $id } }) { totalCount nodes { id } } }",
        "query($id: ID!) { products(where: { id: { in: [$id] } }, order: [{ publicNumber: ASC }]) { totalCount } }",
        "query($id: ID!) { products(first: 50, where: { id: { neq: $id } }) { totalCount nodes { id } } }",
        "query($id: ID!) { feed(first: 50, where: { id: { nin: [$id] } }) { totalCount } }",
        "query($id: ID!) { search(text: \"synthetic\", where: { id: { eq: $id } }) { totalCount } }",
        "query($id: ID!) { whoSaw(productVersion: $id, first: 1) { nodes { id } } }",
        "query($id: ID!) { accessSummary(productVersion: $id) { reads } }",
        "query($id: ID!) { explainAccess(principal: $id, product: $id) { policyVersion } }",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Rule_1_and_2_a_hidden_product_is_answered_as_a_missing_one_byte_for_byte(string document)
    {
        var (hidden, missing) = await IdsAsync();
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            foreach (var send in new[] { Post, Get, Automatic })
            {
                // The plan and the viewer are known by the second time, as they are to whoever asks again.
                await send(document, hidden, encoding);
                var first = await AnswerAsync(await send(document, hidden, encoding), hidden);
                var second = await AnswerAsync(await send(document, missing, encoding), missing);
                Assert.Equal(second, first);
            }
        }
    }

    [Fact]
    public async Task Rule_2_a_cursor_that_is_forged_or_of_another_list_is_refused_alike()
    {
        const string Feed = "query($after: String) { feed(first: 1, after: $after) { edges { cursor } } }";
        const string Products = "query($after: String) { products(first: 1, after: $after) { edges { cursor } } }";
        var own = JsonNode.Parse((await server.AskAsync("analyst", Feed)).Body)!;
        var cursor = (string)own["data"]!["feed"]!["edges"]![0]!["cursor"]!;
        var flipped = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];
        var codes = new HashSet<string?>();
        foreach (var (document, after) in new[] { (Products, cursor), (Feed, flipped), (Feed, "AAAA"), (Feed, "%") })
        {
            var answer = await server.AskAsync(Attacker, document, new JsonObject { ["after"] = after }.ToJsonString());
            codes.Add(answer.Extension("code"));
        }

        Assert.Single(codes);
        Assert.NotNull(codes.Single());
    }

    [Fact]
    public async Task Rule_3_a_phrase_that_is_withheld_is_searched_for_as_one_that_is_nowhere()
    {
        const string Document = """
            query($text: String!) {
              search(text: $text, first: 20) { totalCount nodes { rank matches { portion { key } } } }
            }
            """;
        var portions = "{ products(first: 50) { nodes { currentVersion { portions { text } } } } }";
        var seen = Texts((await server.AskAsync(Attacker, portions)).Body);
        var withheld = Texts((await server.AskAsync("supervisor", portions)).Body)
            .First(text => text.Length < 300 && text.Split(' ').Length < 20 && !text.Contains('"')
                && !seen.Any(other => other.Contains(text, StringComparison.Ordinal)));

        var hidden = await SearchAsync($"\"{withheld}\"");
        var missing = await SearchAsync("\"words that nobody ever wrote\"");

        Assert.Equal("""{"data":{"search":{"totalCount":0,"nodes":[]}}}""", missing.Body);
        Assert.Equal(missing, hidden);

        async Task<(HttpStatusCode Status, string Body)> SearchAsync(string text)
        {
            var answer = await server.AskAsync(
                Attacker, Document, new JsonObject { ["text"] = text }.ToJsonString());
            return (answer.Status, answer.Body);
        }
    }

    [Fact]
    public async Task Rule_11_what_a_partner_can_never_read_is_not_in_the_schema_he_is_shown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "/graphql?sdl"));
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token(Attacker));
        using var response = await server.Client.SendAsync(request, Cancelled);
        var sdl = await response.Content.ReadAsStringAsync(Cancelled);
        var introspected = (await server.AskAsync(
            Attacker, "{ __type(name: \"ProductVersion\") { fields { name } } }")).Body;

        foreach (var field in new[] { "analystNotes", "authors", "privacyReviews", "contentHash" })
        {
            Assert.DoesNotContain($"\"{field}\"", introspected, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("  analystNotes", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("  privacyReviews", sdl, StringComparison.Ordinal);
        Assert.Contains("  portions", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("@recorded", sdl, StringComparison.Ordinal);
    }

    static HashSet<string> Texts(string body) =>
    [
        .. JsonNode.Parse(body)!["data"]!["products"]!["nodes"]!.AsArray()
            // What is in preparation has no version in force.
            .SelectMany(node => node!["currentVersion"]?["portions"]?.AsArray() ?? [])
            .Select(portion => (string)portion!["text"]!),
    ];

    /// <summary>A product of the first center that the attacker may not see, and the id of none.</summary>
    async Task<(string Hidden, string Missing)> IdsAsync()
    {
        const string All = "{ products(first: 50) { nodes { id } } }";
        var seen = Ids((await server.AskAsync(Attacker, All)).Body);
        var hidden = Ids((await server.AskAsync("supervisor", All)).Body).First(id => !seen.Contains(id));
        var bytes = Convert.FromBase64String(hidden);
        bytes[^3] ^= 0x5a;
        return (hidden, Convert.ToBase64String(bytes));
    }

    static List<string> Ids(string body) =>
    [
        .. JsonNode.Parse(body)!["data"]!["products"]!["nodes"]!.AsArray().Select(node => (string)node!["id"]!),
    ];

    Task<HttpResponseMessage> Post(string document, string id, string encoding) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = JsonContent.Create(new { query = document, variables = new { id } }),
        },
        encoding);

    Task<HttpResponseMessage> Get(string document, string id, string encoding) => SendAsync(
        new HttpRequestMessage(
            HttpMethod.Get,
            $"{server.Endpoint}?query={Uri.EscapeDataString(document)}"
            + $"&variables={Uri.EscapeDataString($$"""{"id":"{{id}}"}""")}"),
        encoding);

    Task<HttpResponseMessage> Automatic(string document, string id, string encoding)
    {
        var sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
            {
                Content = JsonContent.Create(new
                {
                    query = document,
                    variables = new { id },
                    extensions = new { persistedQuery = new { version = 1, sha256Hash } },
                }),
            },
            encoding);
    }

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string encoding)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token(Attacker));
            request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            request.Headers.TryAddWithoutValidation("GraphQL-Cost", "report");
            return await server.Client.SendAsync(request, Cancelled);
        }
    }

    /// <summary>Status, headers and body, without what differs from one request to the next.</summary>
    static async Task<string> AnswerAsync(HttpResponseMessage response, string id)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(Cancelled);
            var headers = response.Headers.Concat(response.Content.Headers)
                .Where(header => header.Key is not ("Date" or "traceparent" or "traceresponse"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal);
            var text = Encoding.UTF8.GetString(body);
            Assert.DoesNotContain(id, text, StringComparison.Ordinal);
            // What is no valid document would be answered alike whatever it asks for.
            Assert.True(
                response.Content.Headers.ContentEncoding.Count > 0
                || text.StartsWith("{\"data\":{", StringComparison.Ordinal)
                || text.Contains("AUTH_NOT_AUTHORIZED", StringComparison.Ordinal),
                text);
            return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{Convert.ToHexString(body)}";
        }
    }
}
