using System.Net;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>What a server for Production tells of itself: nothing.</summary>
[Collection(nameof(AttackServer))]
public sealed class DisclosureAttackTests(AttackServer server)
{
    static readonly string[] Told =
        ["code", "coordinate", "limit", "traceId", "requestedItems", "maxAllowedItems"];

    readonly AttackTarget _target = server.Production;

    [Theory]
    [InlineData("query cop { __schema { types { name fields { name } } } }")]
    [InlineData("{ __type(name: \"Product\") { name } }")]
    [InlineData("{ a: __schema { queryType { name } } }")]
    [InlineData("{ ...F } fragment F on Query { ... { __schema { queryType { name } } } }")]
    [InlineData("{ __typename __schema @skip(if: false) { queryType { name } } }")]
    [InlineData("query Q($a: Boolean = true) { __typename __schema @include(if: $a) { queryType { name } } }")]
    [InlineData("query Q($a: Boolean = false) { __typename __schema @include(if: $a) { queryType { name } } }")]
    public async Task Attack_11_introspection_that_is_off(string document)
    {
        var answer = await _target.AskAsync(document);
        answer.Is(
            HttpStatusCode.OK,
            """{"errors":[{"message":"Introspection is not allowed for the current request.","extensions":{"code":"HC0046"}}]}""");
    }

    [Theory]
    [InlineData("/graphql?sdl")]
    [InlineData("/graphql/schema.graphql")]
    [InlineData("/graphql/schema")]
    [InlineData("/graphql/sdl")]
    [InlineData("/graphql?SDL=1")]
    public async Task Attack_11_the_schema_as_a_file(string path)
    {
        var answer = await _target.GetAsync(path);
        Assert.Contains(answer.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("type Query", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query cop { __schema { directive } }")]
    [InlineData("{ fed { nodes { id } } }")]
    [InlineData("{ feed(frst: 1) { nodes { id } } }")]
    [InlineData("{ feed { nodes { ... on Prodct { id } } } }")]
    [InlineData("query($a: Prodct) { __typename }")]
    [InlineData("{ feed @skp(if: true) { nodes { id } } }")]
    [InlineData("{ products(where: { type: { eq: BULETIN } }) { totalCount } }")]
    [InlineData("{ products(where: { typ: { eq: BULLETIN } }) { totalCount } }")]
    [InlineData("{ node(id: 1) { publicNumber } }")]
    public async Task Attack_12_field_suggestions(string document)
    {
        var answer = await _target.AskAsync(document);
        Assert.Contains("\"errors\"", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            "Did you mean",
            (await server.Development.AskAsync("{ fed { nodes { id } } }")).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attack_12_variables_suggest_nothing_either()
    {
        var answer = await _target.AskAsync(
            "query($w: ProductFilterInput) { products(where: $w) { totalCount } }",
            new { w = new { type = new { eq = "BULETIN" }, typ = 1 } });
        Assert.DoesNotContain("Did you mean", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("qwerty cop { abc }")]
    [InlineData("{ abc }")]
    [InlineData("{ product(id: {}) { id } }")]
    [InlineData("{ feed(after: \"forged\") { nodes { id } } }")]
    [InlineData("{ feed(first: -1) { nodes { id } } }")]
    public async Task Attack_21_error_leakage(string document)
    {
        var answer = await _target.AskAsync(document);
        foreach (var error in JsonNode.Parse(answer.Body)!["errors"]!.AsArray())
        {
            var extensions = error!["extensions"]?.AsObject().Select(member => member.Key) ?? [];
            Assert.Empty(extensions.Except(Told));
        }

        Assert.All(
            ["exception", "stack", " at GraphApi", "SELECT", "System.", ".cs:"],
            word => Assert.DoesNotContain(word, answer.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Attack_21_a_fault_is_told_by_a_trace_id_alone()
    {
        await using var toy = await ToyServer.StartAsync();
        var answer = await toy.PostAsync("""{"query":"{ broken }"}""");
        Assert.DoesNotContain(ToySchema.Secret, answer.Body, StringComparison.Ordinal);
        var error = JsonNode.Parse(answer.Body)!["errors"]![0]!;
        Assert.Equal("Unexpected Execution Error", (string?)error["message"]);
        Assert.Equal(
            ["code", "coordinate", "traceId"],
            error["extensions"]!.AsObject().Select(member => member.Key).Order());
    }

    [Fact]
    public async Task Attack_21_headers_name_no_software()
    {
        var answer = await _target.AskAsync("{ __typename }");
        Assert.DoesNotContain("Server", answer.Headers.Keys);
        Assert.DoesNotContain("X-Powered-By", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("apollo-tracing", "1")]
    [InlineData("X-Apollo-Tracing", "1")]
    [InlineData("GraphQL-Tracing", "1")]
    [InlineData("apollo-federation-include-trace", "ftv1")]
    public async Task Attack_22_tracing_leakage(string header, string value)
    {
        var answer = await _target.PostAsync("""{"query":"query cop { __typename }"}""", headers: (header, value));
        answer.Is(HttpStatusCode.OK, """{"data":{"__typename":"Query"}}""");
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/")]
    [InlineData("/graphql/ui")]
    [InlineData("/graphql/index.html")]
    [InlineData("/")]
    public async Task Attack_23_the_IDE_in_production(string path)
    {
        var answer = await _target.GetAsync(path, ("Accept", "text/html,application/xhtml+xml"));
        Assert.NotEqual(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("<", answer.Body, StringComparison.Ordinal);
    }
}
