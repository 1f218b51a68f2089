using System.Text.Json;
using GraphApi.Harness;

namespace GraphApi.Server.Tests.Ide;

/// <summary>The IDE in a real browser.</summary>
public sealed class IdeBrowserTests
{
    [Fact]
    public async Task A_query_is_run_as_the_caller_of_a_token_and_nothing_is_asked_of_others()
    {
        await using var server = await ToyServer.StartAsync();
        Assert.SkipUnless(Directory.Exists(Server.Ide.IdePage.Folder), "The IDE is not installed.");
        await using var browser = await Browser.OpenAsync(server.Client.BaseAddress!);

        await browser.RunInIdeAsync("/graphql", server.Token("partner-toy"), "{ caller greeting }");

        await browser.Page.GetByText("\"partner-toy\"").WaitForAsync();
        Assert.Empty(browser.Errors);
        Assert.Empty(browser.OutsideRequests);
    }

    [Fact]
    public async Task A_subscription_shows_what_is_published_while_it_is_open()
    {
        Assert.SkipUnless(Directory.Exists(Server.Ide.IdePage.Folder), "The IDE is not installed.");
        await using var server = new ProductServer();
        await server.InitializeAsync();
        await using var browser = await Browser.OpenAsync(server.Endpoint);

        await browser.RunInIdeAsync(
            "/graphql",
            server.Token("partner-hospital"),
            "subscription { newBulletins { kind product { publicNumber currentVersion { title { text } } } } }");
        var newsroom = new Newsroom(async (who, document, variables) => JsonDocument.Parse((await server.AskAsync(
            who, document, variables is null ? null : JsonSerializer.Serialize(variables))).Body).RootElement);

        // The page does not say when it is subscribed: what comes after that it shows.
        var shown = browser.Page.GetByText("\"Synthetic live bulletin\"");
        for (var i = 0; i < 20 && await shown.CountAsync() == 0; i++)
        {
            await newsroom.IssueAsync("Synthetic live bulletin");
            await browser.Page.WaitForTimeoutAsync(1_000);
        }

        await shown.First.WaitForAsync();
        Assert.Empty(browser.Errors);
        Assert.Empty(browser.OutsideRequests);
    }
}
