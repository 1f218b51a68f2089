using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GraphApi.Server.Tests.Commands;

/// <summary>The program as operators run it.</summary>
/// <param name="shared">
/// The folder with its data, which others share with it; null: one of its own, with the embedded database of set S.
/// </param>
/// <param name="connectionString">The database that is in its place; null: the embedded one.</param>
sealed class ServerProcess(TemporaryFolder? shared = null, string? connectionString = null) : IDisposable
{
    const string Program = "GraphApi.Server.dll";
    readonly TemporaryFolder _folder = shared ?? new();
    readonly Dictionary<string, string> _tokens = [];
    HttpClient? _client;
    Process? _server;

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The connection string of its database, for looking into it.</summary>
    public string Database => $"Data Source={_folder[".data/graphapi.db"]};Pooling=False";

    /// <summary>Asks it, once it listens.</summary>
    public HttpClient Client => _client!;

    /// <summary>Whether it does not run.</summary>
    public bool HasExited => _server?.HasExited != false;

    public void Dispose()
    {
        _client?.Dispose();
        if (!HasExited)
        {
            _server!.Kill();
            _server.WaitForExit();
        }

        _server?.Dispose();
        if (shared is null)
        {
            _folder.Dispose();
        }
    }

    /// <summary>Makes the data and tokens for some principals, with a sign-in that cannot be phished.</summary>
    public async Task SeedAsync(params string[] principals)
    {
        await RunAsync("seed", "--size", "S");
        foreach (var principal in principals)
        {
            _tokens[principal] = (await RunAsync("token", principal, "--stepped-up")).Trim();
        }
    }

    /// <summary>
    /// The token of one of the principals; his name may end in <c>, stepped up</c>, which all of them are.
    /// </summary>
    public string TokenOf(string principal) =>
        _tokens[principal.Replace(", stepped up", "", StringComparison.Ordinal)];

    /// <summary>Starts it, and returns when it listens.</summary>
    public async Task StartAsync()
    {
        const string Listening = "Now listening on: ";
        _client?.Dispose();
        _server?.Dispose();
        _server = Open("--urls", "http://127.0.0.1:0");
        while (await _server.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = _server.StandardOutput.ReadToEndAsync(Cancelled);
                _client = new HttpClient { BaseAddress = new Uri(line[(at + Listening.Length)..].Trim()) };
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Kills it where it is (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _server!.Kill();
        await _server.WaitForExitAsync(Cancelled);
    }

    /// <summary>Asks it over HTTP as one of the principals, or as nobody.</summary>
    public async Task<JsonElement> AskAsync(string? principal, string document, object? variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(
            JsonSerializer.Serialize(new { query = document, variables }),
            MediaTypeHeaderValue.Parse("application/json"));
        if (principal is not null)
        {
            request.Headers.Authorization =
                new AuthenticationHeaderValue("Bearer", TokenOf(principal));
        }

        using var response = await _client!.SendAsync(request, Cancelled);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled)).RootElement;
    }

    /// <summary>What a command prints; it has to end well.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(exitCode: 0, arguments);

    /// <summary>As the other one, of a command that ends with another code.</summary>
    public async Task<string> RunAsync(int exitCode, params string[] arguments)
    {
        using var process = Open(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.Equal(exitCode, process.ExitCode);
        return output;
    }

    Process Open(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, Program), .. arguments])
        {
            WorkingDirectory = _folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GRAPHAPI_")).ToList())
        {
            start.Environment.Remove(name);
        }

        if (connectionString is not null)
        {
            start.Environment["GRAPHAPI_ConnectionStrings__Distribution"] = connectionString;
        }

        return Process.Start(start)!;
    }
}
