using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Engine.Tests.Execution;

namespace GraphApi.Engine.Tests;

public sealed class CostLimitsTests
{
    const string Shelves = "{ shelves { name } }";
    const string Told = "\"extensions\":{\"operationCost\":{\"fieldCost\":10,\"typeCost\":2}}";

    [Fact]
    public async Task An_operation_at_its_limits_runs()
    {
        var toy = new ToySchema(new EngineOptions { MaxFieldCost = 10, MaxTypeCost = 2 });

        Assert.StartsWith("{\"data\":{\"shelves\":", await toy.RunAsync(Shelves), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 2, """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":10,"maxFieldCost":9}}]}""")]
    [InlineData(10, 1.5, """{"errors":[{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","typeCost":2,"maxTypeCost":1.5}}]}""")]
    [InlineData(9, 1, """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":10,"maxFieldCost":9}},{"message":"The maximum allowed type cost was exceeded.","extensions":{"code":"HC0047","typeCost":2,"maxTypeCost":1}}]}""")]
    public async Task An_operation_above_a_limit_does_not_run(double maxFieldCost, double maxTypeCost, string expected)
    {
        var toy = new ToySchema(new EngineOptions { MaxFieldCost = maxFieldCost, MaxTypeCost = maxTypeCost });

        Assert.Equal(expected, await toy.RunAsync(Shelves));
        Assert.Empty(toy.Runs);
    }

    [Fact]
    public async Task Without_enforcement_it_runs_and_its_cost_is_told()
    {
        var toy = new ToySchema(new EngineOptions { MaxFieldCost = 1, MaxTypeCost = 1, EnforceCost = false });

        var response = await SendAsync(toy, CostMode.Report);

        Assert.Equal(ResponseKind.Executed, response.Kind);
        Assert.EndsWith($"}},{Told}}}", ToySchema.Text(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_stands_beside_the_data_and_beside_the_refusal()
    {
        var within = await SendAsync(new ToySchema(), CostMode.Report);
        var above = await SendAsync(new ToySchema(new EngineOptions { MaxFieldCost = 9 }), CostMode.Report);

        Assert.Equal("""{"data":{"shelves":[{"name":"north"},{"name":"south"},{"name":"west"}]},""" + Told + "}", ToySchema.Text(within));
        Assert.Equal(ResponseKind.Refused, above.Kind);
        Assert.EndsWith($"}}}}],{Told}}}", ToySchema.Text(above), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_tells_the_cost_and_runs_nothing_whatever_the_limits()
    {
        var toy = new ToySchema(new EngineOptions { MaxFieldCost = 1 });

        var response = await SendAsync(toy, CostMode.Validate, _ => throw new InvalidOperationException());

        Assert.Equal((ResponseKind.Priced, $"{{{Told}}}"), (response.Kind, ToySchema.Text(response)));
        Assert.Empty(toy.Runs);
    }

    [Fact]
    public async Task What_is_invalid_is_refused_before_it_is_priced()
    {
        var response = await new ToySchema().Engine.ExecuteAsync(
            new GraphQLRequest { Document = "{ nothing }", Cost = CostMode.Validate },
            TestContext.Current.CancellationToken);

        Assert.Equal((ResponseKind.Refused, 0), (response.Kind, response.Extensions.Count));
    }

    [Fact]
    public async Task Whoever_admits_is_told_the_cost_and_has_the_last_word()
    {
        var toy = new ToySchema();
        var costs = new List<OperationCost>();
        GraphQLError? Admit(OperationCost cost)
        {
            costs.Add(cost);
            return costs.Count > 1 ? new GraphQLError("Enough.", ErrorCode.BudgetExceeded) : null;
        }

        Assert.Equal(ResponseKind.Executed, (await SendAsync(toy, CostMode.Silent, Admit)).Kind);
        var refused = await SendAsync(toy, CostMode.Silent, Admit);

        Assert.Equal(ResponseKind.Throttled, refused.Kind);
        Assert.Equal("""{"errors":[{"message":"Enough.","extensions":{"code":"COST_BUDGET_EXCEEDED"}}]}""", ToySchema.Text(refused));
        Assert.Equal([new OperationCost(10, 2), new OperationCost(10, 2)], costs);
        Assert.Equal(["Query.shelves(1)"], toy.Runs);
    }

    [Fact]
    public async Task Whoever_admits_documents_is_asked_before_an_unknown_one_is_parsed()
    {
        var toy = new ToySchema();
        var asked = 0;
        var refuse = true;
        GraphQLError? Admit() => ++asked > 0 && refuse ? new GraphQLError("Enough.", ErrorCode.BudgetExceeded) : null;
        async Task<ResponseKind> RunAsync(string document, string? key = null, bool isTrusted = false) =>
            (await toy.Engine.ExecuteAsync(
                new GraphQLRequest
                {
                    Document = document,
                    DocumentKey = key,
                    IsTrusted = isTrusted,
                    Cost = CostMode.Validate,
                    AdmitDocument = Admit,
                },
                TestContext.Current.CancellationToken)).Kind;

        Assert.Equal(ResponseKind.Throttled, await RunAsync(Shelves));
        Assert.Equal(ResponseKind.Throttled, toy.Engine.Prepare(Shelves, "key", admit: Admit)?.Kind);
        Assert.Equal((2, 0), (asked, toy.Engine.Work.Tokens));

        // One that is trusted, or known, is nobody's to admit.
        Assert.Equal(ResponseKind.Priced, await RunAsync(Shelves, "trusted", isTrusted: true));
        Assert.Equal(2, asked);
        refuse = false;
        Assert.Equal(ResponseKind.Refused, await RunAsync("{ nothing }"));
        Assert.Equal(ResponseKind.Priced, await RunAsync(Shelves));
        Assert.Equal(4, asked);
        Assert.Equal(ResponseKind.Priced, await RunAsync(Shelves));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task Nobody_is_asked_to_admit_what_is_refused_anyway()
    {
        var toy = new ToySchema(new EngineOptions { MaxFieldCost = 1 });

        Assert.Equal(
            ResponseKind.Refused,
            (await SendAsync(toy, CostMode.Silent, _ => throw new InvalidOperationException())).Kind);
    }

    static ValueTask<GraphQLResponse> SendAsync(
        ToySchema toy, CostMode mode, Func<OperationCost, GraphQLError?>? admit = null) =>
        toy.Engine.ExecuteAsync(
            new GraphQLRequest { Document = Shelves, Cost = mode, Admit = admit },
            TestContext.Current.CancellationToken);
}
