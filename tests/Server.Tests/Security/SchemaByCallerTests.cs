using System.Net;
using System.Text.Json.Nodes;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Server.Tests.Security;

/// <summary>Each caller is shown the schema that he can use, as text and by introspection.</summary>
public sealed class SchemaByCallerTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string Introspection =
        "{ __schema { types { name fields(includeDeprecated: true) { name args { name } } inputFields { name } } } }";

    static readonly string?[] Callers = [null, "partner-hospital", "analyst", "administrator"];

    [Fact]
    public async Task Three_kinds_of_token_and_none_get_four_schemas_all_of_them_valid()
    {
        var texts = new List<string>();
        var tags = new List<string>();
        foreach (var caller in Callers)
        {
            var answer = await SdlAsync(caller);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(answer.Body, SchemaPrinter.Print(Build(answer.Body)));
            Assert.Equal("Authorization, Accept-Encoding", answer.Headers["Vary"]);
            Assert.Equal(caller is null ? "no-cache" : "no-cache, private", answer.Headers["Cache-Control"]);
            texts.Add(answer.Body);
            tags.Add(answer.Headers["ETag"]);
        }

        Assert.Equal(Callers.Length, texts.Distinct().Count());
        Assert.Equal(Callers.Length, tags.Distinct().Count());
    }

    [Fact]
    public async Task Nobody_is_shown_what_the_next_more_trusted_is_not()
    {
        var all = Elements(Build(await File.ReadAllTextAsync(
            Harness.Repository.PathOf("schema", "public.graphql"), TestContext.Current.CancellationToken)));
        var anonymous = Elements(Build((await SdlAsync(null)).Body));
        var partner = Elements(Build((await SdlAsync("partner-hospital")).Body));
        Assert.ProperSubset(partner, anonymous);
        Assert.ProperSubset(all, partner);
        Assert.ProperSubset(all, Elements(Build((await SdlAsync("analyst")).Body)));
        Assert.ProperSubset(all, Elements(Build((await SdlAsync("administrator")).Body)));
        Assert.Contains("Product.publicNumber", anonymous);
    }

    [Theory]
    [InlineData("partner-hospital", "PrivacyReview")]
    [InlineData("partner-hospital", "Publication")]
    [InlineData(null, "Viewer.roles")]
    [InlineData(null, "PrivacyReview")]
    public async Task What_only_staff_or_members_read_is_absent_for_others(string? caller, string coordinate)
    {
        Assert.Contains(coordinate, Elements(Build((await SdlAsync("analyst")).Body)));
        Assert.DoesNotContain(coordinate, Elements(Build((await SdlAsync(caller)).Body)));
    }

    [Fact]
    public async Task Introspection_shows_the_same_as_the_text()
    {
        foreach (var caller in Callers)
        {
            var answer = JsonNode.Parse((await server.AskAsync(caller, Introspection)).Body)!;
            var types = answer["data"]!["__schema"]!["types"]!.AsArray();
            var introspected =
                from type in types
                let name = type!["name"]!.GetValue<string>()
                where !name.StartsWith("__", StringComparison.Ordinal)
                from member in (type["fields"] ?? type["inputFields"])?.AsArray() ?? []
                select $"{name}.{member!["name"]}";
            Assert.Equal(
                Elements(Build((await SdlAsync(caller)).Body)).Where(element => element.Contains('.')).Order(),
                introspected.Order());
        }
    }

    [Fact]
    public async Task A_type_that_is_not_shown_is_one_that_there_is_not()
    {
        const string Document = "query ($name: String!) { __type(name: $name) { name } }";
        var hidden = await server.AskAsync("partner-hospital", Document, """{"name":"PrivacyReview"}""");
        var missing = await server.AskAsync("partner-hospital", Document, """{"name":"Nothing"}""");
        Assert.Equal((missing.Status, missing.Body), (hidden.Status, hidden.Body));
        Assert.Equal("""{"data":{"__type":null}}""", hidden.Body);

        var sdl = await SdlAsync("partner-hospital", "&types=PrivacyReview");
        sdl.IsError(HttpStatusCode.NotFound, "The schema has no type \\\"PrivacyReview\\\".", "HC0060");
        Assert.Equal(HttpStatusCode.OK, (await SdlAsync("analyst", "&types=PrivacyReview")).Status);
    }

    [Fact]
    public async Task Suggestions_name_only_what_the_caller_is_shown()
    {
        const string Document = "{ product(id: \"x\") { versions { nodes { privacyReview } } } ... on PrivacyRevie { id } }";
        Assert.Contains("PrivacyReview\\\"", (await server.AskAsync("analyst", Document)).Body);
        Assert.DoesNotContain("PrivacyReview\\\"", (await server.AskAsync("partner-hospital", Document)).Body);
    }

    [Fact]
    public async Task A_token_that_is_refused_gets_no_schema()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Endpoint + "?sdl");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer nonsense");
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    async Task<Answer> SdlAsync(string? caller, string parameters = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Endpoint}?sdl{parameters}");
        if (caller is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + server.Token(caller));
        }

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    static Schema Build(string sdl) => new SchemaBuilder().AddSdl("sdl", sdl).AllowUnbound().Build();

    static HashSet<string> Elements(Schema schema)
    {
        var types = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        return
        [
            .. types.Select(type => type.Coordinate),
            .. types.OfType<ComplexType>().SelectMany(type => type.Fields).Select(field => field.Coordinate),
            .. types.OfType<InputObjectType>().SelectMany(type => type.Fields).Select(field => field.Coordinate),
        ];
    }
}
