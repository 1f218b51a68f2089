using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GraphApi.Server.Tests.Ide;

/// <summary>
/// A page of the Chromium that is installed; it keeps what the page complains of and what it asks others for.
/// </summary>
sealed class Browser : IAsyncDisposable
{
    const string Executable = "/usr/bin/chromium";

    readonly Uri _origin;
    readonly IPlaywright _playwright;
    readonly IBrowser _browser;

    Browser(Uri origin, IPlaywright playwright, IBrowser browser, IPage page)
    {
        _origin = origin;
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors on the page's console, violations of its policy among them, and uncaught exceptions.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Requests to any server but ours.</summary>
    public ConcurrentQueue<string> OutsideRequests { get; } = new();

    /// <summary>
    /// Opens a page that may ask <paramref name="origin"/> alone. Skips without Chromium, but in CI, where it fails.
    /// </summary>
    public static async Task<Browser> OpenAsync(Uri origin)
    {
        Assert.SkipWhen(
            !File.Exists(Executable) && Environment.GetEnvironmentVariable("CI") is null, "Chromium is not installed.");
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        });
        var page = await chromium.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1400, Height = 860 },
        });
        var browser = new Browser(origin, playwright, chromium, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                browser.Errors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => browser.Errors.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != origin.Authority)
            {
                browser.OutsideRequests.Enqueue(request.Url);
            }
        };
        return browser;
    }

    /// <summary>Opens Banana Cake Pop, gives it a token and a query of one line, and runs it.</summary>
    public async Task RunInIdeAsync(string path, string token, string query)
    {
        await Page.GotoAsync(new Uri(_origin, path).ToString());
        await Page.GetByText("Create Document").ClickAsync();
        await Page.GetByText("Schema available").WaitForAsync();

        await Page.Locator(".monaco-editor").First.ClickAsync();
        // Inserted at once: what is typed would have its brackets closed by the editor.
        await Page.Keyboard.InsertTextAsync(query);
        await Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "HTTP Headers" }).ClickAsync();
        await Page.GetByPlaceholder("Name").First.FillAsync("Authorization");
        await Page.GetByPlaceholder("Value").First.FillAsync("Bearer " + token);
        await Page.Keyboard.PressAsync("Tab");
        // The IDE takes a header over a moment after its field is left.
        await Page.WaitForTimeoutAsync(1500);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).First.ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
