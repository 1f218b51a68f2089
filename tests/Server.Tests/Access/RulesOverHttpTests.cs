using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Access;

/// <summary>
/// A partner with a valid token who tries over HTTP to learn what is not his. Each rule of access, and where it is
/// attacked:
/// <list type="table">
/// <item><term>1 absence cannot be told from what is hidden</term><description><see cref="HiddenOverHttpTests"/>, and
/// here by mutations</description></item>
/// <item><term>2 nothing is an oracle, 3 portions</term><description>
/// <see cref="HiddenOverHttpTests"/></description></item>
/// <item><term>4 the banner is of what is returned</term><description>here</description></item>
/// <item><term>5 subscriptions</term><description>StreamingAttackTests</description></item>
/// <item><term>6 recalls</term><description>the scenarios of this assembly</description></item>
/// <item><term>7 machine clients, 8 members of a list, 9 numbers</term><description>here</description></item>
/// <item><term>10 two persons</term><description>the tests of each use case</description></item>
/// <item><term>11 no rule, no field</term><description><see cref="HiddenOverHttpTests"/>, and here for callers who ask
/// at the same time</description></item>
/// <item><term>12 no read without a record</term><description><see cref="WithheldAnswerTests"/></description></item>
/// <item><term>13 the version of the rules is kept</term><description>here</description></item>
/// </list>
/// </summary>
public sealed class RulesOverHttpTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string Attacker = "partner-hospital";
    const string Neighbor = "partner-fire";

    static readonly string[] Tlps = ["CLEAR", "GREEN", "AMBER", "AMBER_STRICT", "RED"];

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("acknowledge(input: { version: $id }) "
        + "{ receipt { id } errors { __typename ... on Error { message } } }", "ProductVersion")]
    [InlineData("submitFeedback(input: { version: $id, helpful: true }) "
        + "{ feedback { id } errors { __typename ... on Error { message } } }", "ProductVersion")]
    [InlineData("addListMember(input: { list: $id, member: $id, basis: \"Synthetic\" }) "
        + "{ listMembership { id } errors { __typename ... on Error { message } } }", "DistributionList")]
    [InlineData("endListMembership(input: { id: $id, revision: 1, reason: \"A synthetic reason, long enough.\" }) "
        + "{ listMembership { id } errors { __typename ... on Error { message } } }", "ListMembership")]
    public async Task Rule_1_and_2_a_mutation_of_what_is_hidden_is_one_of_what_is_missing(string field, string type)
    {
        var document = $"mutation($id: ID!) {{ {field} }}";
        var hidden = (await IdsAsync("supervisor", type)).Except(await IdsAsync(Attacker, type)).Take(3).ToList();
        Assert.NotEmpty(hidden);
        var missing = await server.AskAsync(Attacker, document, Id(Changed(hidden[0])));
        Assert.Contains("\"NotFoundError\"", missing.Body, StringComparison.Ordinal);
        foreach (var id in hidden)
        {
            var answer = await server.AskAsync(Attacker, document, Id(id));
            Assert.Equal((missing.Status, missing.Body), (answer.Status, answer.Body));
        }
    }

    [Fact]
    public async Task Rule_4_a_banner_over_HTTP_is_the_narrowest_of_the_portions_that_came_with_it()
    {
        const string Document = """
            { products(first: 50) { nodes { id currentVersion {
              banner { tlp text } portions { marking { tlp } } } } } }
            """;
        var banners = new List<Dictionary<string, string>>();
        foreach (var caller in new[] { null, Attacker, "partner-law-enforcement", "client-portal", "supervisor" })
        {
            var released = (await DataAsync(caller, Document))["products"]!["nodes"]!.AsArray()
                .Where(node => node!["currentVersion"] is not null).ToList();
            Assert.NotEmpty(released);
            foreach (var version in released.Select(node => node!["currentVersion"]!))
            {
                var returned = version["portions"]!.AsArray()
                    .Select(portion => Narrowness((string)portion!["marking"]!["tlp"]!));
                Assert.Equal(returned.Max(), Narrowness((string)version["banner"]!["tlp"]!));
            }

            banners.Add(released.ToDictionary(
                node => (string)node!["id"]!, node => (string)node!["currentVersion"]!["banner"]!["text"]!));
        }

        // Where a partner is shown less, the banner of all of it is not his to know.
        Assert.Contains(
            banners[..^1].SelectMany(shown => shown),
            shown => banners[^1].GetValueOrDefault(shown.Key) is { } whole && whole != shown.Value);
    }

    [Fact]
    public async Task Rule_7_a_machine_client_receives_what_its_organization_may_have_and_its_own_ceiling_lets_through()
    {
        const string Client = "client-portal";
        const string Document =
            "{ products(first: 50) { totalCount nodes { id currentVersion { portions { marking { tlp } } } } } }";
        var theirs = (await IdsAsync(Attacker, "Product")).ToHashSet();
        var products = (await DataAsync(Client, Document))["products"]!;
        var own = products["nodes"]!.AsArray().Select(node => (string)node!["id"]!).ToList();
        Assert.NotEmpty(own);
        Assert.ProperSubset(theirs, own.ToHashSet());
        Assert.Equal(own.Count, (int)products["totalCount"]!);
        Assert.All(
            products["nodes"]!.AsArray().SelectMany(node => node!["currentVersion"]?["portions"]?.AsArray() ?? []),
            portion => Assert.InRange(Narrowness((string)portion!["marking"]!["tlp"]!), 0, Narrowness("GREEN")));

        var refused = theirs.Except(own).ToList();
        foreach (var id in refused)
        {
            foreach (var field in new[]
            {
                "product(id: $id) { id }", "node(id: $id) { __typename }", "nodes(ids: [$id]) { id }",
                "products(where: { id: { eq: $id } }) { totalCount }",
                "search(text: \"synthetic\", where: { id: { eq: $id } }) { totalCount }",
            })
            {
                var document = $"query($id: ID!) {{ {field} }}";
                var missing = await server.AskAsync(Client, document, Id(Changed(id)));
                var answer = await server.AskAsync(Client, document, Id(id));
                Assert.Equal((missing.Status, missing.Body), (answer.Status, answer.Body));
            }
        }
    }

    [Fact]
    public async Task Rule_8_nothing_that_a_member_does_changes_what_another_member_of_the_list_is_told()
    {
        string[] looks =
        [
            "{ organizations(first: 50) { totalCount nodes { id displayName } } }",
            "{ distributionLists(first: 20) { totalCount nodes { id revision updatedAt } } }",
            "{ distributionLists(first: 10) { nodes { memberships(first: 5) { totalCount } } } }",
            "{ distributionLists(first: 10) { nodes { memberOrganizations(first: 5) { totalCount } } } }",
            "{ products(first: 50) { totalCount nodes { id revision updatedAt } } }",
        ];
        var shared = (await IdsAsync(Attacker, "ProductVersion"))
            .Intersect(await IdsAsync(Neighbor, "ProductVersion")).First();
        var before = await LookAsync();

        await DataAsync(Neighbor, "{ products(first: 50) { nodes { currentVersion { portions { text } } } } }");
        var done = await server.AskAsync(
            Neighbor,
            "mutation($id: ID!) { submitFeedback(input: { version: $id, helpful: true, comment: \"Synthetic\" }) "
            + "{ errors { __typename } } }",
            Id(shared));
        Assert.Equal("""{"data":{"submitFeedback":{"errors":null}}}""", done.Body);

        Assert.Equal(before, await LookAsync());
        var neighbor = (string)(await DataAsync(Neighbor, "{ me { person { id } } }"))["me"]!["person"]!["id"]!;
        const string Node = "query($id: ID!) { node(id: $id) { id __typename } }";
        Assert.Equal(
            (await server.AskAsync(Attacker, Node, Id(Changed(neighbor)))).Body,
            (await server.AskAsync(Attacker, Node, Id(neighbor))).Body);

        async Task<List<string>> LookAsync()
        {
            var seen = new List<string>();
            foreach (var look in looks)
            {
                seen.Add((await DataAsync(Attacker, look)).ToJsonString());
            }

            return seen;
        }
    }

    [Fact]
    public async Task Rule_9_the_number_of_a_product_tells_neither_how_many_there_are_nor_the_next_one()
    {
        var numbers = (await DataAsync("supervisor", "{ products(first: 50) { nodes { publicNumber publishedAt } } }"))
            ["products"]!["nodes"]!.AsArray()
            .Where(node => node!["publicNumber"] is not null)
            .OrderBy(node => (string?)node!["publishedAt"], StringComparer.Ordinal)
            .Select(node => (string)node!["publicNumber"]!)
            .ToList();
        var serials = numbers.Select(number => number[(number.LastIndexOf('-') + 1)..]).ToList();

        Assert.True(serials.Count > 10);
        Assert.Equal(serials.Count, serials.Distinct().Count());
        Assert.All(serials, serial => Assert.InRange(serial.Length, 6, 12));
        Assert.NotEqual(serials.Order(StringComparer.Ordinal), serials);
        // All but one character in common is what a counter would give.
        Assert.DoesNotContain(serials.Zip(serials.Skip(1)), pair => pair.First[..^1] == pair.Second[..^1]);
    }

    [Fact]
    public async Task Rule_13_every_decision_names_the_version_of_the_rules_and_its_record_keeps_it()
    {
        var told = (string)(await DataAsync(
            Attacker, "{ products(first: 1) { nodes { deliveryBasis { policyVersion } } } }"))
            ["products"]!["nodes"]![0]!["deliveryBasis"]!["policyVersion"]!;
        Assert.NotEmpty(told);
        await DataAsync(Attacker, "{ products(first: 50) { nodes { currentVersion { portions { text } } } } }");

        var kept = new List<string>();
        foreach (var version in await IdsAsync(Attacker, "ProductVersion"))
        {
            // Of another center's versions its privacy officer is told nothing.
            var records = await DataAsync(
                "privacy-officer, stepped up",
                "query($id: ID!) { whoSaw(productVersion: $id, first: 10) { nodes { policyVersion } } }",
                Id(version));
            kept.AddRange(records["whoSaw"]!["nodes"]!.AsArray().Select(record => (string)record!["policyVersion"]!));
        }

        Assert.NotEmpty(kept);
        Assert.All(kept, policy => Assert.Equal(told, policy));
    }

    [Fact]
    public async Task Rule_11_callers_who_ask_the_same_at_the_same_time_are_each_told_their_own()
    {
        string?[] callers = [null, Attacker, Neighbor, "partner-suspended", "client-portal", "analyst", "supervisor",
            "privacy-officer", "administrator", "auditor"];
        string[] documents =
        [
            "{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } } } }",
            "{ __type(name: \"ProductVersion\") { fields { name } } m: __type(name: \"Mutation\") { name } }",
            "{ products(first: 50) { totalCount nodes { id currentVersion { title { text } } } } }",
            "{ product(id: \"x\") { versions { nodes { privacyReview } } } ... on PrivacyRevie { id } }",
        ];
        var expected = new Dictionary<(string?, string), string>();
        foreach (var caller in callers)
        {
            foreach (var document in documents)
            {
                expected.Add((caller ?? "", document), await ByHashAsync(caller, document));
            }
        }

        var schemas = expected.Where(pair => pair.Key.Item2 == documents[0]).Select(pair => pair.Value);
        Assert.True(schemas.Distinct().Count() > 5);
        for (var round = 0; round < 4; round++)
        {
            var asked = documents.SelectMany(_ => callers, (document, caller) => (Caller: caller, Document: document))
                .OrderBy(pair => HashCode.Combine(pair, round)).ToList();
            var answers = await Task.WhenAll(asked.Select(pair => ByHashAsync(pair.Caller, pair.Document)));
            Assert.Equal(asked.Select(pair => expected[(pair.Caller ?? "", pair.Document)]), answers);
        }
    }

    [Fact]
    public async Task A_request_that_names_two_callers_is_one_of_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = JsonContent.Create(new { query = "{ me { person { id } } }" }),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization", ["Bearer " + server.Token(Attacker), "Bearer " + server.Token("supervisor")]);
        using var response = await server.Client.SendAsync(request, Cancelled);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }

    static int Narrowness(string tlp) => Array.IndexOf(Tlps, tlp);

    static string Id(string id) => new JsonObject { ["id"] = id }.ToJsonString();

    /// <summary>The id of nothing, which differs from another one in a few bits.</summary>
    static string Changed(string id)
    {
        var bytes = Convert.FromBase64String(id.Replace('-', '+').Replace('_', '/'));
        bytes[^3] ^= 0x5a;
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }

    async Task<IReadOnlyList<string>> IdsAsync(string principal, string type)
    {
        var (document, path) = type switch
        {
            "Product" => ("{ products(first: 50) { nodes { id } } }", "id"),
            "ProductVersion" => ("{ products(first: 50) { nodes { currentVersion { id } } } }", "currentVersion"),
            "DistributionList" => ("{ products: distributionLists(first: 50) { nodes { id } } }", "id"),
            _ => ("{ products: distributionLists(first: 20) { nodes { memberships(first: 20) { nodes { id } } } } }",
                "memberships"),
        };
        var nodes = (await DataAsync(principal, document))["products"]!["nodes"]!.AsArray();
        return
        [
            .. nodes.SelectMany(node => path switch
            {
                "id" => [(string)node!["id"]!],
                "memberships" => node![path]!["nodes"]!.AsArray().Select(row => (string)row!["id"]!),
                _ => node![path] is { } version ? [(string)version["id"]!] : Array.Empty<string>(),
            }),
        ];
    }

    async Task<JsonNode> DataAsync(string? principal, string document, string? variables = null)
    {
        var answer = await server.AskAsync(principal, document, variables);
        var body = JsonNode.Parse(answer.Body)!;
        Assert.True(body["errors"] is null, answer.Body);
        return body["data"]!;
    }

    /// <summary>Sends a document with its hash, so that it is kept for whoever asks next.</summary>
    async Task<string> ByHashAsync(string? caller, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoint)
        {
            Content = JsonContent.Create(new
            {
                query,
                extensions = new
                {
                    persistedQuery = new
                    {
                        version = 1,
                        sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query))),
                    },
                },
            }),
        };
        if (caller is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token(caller));
        }

        using var response = await server.Client.SendAsync(request, Cancelled);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Cancelled)}";
    }
}
