using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Response;
using GraphApi.Engine.Tests.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>Introspection shows each caller what he can use, made once for all who can use the same.</summary>
public sealed class SchemaViewsTests
{
    const string Sdl = """
        type Query {
          open(first: Int, secretMode: Mode, where: Filter): Open
          secretRoot: Hidden
          found: Found
          node: Node
        }
        type Mutation { secretChange: Int }
        interface Node { id: ID! }
        type Open implements Node { id: ID! name: String secretName: String }
        type Hidden implements Node { id: ID! inner: Int }
        union Found = Open | Hidden
        input Filter { and: [Filter!] name: String secretName: String nested: SecretFilter }
        input SecretFilter { and: [SecretFilter!] secretNumber: Int }
        enum Mode { A B }
        """;

    readonly Viewers _viewers = new();
    readonly GraphQLEngine _engine;

    public SchemaViewsTests() =>
        _engine = new GraphQLEngine(
            new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build(), authorizer: _viewers);

    [Theory]
    [InlineData("{ __schema { mutationType { name } types { name } } }")]
    [InlineData("{ q: __type(name: \"Query\") { fields { name args { name } } } }")]
    [InlineData("{ f: __type(name: \"Filter\") { inputFields { name type { ofType { ofType { name } } } } } }")]
    [InlineData("{ u: __type(name: \"Found\") { possibleTypes { name fields { name } } } }")]
    [InlineData("{ n: __type(name: \"Node\") { possibleTypes { name interfaces { name } } } }")]
    [InlineData("{ __type(name: \"Hidden\") { name fields { name } } s: __type(name: \"SecretFilter\") { name } }")]
    [InlineData("{ m: __type(name: \"Mode\") { enumValues { name } } }")]
    public async Task Nothing_that_the_caller_cannot_use_is_in_any_answer(string document)
    {
        var outsider = await RunAsync(document, "outsider");
        Assert.StartsWith("{\"data\":{", outsider);
        Assert.DoesNotContain("ecret", outsider);
        Assert.DoesNotContain("Hidden", outsider);
        Assert.NotEqual(outsider, await RunAsync(document, "insider"));
    }

    [Fact]
    public async Task A_type_that_is_not_shown_is_answered_as_one_that_does_not_exist()
    {
        Assert.Equal(
            await RunAsync("{ __type(name: \"Nothing\") { name } }", "outsider"),
            await RunAsync("{ __type(name: \"Hidden\") { name } }", "outsider"));
    }

    [Fact]
    public void The_schema_of_a_caller_is_what_he_can_use_and_without_a_key_the_whole()
    {
        Assert.Equal(
            """
            type Query {
              open(first: Int, where: Filter): Open
              found: Found
              node: Node
            }

            interface Node {
              id: ID!
            }

            type Open implements Node {
              id: ID!
              name: String
            }

            union Found = Open

            input Filter {
              and: [Filter!]
              name: String
            }

            """.ReplaceLineEndings("\n"),
            SchemaPrinter.Print(_engine.SchemaFor("outsider")!));
        Assert.Same(_engine.Schema, _engine.SchemaFor("insider"));
        Assert.Same(_engine.Schema, new GraphQLEngine(_engine.Schema).SchemaFor("outsider"));
    }

    [Fact]
    public async Task Callers_with_the_same_key_share_one_view()
    {
        await RunAsync("{ __schema { types { name } } }", "outsider");
        var asked = _viewers.Asked;
        Assert.NotEqual(0, asked);
        Assert.Same(_engine.SchemaFor("outsider"), _engine.SchemaFor("outsider again"));
        await RunAsync("{ __schema { types { name } } }", "outsider again");
        Assert.Equal(asked, _viewers.Asked);
        Assert.NotSame(_engine.SchemaFor("outsider"), _engine.SchemaFor("other"));
    }

    [Fact]
    public void Views_are_bounded_and_those_that_are_wanted_stay()
    {
        var wanted = _engine.SchemaFor("outsider");
        Assert.Same(wanted, _engine.SchemaFor("outsider"));
        for (var i = 0; i < 5 * SchemaViews.Capacity; i++)
        {
            _engine.SchemaFor($"other{i} x");
        }

        Assert.Equal(SchemaViews.Capacity, _engine.CachedViews);
        Assert.Same(wanted, _engine.SchemaFor("outsider"));
    }

    [Fact]
    public void Callers_that_come_at_once_share_one_view()
    {
        var views = new Schema?[8];
        Parallel.For(0, views.Length, i => views[i] = _engine.SchemaFor("outsider"));
        Assert.Single(views.Distinct());
    }

    [Fact]
    public async Task A_request_that_does_not_introspect_asks_for_no_view()
    {
        await RunAsync("{ __typename }", "outsider");
        Assert.Equal((0, 0), (_viewers.Asked, _viewers.KeysAsked));
    }

    [Fact]
    public async Task Who_can_query_nothing_may_not_introspect()
    {
        Assert.Null(_engine.SchemaFor("nobody"));
        var response = await _engine.ExecuteAsync(
            new GraphQLRequest { Document = "{ __schema { types { name } } }", Session = "nobody" },
            TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.Refused, response.Kind);
        Assert.Equal(
            new GraphQLError("Introspection is not allowed for the current request.", ErrorCode.IntrospectionNotAllowed)
            {
                Locations = Assert.Single(response.Errors).Locations,
            },
            Assert.Single(response.Errors));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await RunAsync("{ __typename }", "nobody"));
    }

    [Theory]
    [InlineData("{ secretRoo }", "secretRoot")]
    [InlineData("{ open { secretNam } }", "secretName")]
    [InlineData("{ open(secretMod: A) { id } }", "secretMode")]
    [InlineData("{ secretRoot(a: 1) { inne } }", "inner")]
    [InlineData("{ open(where: { secretNam: 1 }) { id } }", "secretName")]
    [InlineData("{ open(where: { nested: { secretNumbe: 1 } }) { id } }", "secretNumber")]
    [InlineData("{ open { id ... on Hiddem { id } } }", "Hidden")]
    [InlineData("query ($m: SecretFilte) { open(where: { nested: $m }) { id } }", "SecretFilter")]
    [InlineData("query ($w: Filter) { open(where: $w) { id } }", "secretName", """{"w":{"secretNam":1}}""")]
    [InlineData("{ node { inner } }", "Hidden")]
    [InlineData("{ found { inner } }", "Hidden")]
    public async Task What_may_have_been_meant_is_only_what_the_caller_is_shown(
        string document, string name, string? variables = null)
    {
        Assert.Contains($"\\\"{name}\\\"", (await RunAsync(document, "insider", variables)).Split("Did you mean")[1]);
        var outsider = await RunAsync(document, "outsider", variables);
        Assert.StartsWith("{\"errors\":", outsider);
        Assert.DoesNotContain($"\\\"{name}\\\"", outsider);
    }

    [Fact]
    public async Task What_the_caller_is_shown_is_still_suggested()
    {
        Assert.Contains("Did you mean \\\"open\\\"?", await RunAsync("{ opem { id } }", "outsider"));
        Assert.Contains("Did you mean \\\"first\\\"?", await RunAsync("{ open(firs: 1) { id } }", "outsider"));
        Assert.Contains("Did you mean \\\"name\\\" or", await RunAsync("{ open(where: { nam: 1 }) { id } }", "outsider"));
        Assert.Contains("Did you mean \\\"name\\\"?", await RunAsync("{ __type(nam: 1) { name } }", "outsider"));
        Assert.Contains("on \\\"Open\\\"?", await RunAsync("{ found { name } }", "outsider"));
    }

    [Fact]
    public void A_document_that_is_prepared_is_told_what_a_caller_without_session_is_shown()
    {
        var refused = _engine.Prepare("{ secretRoo opem { id } }", "key")!;
        Assert.Equal(
            [
                "Cannot query field \"secretRoo\" on type \"Query\".",
                "Cannot query field \"opem\" on type \"Query\". Did you mean \"open\"?",
            ],
            refused.Errors.Select(error => error.Message));
    }

    async Task<string> RunAsync(string document, string session, string? variables = null) =>
        ToySchema.Text(await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Session = session,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
            },
            TestContext.Current.CancellationToken));

    /// <summary>
    /// Insiders can use all; nobody nothing; others what is not called secret, and of Hidden nothing. The key is the
    /// first word of the session.
    /// </summary>
    sealed class Viewers : FieldAuthorizer
    {
        public int Asked { get; private set; }

        public int KeysAsked { get; private set; }

        public override bool Guards(Field field) => false;

        public override GraphQLError? Authorize(Field field, object? session) => null;

        public override object? ViewKey(object? session)
        {
            KeysAsked++;
            return session is "insider" ? null : ((string?)session)?.Split(' ')[0] ?? "";
        }

        public override bool CanUse(Field field, object? session)
        {
            Asked++;
            return session is not "nobody" && !IsSecret(field.Name) && field.DeclaringType.Name != "Hidden";
        }

        public override bool CanUse(InputValue input, object? session)
        {
            Asked++;
            return !IsSecret(input.Name);
        }

        static bool IsSecret(string name) => name.StartsWith("secret", StringComparison.Ordinal);
    }
}
