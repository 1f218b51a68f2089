using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GraphApi.Server.Tests.Ide;

/// <summary>
/// A page of the Chromium that is installed; it keeps what the page complains of and what it asks others for.
/// </summary>
sealed class Browser : IAsyncDisposable
{
    const string Executable = "/usr/bin/chromium";

    const int PatienceMilliseconds = 120_000;

    readonly Uri _origin;
    readonly IPlaywright _playwright;
    readonly IBrowser _browser;

    // What the page sent: the Authorization and the body of a request, or a message over a WebSocket.
    readonly ConcurrentQueue<string> _sent = new();

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
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => browser._sent.Enqueue(frame.Text ?? "");
        page.Request += (_, request) =>
        {
            browser._sent.Enqueue($"{request.Headers.GetValueOrDefault("authorization")} {request.PostData}");
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != origin.Authority)
            {
                browser.OutsideRequests.Enqueue(request.Url);
            }
        };
        // Whether it is slow is no question of the tests.
        page.SetDefaultTimeout(PatienceMilliseconds);
        return browser;
    }

    /// <summary>Opens Banana Cake Pop, gives it a token and a query of one line, and runs it.</summary>
    public async Task RunInIdeAsync(string path, string token, string query)
    {
        await Page.GotoAsync(new Uri(_origin, path).ToString());
        await Page.GetByText("Create Document").ClickAsync();
        await Page.GetByText("Schema available").WaitForAsync();

        await Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "HTTP Headers" }).ClickAsync();
        await Page.GetByPlaceholder("Name").First.FillAsync("Authorization");
        await Page.GetByPlaceholder("Value").First.FillAsync("Bearer " + token);
        await Page.Keyboard.PressAsync("Tab");

        const string Probe = "{ __typename }";
        await WriteAsync(Probe);
        await RunAsync(sent => sent.Contains(Probe, StringComparison.Ordinal)
            && sent.StartsWith("Bearer " + token, StringComparison.Ordinal));
        await WriteAsync(query);
        await RunAsync(sent => sent.Contains(query, StringComparison.Ordinal));
    }

    async Task WriteAsync(string query)
    {
        await Page.Locator(".monaco-editor").First.ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        // Inserted at once: what is typed would have its brackets closed by the editor.
        await Page.Keyboard.InsertTextAsync(query);
    }

    // The IDE takes over what is written a moment after it is, which may be after the next click: it is run again until
    // what is sent is what was meant.
    async Task RunAsync(Func<string, bool> isMeant)
    {
        var run = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run" }).First;
        var cancel = Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cancel" }).First;
        while (true)
        {
            _sent.Clear();
            await run.ClickAsync();
            for (var i = 0; i < 30 && !_sent.Any(isMeant); i++)
            {
                await Page.WaitForTimeoutAsync(100);
            }

            if (_sent.Any(isMeant))
            {
                return;
            }

            if (await cancel.IsVisibleAsync())
            {
                await cancel.ClickAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
