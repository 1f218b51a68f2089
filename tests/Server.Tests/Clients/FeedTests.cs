using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Harness;
using GraphApi.Server.Tests.Ide;
using Microsoft.Playwright;

namespace GraphApi.Server.Tests.Clients;

/// <summary>What a partner does with the whole server, over HTTP.</summary>
public sealed class FeedTests(ProductServer server) : IClassFixture<ProductServer>
{
    const string Feed = "{ feed(first: 50) { nodes { publicNumber } totalCount } }";

    [Fact]
    public async Task Each_partner_reads_its_own_feed_and_nobody_only_what_is_public()
    {
        var hospital = await NumbersAsync("partner-hospital");
        var police = await NumbersAsync("partner-law-enforcement");
        var nobody = await NumbersAsync(null);
        var suspended = await NumbersAsync("partner-suspended");

        Assert.NotEmpty(hospital);
        Assert.NotEmpty(police);
        Assert.NotEmpty(nobody);
        Assert.NotEqual(hospital, police);
        Assert.True(nobody.Count < hospital.Count);
        Assert.Equal(nobody, suspended);
    }

    [Fact]
    public async Task Apollo_Client_reads_a_feed_to_its_end()
    {
        var token = server.Token("partner-hospital");
        var output = await Npm.RunAsync("apollo-feed.mjs", server.Endpoint.ToString(), token, "3");

        var read = JsonNode.Parse(output)!;
        var numbers = read["numbers"].Deserialize<List<string>>()!;
        var all = await NumbersAsync("partner-hospital");
        Assert.Equal(all, numbers);
        Assert.Equal((all.Count + 2) / 3, (int)read["pages"]!);
    }

    [Fact]
    public async Task Banana_Cake_Pop_shows_the_feed()
    {
        Assert.SkipUnless(Directory.Exists(Server.Ide.IdePage.Folder), "The IDE is not installed.");
        await using var browser = await Browser.OpenAsync(server.Endpoint);
        var newest = (await NumbersAsync("partner-hospital"))[0];

        await browser.RunInIdeAsync(
            "/graphql",
            server.Token("partner-hospital"),
            "{ me { kind } feed(first: 5) { nodes { publicNumber type publishedAt "
                + "currentVersion { title { text } banner { text } } } } }");

        await browser.Page.GetByText($"\"{newest}\"").First.WaitForAsync();
        Assert.Empty(browser.Errors);
        Assert.Empty(browser.OutsideRequests);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Format Document" }).First.ClickAsync();
            await browser.Page.Mouse.MoveAsync(600, 600);
            await browser.Page.WaitForTimeoutAsync(1000);
            await browser.Page.ScreenshotAsync(new() { Path = Repository.PathOf("docs", "images", "ide.png") });
        }
    }

    [Theory]
    [InlineData(
        "{ feed(after: \"nonsense\") { totalCount } }",
        "The cursor is invalid here. Pass one that a page of the same field in the same order returned.",
        "\"code\":\"HC0078\",\"coordinate\":\"Query.feed\"")]
    [InlineData(
        "{ feed(first: 51) { totalCount } }",
        "The maximum allowed items per page were exceeded.",
        "\"code\":\"HC0051\",\"coordinate\":\"Query.feed\",\"requestedItems\":51,\"maxAllowedItems\":50")]
    [InlineData("{ feed(first: -1) { totalCount } }", "`first` must be at least 0.", "\"code\":\"HC0079\",\"coordinate\":\"Query.feed\"")]
    public async Task A_page_that_cannot_be_is_refused(string query, string message, string extensions) =>
        (await server.AskAsync("partner-hospital", query)).Is(
            HttpStatusCode.OK,
            "{\"errors\":[{\"message\":\"" + message + "\",\"locations\":[{\"line\":1,\"column\":3}],\"path\":[\"feed\"],"
                + "\"extensions\":{" + extensions + "}}],\"data\":{\"feed\":null}}");

    [Fact]
    public async Task An_unknown_field_is_named() =>
        (await server.AskAsync(null, "{ feed { nodes { titel9 } } }")).Is(
            HttpStatusCode.BadRequest,
            "{\"errors\":[{\"message\":\"Cannot query field \\\"titel9\\\" on type \\\"Product\\\".\","
                + "\"locations\":[{\"line\":1,\"column\":18}]}]}");

    [Fact]
    public async Task A_variable_of_another_type_is_refused() =>
        (await server.AskAsync(null, "query($n: Int!) { feed(first: $n) { totalCount } }", """{"n":"x"}""")).Is(
            HttpStatusCode.BadRequest,
            "{\"errors\":[{\"message\":\"Variable \\\"$n\\\" got invalid value \\\"x\\\"; Int cannot represent non-integer "
                + "value: \\\"x\\\"\",\"locations\":[{\"line\":1,\"column\":7}],\"extensions\":{\"code\":\"HC0016\"}}]}");

    [Fact]
    public async Task The_id_of_another_type_of_a_foreign_product_and_of_nothing_are_answered_alike()
    {
        var foreign = await ForeignProductAsync();
        var center = (string)(await DataAsync("analyst", "{ fusionCenters(first: 1) { nodes { id } } }"))
            ["fusionCenters"]!["nodes"]![0]!["id"]!;

        foreach (var id in new[] { foreign, center, "nonsense", "UHJvZHVjdDo=", "" })
        {
            var answer = await server.AskAsync(
                "partner-hospital", "query($id: ID!) { product(id: $id) { publicNumber } }", $$"""{"id":"{{id}}"}""");

            answer.Is(HttpStatusCode.OK, """{"data":{"product":null}}""");
        }
    }

    /// <summary>A product that an analyst of the center reads and the hospital does not.</summary>
    async Task<string> ForeignProductAsync()
    {
        var own = (await NumbersAsync("partner-hospital")).ToHashSet();
        var all = await DataAsync("analyst", "{ feed(first: 50) { nodes { id publicNumber } } }");
        var nodes = all["feed"]!["nodes"]!.AsArray();
        return (string)nodes.First(node => !own.Contains((string)node!["publicNumber"]!))!["id"]!;
    }

    async Task<IReadOnlyList<string>> NumbersAsync(string? principal)
    {
        var feed = (await DataAsync(principal, Feed))["feed"]!;
        var numbers = feed["nodes"]!.AsArray().Select(node => (string)node!["publicNumber"]!).ToList();
        Assert.Equal((int)feed["totalCount"]!, numbers.Count);
        return numbers;
    }

    async Task<JsonNode> DataAsync(string? principal, string query)
    {
        var answer = await server.AskAsync(principal, query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return JsonNode.Parse(answer.Body)!["data"]!;
    }
}
