using System.Net;
using System.Text.Json;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Transport.Budgets;

namespace GraphApi.Server.Tests.Transport.Budgets;

public sealed class AdmissionTests
{
    static readonly Spender Caller = new("issuer", "caller", IsIPv6: false, Network: 0);

    readonly FakeTime _time = new();

    [Fact]
    public void A_document_is_paid_once_and_counts_for_its_operation()
    {
        var budget = new CostBudget(100, _time);
        var admission = new Admission(budget, Caller);

        Assert.Null(admission.AdmitDocument());
        Assert.Null(admission.AdmitDocument());
        Assert.Null(admission.AdmitOperation(new OperationCost(60, 1)));

        Assert.Null(budget.Spend(Caller, new OperationCost(40, 1)));
        Assert.NotNull(new Admission(budget, Caller).AdmitDocument());
    }

    [Fact]
    public void A_known_document_costs_nothing()
    {
        var budget = new CostBudget(100, _time);
        Assert.Null(new Admission(budget, Caller).AdmitOperation(new OperationCost(100, 1)));
    }

    [Theory]
    [InlineData("query A{0} {{ __typename }}", "validate")]
    [InlineData("query A{0} {{ __typename }}", "report")]
    [InlineData("query A{0} {{ nothing }}", "validate")]
    [InlineData("query A{0} {{ nothing", "validate")]
    public async Task Unknown_documents_end_at_the_budget_whatever_becomes_of_them(string document, string mode)
    {
        await using var server = await StartAsync();
        var asked = await AskAsync(0);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, asked.Status);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await AskAsync(1)).Status);
        var work = server.Engine.Work.Tokens;
        asked = await AskAsync(2);
        Assert.Equal(HttpStatusCode.TooManyRequests, asked.Status);
        Assert.Equal("30", asked.Headers["Retry-After"]);
        Assert.Equal(work, server.Engine.Work.Tokens);

        Task<Answer> AskAsync(int number) => PostAsync(
            server, new { query = string.Format(null, document, number) }, mode);
    }

    [Fact]
    public async Task Registering_documents_ends_at_the_budget_too()
    {
        await using var server = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync("query A { __typename }")).Status);
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync("query B { __typename }")).Status);
        Assert.Equal(HttpStatusCode.OK, (await RegisterAsync("query A { __typename }")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await RegisterAsync("query C { __typename }")).Status);

        Task<Answer> RegisterAsync(string document) => PostAsync(
            server,
            new
            {
                query = document,
                extensions = new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of(document) } },
            },
            "validate");
    }

    static Task<ToyServer> StartAsync() => ToyServer.StartAsync(options => options with
    {
        Cost = new CostOptions { MaxFieldCost = 20, BudgetPerMinute = 20 },
    });

    static Task<Answer> PostAsync(ToyServer server, object body, string mode) => server.SendAsync(
        HttpMethod.Post,
        "/graphql",
        new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json"),
        headers: ("GraphQL-Cost", mode));
}
