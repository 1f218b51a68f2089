using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// Documents that are small next to what they ask for. What they cost is counted: tokens read, nodes validated,
/// selections and steps planned. Nothing here looks at a clock.
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class DocumentAttackTests(AttackServer server)
{
    static readonly string[] Raised =
    [
        "Limits:MaxTokens=1000000", "Limits:MaxFields=100000", "Limits:MaxAliases=10000", "Transport:MaxRequestBytes=20480000",
    ];

    readonly AttackTarget _target = server.Production;

    [Fact]
    public async Task Attack_01_alias_overloading()
    {
        await _target.ExceedsAsync("Limits:MaxAliases", AttackDocuments.Aliases);
        var (spent, _) = await _target.MeasureAsync(AttackDocuments.Aliases);
        Assert.Equal((0, 0, 0), (spent.Validation, spent.Selections, spent.Steps));

        // Aliases of what reads, in fragments and operations that do not run too.
        var feeds = string.Concat(Enumerable.Range(0, 26).Select(i => $"a{i}: feed {{ totalCount }} "));
        await _target.ExceedsAsync("Limits:MaxAliases", $"query A {{ {feeds} }} query B {{ {feeds} }}");
        await _target.ExceedsAsync(
            "Limits:MaxAliases", $"{{ {feeds} ...F }} fragment F on Query {{ {feeds.Replace("a", "b")} }}");
    }

    [Fact]
    public async Task Attack_04_directive_overloading()
    {
        var answer = await _target.AskAsync("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }");
        Assert.NotEqual(10, Errors(answer).Count);
        await _target.ExceedsAsync(
            "Limits:MaxDirectivesPerLocation", "query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }");

        // Spread over many places, they end at the number of errors that is told.
        answer = await _target.AskAsync("{" + string.Concat(Enumerable.Repeat(" __typename @aa@bb@cc@dd", 1_000)) + "}");
        Assert.Equal(5, Errors(answer).Count);
        var (spent, _) = await _target.MeasureAsync(
            "{" + string.Concat(Enumerable.Repeat(" __typename @aa@bb@cc@dd", 1_000)) + "}");
        Assert.InRange(spent.Validation, 0, 20_000);
    }

    [Fact]
    public async Task Attack_05_field_duplication()
    {
        // 500 of the same are one field of the answer, and one of the plan.
        var many = await _target.AskAsync("{" + string.Concat(Enumerable.Repeat(" __typename", 500)) + "}");
        many.Is(HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");

        await _target.ExceedsAsync("Limits:MaxFields", AttackDocuments.Fields);
        var (spent, _) = await _target.MeasureAsync(AttackDocuments.Fields);
        Assert.Equal(new AttackTarget.Spent(2_050, 0, 0, 0), spent with { Tokens = Math.Min(spent.Tokens, 2_050) });
        Assert.InRange(spent.Tokens, 2_049, 2_051);
    }

    [Fact]
    public async Task Attack_06_overlapping_fields_blow_up()
    {
        await _target.ExceedsAsync("Limits:MaxFields", AttackDocuments.InlineFragmentMerge);
        var (spent, _) = await _target.MeasureAsync(AttackDocuments.InlineFragmentMerge);
        Assert.Equal((0, 0, 0), (spent.Validation, spent.Selections, spent.Steps));
        Assert.InRange(spent.Tokens, 2_049, 15_000);

        // Where an operator lets such documents in, merging is linear all the same.
        var raised = await RaisedAsync();
        (spent, _) = await raised.MeasureAsync(AttackDocuments.InlineFragmentMerge);
        Assert.InRange(spent.Validation, 40_000, 400_000);
        (spent, _) = await raised.MeasureAsync(
            AttackDocuments.InlineFragmentMerge.Replace("{ a }", "{ me { id } }", StringComparison.Ordinal));
        Assert.InRange(spent.Validation, 40_000, 400_000);
    }

    [Fact]
    public async Task Attack_06_fields_that_are_collected_again_and_again_end_at_a_budget()
    {
        var raised = await RaisedAsync();
        var aliases = string.Concat(Enumerable.Range(0, 500).Select(i => $"a{i}: me {{ ...F }} "));
        var fields = string.Concat(Enumerable.Range(0, 500).Select(i => $"f{i}: __typename "));
        var document = $"{{ {aliases} }} fragment F on Viewer {{ {fields} }}";
        await raised.ExceedsAsync("Limits:MaxFieldMergeComparisons", document);
        var (spent, _) = await raised.MeasureAsync(document);
        Assert.InRange(spent.Validation, 100_000, 150_000);
    }

    [Fact]
    public async Task Attack_07_fragment_cycles()
    {
        var answer = await _target.AskAsync("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Cannot spread fragment \"A\" within itself via \"B\".", (string?)Errors(answer)[0]!["message"]);

        // A thousand fragments that all spread each other.
        var names = Enumerable.Range(0, 80).Select(i => $"F{i}").ToList();
        var all = string.Concat(names.Select(name => $" ...{name}"));
        var web = $"{{{all} }}" + string.Concat(names.Select(name => $" fragment {name} on Query {{{all} }}"));
        var (spent, _) = await _target.MeasureAsync(web);
        Assert.InRange(spent.Validation, 0, 100_000);
        await _target.IsAliveAsync();
    }

    [Fact]
    public async Task Attack_07_fragment_bombs()
    {
        await _target.ExceedsAsync("Limits:MaxFragmentVisits", AttackDocuments.DoublingFragments);
        var (spent, _) = await _target.MeasureAsync(AttackDocuments.DoublingFragments);
        Assert.InRange(spent.Validation, 0, 200);
        Assert.Equal((0, 0), (spent.Selections, spent.Steps));
    }

    [Theory]
    [InlineData("{f(a:", "[")]
    [InlineData("{f(a:", "{a:")]
    [InlineData("{f(a:", "{a:[")]
    [InlineData("query($a:", "[")]
    [InlineData("query($a:I=", "[")]
    [InlineData("", "{a")]
    [InlineData("{", "...{")]
    [InlineData("{", "... on A{")]
    [InlineData("{a @b(c:", "[")]
    [InlineData("type A{a:", "[")]
    [InlineData("type A{a(b:I=", "{c:[")]
    public async Task Attack_08_parser_stack_overflow(string prefix, string bracket)
    {
        // As many as the body's size allows, and a tenth of it.
        var count = 1_000_000 / bracket.Length;
        foreach (var many in new[] { count, count / 10 })
        {
            var document = prefix + string.Concat(Enumerable.Repeat(bracket, many));
            await _target.ExceedsAsync("Limits:MaxRecursionDepth", document);
            var (spent, _) = await _target.MeasureAsync(document);
            Assert.InRange(spent.Tokens, 200, 1_100);
            Assert.Equal(0, spent.Validation);
        }

        await _target.IsAliveAsync();
    }

    [Fact]
    public async Task Attack_08_the_deepest_documents_that_an_operator_can_allow()
    {
        var raised = await server.StartAsync(
            ("Limits:MaxRecursionDepth", "500"),
            ("Limits:MaxDepth", "100"),
            ("Limits:MaxFragmentVisits", "2000"),
            ("Limits:MaxTokens", "1000000"));
        foreach (var (open, close, count) in new[]
        {
            ("{ ... ", "}", 499), ("{ ... on Query ", "}", 499), ("{ me", "}", 499),
        })
        {
            var answer = await raised.AskAsync(
                string.Concat(Enumerable.Repeat(open, count)) + "{ __typename }"
                + string.Concat(Enumerable.Repeat(close, count)));
            Assert.InRange((int)answer.Status, 200, 400);
        }

        foreach (var (open, close) in new[] { ("[", "]"), ("{ and: [", "] }"), ("{ originator: {", "} }") })
        {
            var depth = open.Length > 2 ? 249 : 498;
            var answer = await raised.AskAsync(
                "{ products(where: " + string.Concat(Enumerable.Repeat(open, depth))
                + string.Concat(Enumerable.Repeat(close, depth)) + ") { totalCount } }");
            Assert.InRange((int)answer.Status, 200, 400);
        }

        // A chain of fragments is as deep as it is long.
        var chain = "{ ...F0 } " + string.Concat(Enumerable.Range(0, 1_999).Select(i =>
            $"fragment F{i} on Query {{ ... {{ ...F{i + 1} }} }} ")) + "fragment F1999 on Query { __typename }";
        _ = await raised.AskAsync(chain);
        await raised.IsAliveAsync();
    }

    [Fact]
    public async Task Attack_08_one_and_a_half_million_brackets()
    {
        var answer = await _target.AskAsync(AttackDocuments.Brackets);
        answer.IsError(
            HttpStatusCode.RequestEntityTooLarge,
            LimitTable.Of("Transport:MaxRequestBytes").Told(1_048_576),
            "HC0010");

        var raised = await RaisedAsync();
        await raised.ExceedsAsync("Limits:MaxRecursionDepth", AttackDocuments.Brackets);
        var (spent, _) = await raised.MeasureAsync(AttackDocuments.Brackets);
        Assert.InRange(spent.Tokens, 200, 210);
    }

    [Fact]
    public async Task Attack_09_depth()
    {
        var document = "{ id }";
        for (var i = 0; i < 10; i++)
        {
            document = "{ currentVersion { product " + document + " } }";
        }

        await _target.ExceedsAsync(
            "Limits:MaxDepth", "{ feed { nodes " + document + " } }", asked: 23);
        var (spent, _) = await _target.MeasureAsync("{ feed { nodes " + document + " } }");
        Assert.InRange(spent.Validation, 0, 100);
        Assert.Equal((0, 0), (spent.Selections, spent.Steps));

        // In fragments, each a level deeper than the last.
        var chain = "{ feed { nodes { ...F0 } } } " + string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"fragment F{i} on Product {{ originator {{ products {{ nodes {{ ...F{i + 1} }} }} }} }} "))
            + "fragment F12 on Product { id }";
        await _target.ExceedsAsync("Limits:MaxDepth", chain, asked: 39);
    }

    [Fact]
    public async Task Attack_10_introspection_circularity()
    {
        const string Cop =
            "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }";
        foreach (var target in new[] { _target, server.Development })
        {
            var (spent, code) = await target.MeasureAsync(Cop);
            Assert.Equal("HC0086", code);
            Assert.Equal((0, 0), (spent.Selections, spent.Steps));
        }

        // Through a fragment that spreads itself it would never end.
        var cycle = await server.Development.AskAsync(
            "{ __schema { types { ...T } } } fragment T on __Type { name ofType { ...T } }");
        Assert.StartsWith("Cannot spread fragment", (string?)Errors(cycle)[0]!["message"], StringComparison.Ordinal);
    }

    Task<AttackTarget> RaisedAsync() => server.SharedAsync(Raised);

    static JsonArray Errors(Answer answer) => JsonNode.Parse(answer.Body)!["errors"]!.AsArray();
}
