using System.Net;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// What graphql-cop asks, each with what it takes for a finding. It finds nothing on a server for Production that asks
/// GET for a preflight.
/// </summary>
/// <seealso href="https://github.com/dolevf/graphql-cop"/>
[Collection(nameof(AttackServer))]
public sealed class CopTests(AttackServer server)
{
    AttackTarget Target => server.Production;

    [Fact]
    public async Task Alias_overloading() => Assert.Null(Data(await Target.AskAsync(
        "query cop { " + string.Concat(Enumerable.Range(0, 101).Select(i => $"alias{i}:__typename \n")) + " }"))?["alias100"]);

    [Fact]
    public async Task Array_based_query_batching()
    {
        var batch = "[" + string.Join(',', Enumerable.Repeat("""{"query":"query cop { __typename }"}""", 10)) + "]";
        Assert.IsType<JsonObject>(JsonNode.Parse((await Target.PostAsync(batch)).Body));
    }

    [Fact]
    public async Task Circular_fragment() => Assert.NotNull(Errors(await Target.AskAsync(
        "query cop { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }")));

    [Fact]
    public async Task Introspection_based_circular_query() => Assert.Null(Data(await server.Development.AskAsync(
        "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }")));

    [Fact]
    public async Task Directive_overloading() => Assert.NotEqual(
        10, Errors(await Target.AskAsync("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }"))!.Count);

    // What it no longer asks by default: 500 fields are one, and cost as much.
    [Fact]
    public async Task Field_duplication()
    {
        var document = "query cop { " + string.Concat(Enumerable.Repeat("__typename \n", 500)) + "}";
        var (spent, _) = await Target.MeasureAsync(document);
        Assert.InRange(spent.Validation, 0, 5_000);
        Assert.Equal(0, spent.Steps);
    }

    [Fact]
    public async Task Field_suggestions() => Assert.DoesNotContain(
        "Did you mean",
        (await Target.AskAsync("query cop { __schema { directive } }")).Body,
        StringComparison.Ordinal);

    [Fact]
    public async Task Introspection() => Assert.Null(
        Data(await Target.AskAsync("query cop { __schema { types { name fields { name } } } }")));

    [Fact]
    public async Task Mutation_is_allowed_over_GET()
    {
        var answer = await Target.GetAsync("/graphql?query=" + Uri.EscapeDataString("mutation cop {__typename}"));
        Assert.Null(Data(answer));
    }

    [Fact]
    public async Task GET_method_query_support()
    {
        var target = await server.SharedAsync("Transport:RequireGetPreflight=true");
        var answer = await target.GetAsync("/graphql?query=" + Uri.EscapeDataString("query cop {__typename}"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null(Data(answer));
    }

    [Fact]
    public async Task POST_based_url_encoded_query()
    {
        var answer = await Target.PostAsync("query=query+cop+%7B__typename%7D", "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
        Assert.Null(Data(answer));
        answer = await Target.SendAsync(
            HttpMethod.Post, "/graphql?query=" + Uri.EscapeDataString("query cop {__typename}"), null, null);
        Assert.Null(Data(answer));
    }

    [Theory]
    [InlineData("/graphiql")]
    [InlineData("/playground")]
    [InlineData("/console")]
    [InlineData("/graphql")]
    public async Task GraphQL_IDE(string path)
    {
        var answer = await Target.GetAsync(path, ("Accept", "text/html"));
        Assert.All(
            ["graphiql.min.css", "GraphQL Playground", "GraphiQL", "graphql-playground", "<html", "<script"],
            word => Assert.DoesNotContain(word, answer.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Trace_mode() => (await Target.AskAsync("query cop { __typename }")).Is(
        HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");

    [Fact]
    public async Task Unhandled_errors() => (await Target.AskAsync("qwerty cop { abc }")).Is(
        HttpStatusCode.OK,
        """{"errors":[{"message":"Syntax Error: Unexpected Name \"qwerty\".","locations":[{"line":1,"column":1}],"extensions":{"code":"HC0014"}}]}""");

    static JsonObject? Data(Answer answer) => JsonNode.Parse(answer.Body)?["data"] as JsonObject;

    static JsonArray? Errors(Answer answer) => JsonNode.Parse(answer.Body)?["errors"] as JsonArray;
}
