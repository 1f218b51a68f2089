using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>Small operations that ask for much. None of them runs: their price is worked out before.</summary>
[Collection(nameof(AttackServer))]
public sealed class CostAttackTests(AttackServer server)
{
    const string Page = "publicNumber currentVersion { portions { text } }";

    readonly AttackTarget _target = server.Production;

    [Theory]
    [InlineData("{ feed(first: 2147483647) { nodes { publicNumber } } }")]
    [InlineData("{ feed(last: 99999999) { edges { node { publicNumber } } } }")]
    [InlineData("{ feed(first: 50) { nodes { versions(first: 50) { nodes { number } } } } }")]
    [InlineData("{ feed(first: 50) { nodes { " + Page + " } edges { node { " + Page + " } } } }")]
    [InlineData("{ distributionLists(first: 50) { nodes { products { nodes { publicNumber } } products { totalCount } } } }")]
    [InlineData("{ nodes(ids: [\"1\", \"2\", \"3\"]) { ... on FusionCenter { lists(first: 50) { nodes { products(first: 50) { totalCount } } } } } }")]
    public async Task Attack_13_cost_of_literals(string document) => Refused(await _target.AskAsync(document));

    [Theory]
    [InlineData("query ($n: Int) { feed(first: $n) { nodes { publicNumber } } }", """{ "n": 99999999 }""")]
    [InlineData("query ($n: Int = 99999999) { feed(first: $n) { nodes { publicNumber } } }", "{}")]
    [InlineData("query ($n: Int, $m: Int) { distributionLists(first: $n) { nodes { products(first: $m) { nodes { type } } } } }", """{ "n": 50, "m": 50 }""")]
    [InlineData("query ($b: Boolean!) { feed(first: 50) { nodes { id versions(first: 50) @include(if: $b) { nodes { id } } } } }", """{ "b": true }""")]
    public async Task Attack_13_cost_of_variables(string document, string variables) =>
        Refused(await _target.AskAsync(document, JsonNode.Parse(variables)));

    [Fact]
    public async Task Attack_13_cost_of_a_whole_filter_in_a_variable()
    {
        const string Document =
            "query ($w: ProductFilterInput) { feed(first: 1, where: $w) { nodes { publicNumber } } }";
        var conditions = Enumerable.Range(0, 100).Select(_ => """{ "publicNumber": { "eq": "x" } }""");
        var wide = JsonNode.Parse($$"""{ "w": { "or": [{{string.Join(',', conditions)}}] } }""");
        var deep = """{ "publicNumber": { "contains": "x" } }""";
        for (var i = 0; i < 6; i++)
        {
            deep = $$"""{ "and": [{{deep}}, {{deep}}] }""";
        }

        Refused(await _target.AskAsync(Document, wide));
        Refused(await _target.AskAsync(Document, JsonNode.Parse($$"""{ "w": {{deep}} }""")));
        Assert.NotNull(Data(await _target.AskAsync(
            Document, JsonNode.Parse("""{ "w": { "publicNumber": { "eq": "x" } } }"""))));
    }

    [Fact]
    public async Task Attack_13_cost_that_a_client_may_ask_for_runs() => Assert.NotNull(Data(await _target.AskAsync(
        "query ($b: Boolean!) { feed(first: 50) { nodes { id versions(first: 50) @include(if: $b) { nodes { id } } } } }",
        new { b = false })));

    [Fact]
    public async Task Attack_13_cost_by_the_minute()
    {
        var target = await server.SharedAsync("Cost:BudgetPerMinute=1000");
        var answers = new List<Answer>();
        for (var i = 0; i < 20; i++)
        {
            answers.Add(await target.AskAsync(
                "{ feed(first: 50) { nodes { sectors { code } topics { name } deliveryBasis { lists { name } } } } }"));
        }

        Assert.NotNull(Data(answers[0]));
        Assert.Equal("COST_BUDGET_EXCEEDED", answers[^1].Extension("code"));
        Assert.InRange(int.Parse(answers[^1].Headers["Retry-After"]), 1, 60);
    }

    static void Refused(Answer answer)
    {
        Assert.Equal("HC0047", answer.Extension("code"));
        Assert.Null(Data(answer));
    }

    static JsonNode? Data(Answer answer) => JsonNode.Parse(answer.Body)!["data"];
}
