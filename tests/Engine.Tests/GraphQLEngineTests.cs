using GraphApi.Engine.Response;
using GraphApi.Engine.Tests.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests;

public sealed class GraphQLEngineTests
{
    readonly ToySchema _toy = new();

    [Theory]
    [InlineData("", null, """{"errors":[{"message":"The request has no \"query\": give it the text of a document.","extensions":{"code":"HC0013"}}]}""")]
    [InlineData("query A { colors } query B { colors }", null, """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"HC0009"}}]}""")]
    [InlineData("query A { colors } query B { colors }", "C", """{"errors":[{"message":"Unknown operation named \"C\".","extensions":{"code":"HC0009"}}]}""")]
    [InlineData("query A { colors } query B { __typename }", "B", """{"data":{"__typename":"Query"}}""")]
    [InlineData("{ __typename }", "", """{"data":{"__typename":"Query"}}""")]
    public async Task An_operation_is_chosen_by_name(string document, string? name, string expected)
    {
        Assert.Equal(expected, await _toy.RunAsync(document, operationName: name));
    }

    [Fact]
    public async Task A_mutation_does_not_run_where_only_queries_may()
    {
        var response = await _toy.Engine.ExecuteAsync(
            new GraphQLRequest { Document = "mutation { add(n: 1) { total } }", QueriesOnly = true },
            TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.OperationNotAllowed, response.Kind);
        Assert.Empty(_toy.Runs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_subscription_is_refused_where_there_is_one_response(bool queriesOnly)
    {
        var schema = new SchemaBuilder()
            .AddSdl("toy", "type Query { a: Int } type Subscription { b: Int }")
            .Bind("Query", "a", new ReadBinding<int>(_ => 1))
            .Bind("Subscription", "b", new ToyEvents())
            .Build();
        var response = await new GraphQLEngine(schema).ExecuteAsync(
            new GraphQLRequest { Document = "subscription { b }", QueriesOnly = queriesOnly },
            TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.Refused, response.Kind);
        Assert.Equal(
            """{"errors":[{"message":"A subscription cannot be answered with a single response; it needs a transport that streams.","extensions":{"code":"HC0009"}}]}""",
            ToySchema.Text(response));
    }

    [Fact]
    public async Task The_time_limit_that_a_host_started_is_the_operations()
    {
        using var over = new CancellationTokenSource();
        var request = new GraphQLRequest { Document = "{ endless }", TimeLimit = over.Token };
        var running = _toy.Engine.ExecuteAsync(request, TestContext.Current.CancellationToken);
        await over.CancelAsync();
        var response = await running;
        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than the allowed 30 seconds.","extensions":{"code":"HC0045"}}]}""",
            ToySchema.Text(response));
        Assert.Equal(ResponseKind.TimedOut, response.Kind);
    }

    [Fact]
    public async Task Introspection_is_refused_where_it_is_off()
    {
        var request = new GraphQLRequest { Document = "{ __schema { queryType { name } } }" };
        var allowed = await _toy.Engine.ExecuteAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":{"__schema":{"queryType":{"name":"Query"}}}}""", ToySchema.Text(allowed));
        var refused = await _toy.Engine.ExecuteAsync(
            request with { AllowIntrospection = false }, TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.Refused, refused.Kind);
        Assert.Equal(
            """{"errors":[{"message":"Introspection is not allowed for the current request.","extensions":{"code":"HC0046"}}]}""",
            ToySchema.Text(refused));
    }

    [Fact]
    public async Task An_invalid_document_never_runs()
    {
        Assert.Contains("\"message\":\"Cannot query field", await _toy.RunAsync("{ shelves { nam } }"), StringComparison.Ordinal);
        Assert.Contains("\"code\":\"HC0014\"", await _toy.RunAsync("{ shelves {"), StringComparison.Ordinal);
        Assert.Empty(_toy.Runs);
    }

    [Fact]
    public async Task Concurrent_requests_share_a_plan_and_nothing_else()
    {
        const string document = "query ($n: Int!) { shelf(id: $n) { name books { title } } }";
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() =>
            new ToySchemaReader(_toy).ReadAsync(document, i % 2 == 0 ? 0 : 2))));
        Assert.All(answers.Where((_, i) => i % 2 == 0), a => Assert.Contains("north", a, StringComparison.Ordinal));
        Assert.All(answers.Where((_, i) => i % 2 == 1), a => Assert.Contains("west", a, StringComparison.Ordinal));
    }

    sealed class ToySchemaReader(ToySchema toy)
    {
        public Task<string> ReadAsync(string document, int shelf) => toy.RunAsync(document, $$"""{"n":{{shelf}}}""");
    }
}
