using System.Net;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>What a client is told of costs, over HTTP.</summary>
public sealed class CostHeaderTests
{
    const string Greeting = """{"query":"{ greeting }"}""";
    const string Cost = "\"extensions\":{\"operationCost\":{\"fieldCost\":10,\"typeCost\":1}}";

    [Theory]
    [InlineData("report", "{\"data\":{\"greeting\":\"Hello you\"}," + Cost + "}")]
    [InlineData(" Report ", "{\"data\":{\"greeting\":\"Hello you\"}," + Cost + "}")]
    [InlineData("validate", "{" + Cost + "}")]
    [InlineData("VALIDATE", "{" + Cost + "}")]
    public async Task The_header_is_read_over_get_and_post(string value, string expected)
    {
        await using var server = await ToyServer.StartAsync();

        (await PostAsync(server, Greeting, value)).Is(HttpStatusCode.OK, expected);
        (await server.SendAsync(HttpMethod.Get, "/graphql?query={greeting}", headers: ("GraphQL-Cost", value)))
            .Is(HttpStatusCode.OK, expected);
    }

    [Theory]
    [InlineData("validat")]
    [InlineData("")]
    [InlineData("report, validate")]
    public async Task A_value_that_is_none_is_told_and_nothing_runs(string value)
    {
        await using var server = await ToyServer.StartAsync();

        var answer = await PostAsync(server, """{"query":"mutation { rename(name: \"x\") }"}""", value);

        answer.IsError(
            HttpStatusCode.BadRequest, "The header 'GraphQL-Cost' must be 'report' or 'validate'.", "HC0009");
        Assert.Equal((0, 0), server.Sessions);
    }

    [Fact]
    public async Task A_validated_mutation_does_not_run_and_over_get_stays_forbidden()
    {
        await using var server = await ToyServer.StartAsync();

        (await PostAsync(server, """{"query":"mutation { rename(name: \"x\") }"}""", "validate"))
            .Is(HttpStatusCode.OK, "{" + Cost + "}");
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await server.SendAsync(
                HttpMethod.Get, "/graphql?query=mutation{rename(name:\"x\")}", headers: ("GraphQL-Cost", "validate")))
                .Status);
    }

    [Fact]
    public async Task In_a_batch_each_operation_has_its_own_cost()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with { Batching = new BatchingOptions { Enabled = true, MaxOperations = 3 } },
        });

        (await PostAsync(server, """[{"query":"{ greeting }"},{"query":"{ a: greeting b: caller }"}]""", "validate"))
            .Is(
                HttpStatusCode.OK,
                "[{" + Cost + "},{" + Cost.Replace(":10", ":20", StringComparison.Ordinal) + "}]");
    }

    [Theory]
    [InlineData("application/json", false, HttpStatusCode.OK)]
    [InlineData("application/graphql-response+json", false, HttpStatusCode.BadRequest)]
    [InlineData("application/graphql-response+json", true, HttpStatusCode.UnprocessableEntity)]
    public async Task What_costs_too_much_is_refused_as_an_invalid_document_is(
        string accept, bool isDraft, HttpStatusCode status)
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Cost = new CostOptions { MaxFieldCost = 9 },
            Transport = options.Transport with { StatusProfile = ProfileOf(isDraft) },
        });

        (await server.PostAsync(Greeting, accept)).Is(
            status,
            """{"errors":[{"message":"The maximum allowed field cost was exceeded.","extensions":{"code":"HC0047","fieldCost":10,"maxFieldCost":9}}]}""");
        (await PostAsync(server, Greeting, "validate")).Is(HttpStatusCode.OK, "{" + Cost + "}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_spent_budget_is_429_and_says_when_to_come_back(bool isDraft)
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Cost = new CostOptions { MaxFieldCost = 20, BudgetPerMinute = 20 },
            Transport = options.Transport with { StatusProfile = ProfileOf(isDraft) },
        });

        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Greeting)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Greeting)).Status);
        var refused = await PostAsync(server, Greeting, "report");

        refused.Is(
            HttpStatusCode.TooManyRequests,
            """{"errors":[{"message":"The budget for costs is spent. Wait 30 seconds, or ask for less.","extensions":{"code":"COST_BUDGET_EXCEEDED","cost":10,"budget":20,"retryAfterSeconds":30}}],"""
                + Cost + "}");
        Assert.Equal("30", refused.Headers["Retry-After"]);

        // To price costs nothing, who has signed in has a budget of his own, and time heals.
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, Greeting, "validate")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Greeting, token: server.Token())).Status);
        server.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync(Greeting)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await server.PostAsync(Greeting)).Status);
    }

    [Fact]
    public async Task Operations_of_a_batch_are_taken_one_by_one()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Cost = new CostOptions { MaxFieldCost = 20, BudgetPerMinute = 20 },
            Transport = options.Transport with { Batching = new BatchingOptions { Enabled = true, MaxOperations = 3 } },
        });

        var answer = await server.PostAsync($"[{Greeting},{Greeting},{Greeting}]");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(2, answer.Body.Split("\"data\"").Length - 1);
        Assert.Equal(1, answer.Body.Split("COST_BUDGET_EXCEEDED").Length - 1);
    }

    static StatusProfile ProfileOf(bool isDraft) => isDraft ? StatusProfile.September2026 : StatusProfile.Audit;

    static Task<Answer> PostAsync(ToyServer server, string body, string cost) => server.SendAsync(
        HttpMethod.Post,
        "/graphql",
        new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        headers: ("GraphQL-Cost", cost));
}
