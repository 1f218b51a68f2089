using System.Text.Json;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>Each row of docs/limits.md, passed by one on the real server, is told as it stands there.</summary>
[Collection(nameof(AttackServer))]
public sealed class LimitTests(AttackServer server)
{
    static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    static readonly Dictionary<
        string, (string Within, string Beyond, object? Variables, int Limit, int? Asked)> Cases = new()
        {
            ["Limits:MaxTokens"] = (
            Fields(98), Fields(99), null, 100, null),
            ["Limits:MaxFields"] = (Fields(10), Fields(11), null, 10, null),
            ["Limits:MaxAliases"] = (Aliases(3), Aliases(4), null, 3, null),
            ["Limits:MaxOperations"] = (Operations(1), Operations(2), null, 1, null),
            ["Limits:MaxNameLength"] = (Name(64), Name(65), null, 64, null),
            ["Limits:MaxRecursionDepth"] = (Nested(10), Nested(11), null, 10, null),
            ["Limits:MaxDirectivesPerLocation"] = (
            "{ __typename @skip(if: false) }", "{ __typename @skip(if: false) @include(if: true) }", null, 1, null),
            ["Limits:MaxFragmentVisits"] = (Spreads(5), Spreads(6), null, 5, null),
            ["Limits:MaxFieldMergeComparisons"] = (Fields(200), Fields(600), null, 1_000, null),
            ["Limits:MaxDepth"] = (
            "{ sectors { nodes { name } } }", "{ fusionCenters { nodes { disciplines { name } } } }", null, 3, 4),
            ["Limits:MaxPlannedSelections"] = (
            "{ node(id: \"x\") { id } }", "{ node(id: \"x\") { id" + Many(10, i => " ...{ id }") + "} }", null, 100, null),
            ["Limits:MaxSteps"] = (
            "{ sectors { nodes { name } } topics { nodes { name } } }",
            "{ sectors { nodes { name } } topics { nodes { name } } disciplines { nodes { name } } }", null, 2, null),
            ["Limits:MaxVariableValues"] = (
            "query($i: [ID!]!) { nodes(ids: $i) { id } }",
            "query($i: [ID!]!) { nodes(ids: $i) { id } }",
            new { i = Enumerable.Range(0, 10).Select(_ => "x") }, 10, null),
            ["Limits:MaxFilterDepth"] = (
            Filtered("{ and: [{ id: { eq: null } }] }"), Filtered("{ and: [{ and: [{ id: { eq: null } }] }] }"), null, 3, null),
            ["Limits:MaxFilterConditions"] = (
            Filtered("{ or: [{}, {}] }"), Filtered("{ or: [{}, {}, {}] }"), null, 2, null),
            ["Limits:MaxFilterValues"] = (
            Filtered("{ name: { in: [\"a\", \"b\"] } }"), Filtered("{ name: { in: [\"a\", \"b\", \"c\"] } }"), null, 2, null),
            ["Limits:MaxSortFields"] = (
            "{ sectors(order: [{ name: ASC }, { code: ASC }]) { totalCount } }",
            "{ sectors(order: [{ name: ASC }, { code: ASC }, { name: ASC }]) { totalCount } }", null, 2, null),
            ["Limits:MaxNodes"] = (
            "{ nodes(ids: [\"a\", \"b\"]) { id } }", "{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", null, 2, 3),
            ["Limits:MaxObjects"] = (
            "{ jurisdictions(first: 50) { nodes { name } } }",
            "{ jurisdictions(first: 100) { nodes { name } edges { node { name } } } }", null, 100, null),
            ["Paging:MaxPageSize"] = (
            "{ organizations(first: 2) { totalCount } }", "{ organizations(first: 3) { totalCount } }", null, 2, null),
        };

    // These are told by other tests: a mutation, a body, a statement that waits; or by nothing but what is kept.
    static readonly string[] Elsewhere =
    [
        "Limits:MaxMutationFields", "Limits:MaxValidationErrors", "Limits:CachedDocuments", "Limits:CachedSelections",
        "Limits:CachedStatements", "Transport:Streams:MaxConnections", "Transport:Streams:MaxConnectionsPerCaller",
        "Transport:Streams:MaxOperations", "Transport:Streams:MaxBufferedMessages",
        "Transport:Streams:MaxBufferedBytes", "Transport:Streams:InitTimeoutSeconds",
        "Transport:Streams:KeepAliveSeconds", "Transport:Streams:StuckTimeoutSeconds",
        "Transport:MaxRequestBytes", "Transport:MaxResponseBytes",
        "Transport:ExecutionTimeoutSeconds", "Transport:Batching:MaxOperations",
    ];

    public static TheoryData<string> Keys => [.. Cases.Keys];

    [Fact]
    public void Every_row_is_tried() =>
        Assert.Equal(LimitTable.Rows.Select(row => row.Key).Order(), Cases.Keys.Concat(Elsewhere).Order());

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task What_passes_a_limit_is_told_so_and_what_keeps_it_is_not(string key)
    {
        var (within, beyond, variables, limit, asked) = Cases[key];
        await using var target = await server.StartAsync((key, limit.ToString()));
        var token = server.Token("analyst");
        var few = variables is null ? null : new { i = new[] { "x" } };
        Assert.DoesNotContain("errors", (await target.AskAsync(within, few, token)).Body, StringComparison.Ordinal);
        await target.ExceedsAsync(key, beyond, variables, token, limit, asked);
    }

    [Fact]
    public async Task The_number_of_validation_errors_that_are_told_is_a_limit()
    {
        await using var target = await server.StartAsync(("Limits:MaxValidationErrors", "2"));
        var answer = await target.AskAsync("{ a b c d }");
        Assert.Equal(2, JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task The_number_of_documents_that_are_kept_is_a_limit()
    {
        await using var target = await server.StartAsync(("Limits:CachedDocuments", "3"));
        for (var i = 0; i < 10; i++)
        {
            await target.AskAsync($"{{ a{i}: __typename }}");
        }

        Assert.Equal(3, target.Engine.CachedDocuments);
    }

    static string Fields(int count) => "{" + Many(count, _ => " __typename") + " }";

    static string Aliases(int count) => "{" + Many(count, i => $" a{i}: __typename") + " }";

    static string Operations(int count) => Many(count, i => $"query Q{i} {{ __typename }} ");

    static string Name(int length) => $"query {new string('n', length)} {{ __typename }}";

    static string Nested(int depth) => Many(depth - 1, _ => "{ ...") + "{ __typename }" + Many(depth - 1, _ => " }");

    static string Spreads(int count) => "{" + Many(count, _ => " ...F") + " } fragment F on Query { __typename }";

    static string Filtered(string where) => $"{{ sectors(where: {where}) {{ totalCount }} }}";
}
