using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Access;

/// <summary>
/// A partner with a valid token tries to tell what is hidden from him from what does not exist by many mutations in one
/// request: in an array, and under aliases in one document.
/// </summary>
public sealed class HiddenBatchesTests : IAsyncLifetime
{
    const string Attacker = "partner-hospital";

    const string Errors = "errors { __typename ... on Error { message } }";

    readonly ProductServer _server = new() { TakesBatches = true };

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Mutations =>
    [
        $"acknowledge(input: {{ version: $id }}) {{ receipt {{ id }} {Errors} }}",
        $"submitFeedback(input: {{ version: $id, helpful: true }}) {{ feedback {{ id }} {Errors} }}",
    ];

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Rule_1_and_2_many_mutations_at_once_of_what_is_hidden_are_those_of_what_is_missing()
    {
        var (hidden, missing) = await IdsAsync();
        Assert.True(hidden.Count > 2);
        foreach (var mutation in Mutations.Select(row => row.Data))
        {
            // In an array, each with its own; and hidden ones among missing ones.
            var one = $"mutation($id: ID!) {{ {mutation} }}";
            var expected = await BatchAsync(one, missing);
            Assert.Equal(hidden.Count, JsonNode.Parse(Body(expected))!.AsArray().Count);
            Assert.Equal(hidden.Count, Count(Body(expected), "\"NotFoundError\""));
            Assert.Equal(expected, await BatchAsync(one, hidden));
            Assert.Equal(expected, await BatchAsync(one, [.. hidden.Take(2), .. missing.Skip(2)]));

            // Under aliases, in one document.
            var aliased = Aliased(mutation, hidden.Count);
            expected = await AliasesAsync(aliased, missing);
            Assert.Equal(hidden.Count, Count(Body(expected), "\"NotFoundError\""));
            Assert.Equal(expected, await AliasesAsync(aliased, hidden));
            Assert.Equal(expected, await AliasesAsync(aliased, [.. missing.Take(1), .. hidden.Skip(1)]));
        }
    }

    [Fact]
    public async Task Rule_1_a_mutation_in_an_array_changes_nothing_of_what_the_next_one_is_told_of_what_is_hidden()
    {
        var (hidden, missing) = await IdsAsync();
        var own = (await VersionsAsync(Attacker))[0];
        var one = $"mutation($id: ID!) {{ {Mutations.Last().Data} }}";

        // One's own is said something of, between two attempts on what is not.
        await BatchAsync(one, [own]);
        var expected = Feedbacks(Body(await BatchAsync(one, [missing[0], own, missing[0]])));
        var answered = Feedbacks(Body(await BatchAsync(one, [hidden[0], own, hidden[0]])));

        Assert.Equal(expected[0], expected[2]);
        Assert.Contains("\"errors\":null", expected[1], StringComparison.Ordinal);
        Assert.Equal(expected, answered);
    }

    static string Aliased(string mutation, int count)
    {
        var names = Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var variables = string.Join(", ", names.Select(i => $"$id{i}: ID!"));
        var fields = names.Select(i => $"a{i}: " + mutation.Replace("$id", "$id" + i, StringComparison.Ordinal));
        return $"mutation({variables}) {{ {string.Join(' ', fields)} }}";
    }

    static List<string> Feedbacks(string body) =>
        [.. JsonNode.Parse(body)!.AsArray().Select(answer => answer!["data"]!["submitFeedback"]!.ToJsonString())];

    static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>The body of an answer, which comes last.</summary>
    static string Body(string answer) => answer[(answer.LastIndexOf('\n') + 1)..];

    Task<string> BatchAsync(string query, IEnumerable<string> ids) => PostAsync(new JsonArray(
    [
        .. ids.Select(id => new JsonObject { ["query"] = query, ["variables"] = new JsonObject { ["id"] = id } }),
    ]));

    Task<string> AliasesAsync(string query, IEnumerable<string> ids) => PostAsync(new JsonObject
    {
        ["query"] = query,
        ["variables"] = new JsonObject(ids.Select((id, i) => KeyValuePair.Create($"id{i}", (JsonNode?)id))),
    });

    /// <summary>Status, headers and body, without what differs from one request to the next.</summary>
    async Task<string> PostAsync(JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Endpoint)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _server.Token(Attacker));
        request.Headers.TryAddWithoutValidation("GraphQL-Cost", "report");
        using var response = await _server.Client.SendAsync(request, Cancelled);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "traceparent" or "traceresponse"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{text}";
    }

    /// <summary>Versions of the first center that the attacker may not see, and as many ids of none.</summary>
    async Task<(IReadOnlyList<string> Hidden, IReadOnlyList<string> Missing)> IdsAsync()
    {
        var hidden = (await VersionsAsync("supervisor")).Except(await VersionsAsync(Attacker)).Take(4).ToList();
        return (hidden, [.. hidden.Select(Changed)]);
    }

    async Task<IReadOnlyList<string>> VersionsAsync(string principal) =>
    [
        .. JsonNode.Parse((await _server.AskAsync(
                principal, "{ products(first: 50) { nodes { currentVersion { id } } } }")).Body)!
            ["data"]!["products"]!["nodes"]!.AsArray()
            .Select(node => (string?)node!["currentVersion"]?["id"])
            .OfType<string>(),
    ];

    /// <summary>The id of nothing, which differs from another one in a few bits.</summary>
    static string Changed(string id)
    {
        var bytes = Convert.FromBase64String(id.Replace('-', '+').Replace('_', '/'));
        bytes[^3] ^= 0x5a;
        return Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_');
    }
}
