using System.Collections.Immutable;
using System.Text.Json;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning.Inputs;
using GraphApi.Engine.Response;

namespace GraphApi.Engine.Tests.Planning.Inputs;

/// <summary>A caller who may not use an input is refused before anything runs, however he gives it.</summary>
public sealed class InputCheckTests
{
    readonly ItemSchema _schema = new();

    [Theory]
    [InlineData("{ items(where: { secretRank: { eq: 1 } }) { name } }", "secretRank", 18)]
    [InlineData("{ items(where: { secretRank: null }) { name } }", "secretRank", 18)]
    [InlineData("{ items(where: { secretFlag: true }) { name } }", "secretFlag", 18)]
    [InlineData("{ items(where: { secretNull: null }) { name } }", "secretNull", 18)]
    [InlineData("{ items(where: { and: [{ name: {} }, { or: { secretRank: {} } }] }) { name } }", "secretRank", 46)]
    [InlineData("{ items(where: { parent: { parent: { secretRank: {} } } }) { name } }", "secretRank", 38)]
    [InlineData("{ items(order: { secretRank: ASC }) { name } }", "secretRank", 18)]
    [InlineData("{ items(order: [{ name: ASC }, { parent: { secretRank: null } }]) { name } }", "secretRank", 44)]
    [InlineData("{ items(secretView: false) { name } }", "secretView", 9)]
    [InlineData("{ items(secretView: null) { name } }", "secretView", 9)]
    [InlineData("{ items { name children(where: { secretRank: {} }) { name } } }", "secretRank", 34)]
    [InlineData("{ one(by: { secretNumber: 1 }) { name } }", "secretNumber", 13)]
    [InlineData("{ preset(where: { secretRank: {} }) }", "secretRank", 19)]
    [InlineData("{ found { ... on Note { notes(where: { secretRank: {} }) } } }", "secretRank", 40)]
    [InlineData("{ __typename ...F } fragment F on Query { x: items(secretView: true) { name } }", "secretView", 52)]
    [InlineData("{ items(secretView: true) @include(if: true) @skip(if: false) { name } }", "secretView", 9)]
    public async Task A_literal_that_uses_it_is_refused_at_its_place(string document, string input, int column)
    {
        Assert.Equal(Refusal(input, column), await _schema.RunAsync(document));
        Assert.Empty(_schema.Runs);
        Assert.StartsWith("{\"data\":", await _schema.RunAsync(document, session: "insider"));
    }

    [Theory]
    [InlineData("($w: ItemFilter) { items(where: $w) { name } }", """{"w":{"secretRank":{"eq":1}}}""", "secretRank", 39)]
    [InlineData("($w: ItemFilter) { items(where: $w) { name } }", """{"w":{"secretRank":null}}""", "secretRank", 39)]
    [InlineData("($w: ItemFilter) { items(where: $w) { name } }", """{"w":{"secretFlag":false}}""", "secretFlag", 39)]
    [InlineData("($w: ItemFilter) { items(where: $w) { name } }", """{"w":{"and":[{"or":{"secretRank":{}}}]}}""", "secretRank", 39)]
    [InlineData("($w: ItemFilter = { secretRank: {} }) { items(where: $w) { name } }", null, "secretRank", 60)]
    [InlineData("($w: [ItemFilter!]) { items(where: { or: $w }) { name } }", """{"w":[{},{"secretRank":{}}]}""", "secretRank", 48)]
    [InlineData("($w: ItemFilter!) { items(where: { or: [$w] }) { name } }", """{"w":{"secretRank":{}}}""", "secretRank", 47)]
    [InlineData("($r: NumberFilter) { items(where: { secretRank: $r }) { name } }", """{"r":null}""", "secretRank", 55)]
    [InlineData("($d: Direction) { items(order: { secretRank: $d }) { name } }", """{"d":"ASC"}""", "secretRank", 52)]
    [InlineData("($o: [ItemSort!]) { items(order: $o) { name } }", """{"o":{"secretRank":"ASC"}}""", "secretRank", 40)]
    [InlineData("($v: Boolean) { items(secretView: $v) { name } }", """{"v":null}""", "secretView", 41)]
    [InlineData("($k: ItemKey!) { one(by: $k) { name } }", """{"k":{"secretNumber":1}}""", "secretNumber", 32)]
    [InlineData("($n: Int!) { one(by: { secretNumber: $n }) { name } }", """{"n":1}""", "secretNumber", 44)]
    public async Task A_variable_that_uses_it_is_refused_where_the_variable_stands(
        string operation, string? variables, string input, int column)
    {
        Assert.Equal(Refusal(input, column), await _schema.RunAsync("query " + operation, variables));
        Assert.Empty(_schema.Runs);
        Assert.StartsWith("{\"data\":", await _schema.RunAsync("query " + operation, variables, "insider"));
    }

    [Theory]
    [InlineData("{ items(where: { name: { eq: \"a\" } }) { name } }", null)]
    [InlineData("{ items { name } preset }", null)]
    [InlineData("{ items(where: { and: [{ or: { parent: {} } }] }, order: [{ name: ASC }]) { name } }", null)]
    [InlineData("query ($w: ItemFilter) { items(where: $w) { name } }", """{"w":{"name":{"eq":"a"},"and":[{}]}}""")]
    [InlineData("query ($w: ItemFilter) { items(where: $w) { name } }", "{}")]
    [InlineData("query ($w: ItemFilter) { items(where: $w) { name } }", """{"w":null}""")]
    [InlineData("query ($v: Boolean) { items(secretView: $v) { name } }", "{}")]
    [InlineData("query ($r: NumberFilter) { items(where: { secretRank: $r }) { name } }", "{}")]
    [InlineData("query ($d: Direction) { items(order: { secretRank: $d }) { name } }", "{}")]
    [InlineData("query ($s: Boolean!) { items(secretView: true) @skip(if: $s) { name } plain }", """{"s":true}""")]
    [InlineData("query ($s: Boolean!) { items @skip(if: $s) { children(where: { secretRank: {} }) { name } } plain }", """{"s":true}""")]
    [InlineData("{ items(secretView: true) @skip(if: true) { name } plain }", null)]
    [InlineData("query ($w: ItemFilter, $s: Boolean!) { items(where: $w) @include(if: $s) { name } plain }", """{"w":{"secretRank":{}},"s":false}""")]
    public async Task What_is_left_out_is_not_used(string document, string? variables) =>
        Assert.StartsWith("{\"data\":", await _schema.RunAsync(document, variables));

    [Fact]
    public async Task An_argument_that_is_used_under_one_of_two_conditions_is_refused_where_either_is_met()
    {
        const string Document =
            "query ($a: Boolean!, $b: Boolean!) { "
            + "items @include(if: $a) { children(where: { secretRank: {} }) { name } } "
            + "items @include(if: $b) { children(where: { secretRank: {} }) { name } } plain }";
        Assert.StartsWith("{\"data\":", await _schema.RunAsync(Document, """{"a":false,"b":false}"""));
        Assert.StartsWith("{\"errors\":", await _schema.RunAsync(Document, """{"a":true,"b":false}"""));
        Assert.StartsWith("{\"errors\":", await _schema.RunAsync(Document, """{"a":false,"b":true}"""));
    }

    [Fact]
    public async Task Another_operation_of_the_document_is_not_looked_at()
    {
        var response = await _schema.Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = "query A { plain } query B { items(secretView: true) { name } }",
                OperationName = "A",
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.Executed, response.Kind);
    }

    [Fact]
    public async Task Each_refused_input_is_told_once_a_place_and_no_more_of_them_than_of_other_errors()
    {
        var list = string.Join(',', Enumerable.Repeat("""{"secretRank":{},"secretFlag":false}""", 1000));
        var text = await _schema.RunAsync(
            "query ($w: [ItemFilter!]) { items(where: { or: $w }) { name } }", $$"""{"w":[{{list}}]}""");
        Assert.Equal(
            "{\"errors\":["
            + """{"message":"You may not use \"secretRank\".","locations":[{"line":1,"column":48}],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}},"""
            + """{"message":"You may not use \"secretFlag\".","locations":[{"line":1,"column":48}],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}]}""",
            text);
        Assert.Equal(2, _schema.Guard.Asked);
        var fields = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: items(secretView: true) {{ name }}"));
        Assert.Equal(5, (await _schema.AnswerAsync($"{{ {fields} }}")).Errors.Count);
    }

    [Fact]
    public async Task The_same_place_reached_for_several_types_is_told_once()
    {
        var response = await _schema.AnswerAsync(
            "{ found { ... on Item { ...C } ... on Note { notes(where: { secretRank: {} }) } } items { ...C } } "
            + "fragment C on Item { children(where: { secretRank: {} }) { name } }");
        Assert.Equal(2, response.Errors.Count);
    }

    [Fact]
    public async Task A_refusal_does_not_depend_on_cost_and_tells_none()
    {
        var cheap = new ItemSchema(new EngineOptions { MaxFieldCost = 0.5, MaxTypeCost = 0.5 });
        const string Document = "{ items(secretView: true) { name } }";
        Assert.Equal(Refusal("secretView", 9), await cheap.RunAsync(Document));
        Assert.Equal(Refusal("secretView", 9), await cheap.RunAsync(Document, cost: CostMode.Validate));
        Assert.Equal(Refusal("secretView", 9), await _schema.RunAsync(Document, cost: CostMode.Report));
        Assert.Equal(ResponseKind.Refused, (await _schema.AnswerAsync(Document)).Kind);
    }

    [Fact]
    public async Task Inputs_are_asked_about_once_a_schema_and_an_operation_that_cannot_use_one_is_not_asked_about()
    {
        var atStart = _schema.Guard.Known.ToArray();
        Assert.Equal(atStart.Distinct(), atStart);
        await _schema.RunAsync("{ items(where: { name: {} }, first: 3) { name } }");
        await _schema.RunAsync("query ($p: PlainFilter) { plain(where: $p) }", """{"p":{"and":[{"name":{}}]}}""");
        Assert.Equal(atStart, _schema.Guard.Known);
        Assert.Equal(0, _schema.Guard.Asked);
        Assert.Empty(_schema.Engine.Explain("{ items(where: { and: [{ name: {} }] }) { name } }").Plan!.InputUses);
        Assert.Empty(_schema.Engine.Explain("query ($p: PlainFilter) { plain(where: $p) }").Plan!.InputUses);
        Assert.Empty(_schema.Engine.Explain("query ($f: Int) { items(first: $f) { name } }").Plan!.InputUses);
    }

    [Fact]
    public void Looking_through_variables_that_use_nothing_guarded_allocates_nothing()
    {
        var plan = _schema.Engine.Explain("query ($w: ItemFilter) { items(where: $w) { name } }").Plan!;
        var json = JsonDocument.Parse("""{"w":{"and":[{"name":{"eq":"a"}},{"or":[{},{}]}]}}""");
        Assert.True(plan.Variables.TryCoerce(json.RootElement, out var variables, out _));
        var inputs = GuardedInputs.Of(_schema.Engine.Schema, _schema.Guard)!;
        Assert.Equal(0, Allocated(inputs, plan.InputUses, variables));
        Assert.Equal(0, Allocated(inputs, plan.InputUses, variables));
    }

    long Allocated(GuardedInputs inputs, ImmutableArray<InputUse> uses, VariableValues variables)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var check = new InputCheck(inputs, _schema.Guard, session: null, mostErrors: 5);
        check.Run(uses, variables);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Empty(check.Errors);
        return allocated;
    }

    static string Refusal(string input, int column) =>
        $$$"""{"errors":[{"message":"You may not use \"{{{input}}}\".","locations":[{"line":1,"column":{{{column}}}}],"extensions":{"code":"AUTH_NOT_AUTHORIZED"}}]}""";
}
