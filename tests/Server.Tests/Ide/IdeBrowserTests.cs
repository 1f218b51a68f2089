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
}
