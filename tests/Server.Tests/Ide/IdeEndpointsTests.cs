using System.Net;
using GraphApi.Server.Ide;

namespace GraphApi.Server.Tests.Ide;

/// <summary>What a browser gets.</summary>
public sealed class IdeEndpointsTests : IAsyncLifetime
{
    const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_browser_gets_a_page_that_may_load_nothing_from_elsewhere()
    {
        var page = await _server.GetAsync("/graphql", Browser);

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.Equal(ContentSecurityPolicy.Value, page.Headers["Content-Security-Policy"]);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
        Assert.StartsWith(
            "default-src 'none'; script-src 'self' 'unsafe-eval';",
            ContentSecurityPolicy.Value,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_sends_a_query_gets_its_answer() =>
        (await _server.GetAsync("/graphql?query=%7Bgreeting%7D", Browser))
            .Is(HttpStatusCode.OK, """{"data":{"greeting":"Hello you"}}""");

    [Fact]
    public async Task The_settings_name_the_endpoint_and_send_nothing_home() =>
        (await _server.GetAsync("/graphql/bcp-config.json")).Is(
            HttpStatusCode.OK,
            """{"title":"GraphApi","useBrowserUrlAsEndpoint":true,"disableTelemetry":true}""");

    [Fact]
    public async Task Files_whose_name_carries_a_hash_are_kept_for_good()
    {
        Assert.SkipUnless(Directory.Exists(IdePage.Folder), "The IDE is not installed.");
        var script = Directory.GetFiles(Path.Combine(IdePage.Folder, "static", "js"), "main.*.js").Single();

        var answer = await _server.GetAsync("/graphql/ui/static/js/" + Path.GetFileName(script));
        var icon = await _server.GetAsync("/graphql/ui/favicon.ico");

        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (answer.Status, answer.ContentType));
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers["Cache-Control"]);
        Assert.Equal("no-cache", icon.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task No_file_outside_of_its_folder_is_served()
    {
        foreach (var path in new[] { "/graphql/ui/../../appsettings.json", "/graphql/ui/%2e%2e/appsettings.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync(path)).Status);
        }
    }

    [Fact]
    public void Without_the_IDE_the_page_says_how_to_get_it()
    {
        var page = IdePage.Load(Path.Combine(Path.GetTempPath(), "no such folder"));

        Assert.Contains("Install Node.js 20 or newer, build again", page, StringComparison.Ordinal);
    }
}
