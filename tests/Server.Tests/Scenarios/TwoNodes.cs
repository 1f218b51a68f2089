using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using GraphApi.Distribution;
using GraphApi.Distribution.Demonstration;
using GraphApi.Harness;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using GraphApi.Server.Tests.Commands;
using Microsoft.Extensions.Configuration;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>
/// Two servers as operators run them, on one PostgreSQL with the demonstration set S, and an import beside them. Each
/// may be killed while it is asked: who asks goes to the other one, with the same idempotency key. Thread-safe.
/// </summary>
sealed class TwoNodes : IAsyncDisposable
{
    static readonly string[] Passing = ["IDEMPOTENCY_IN_PROGRESS", "UNAVAILABLE"];

    readonly TemporaryFolder _folder;
    readonly PostgresDatabase _database;
    readonly ServerOptions _options;
    readonly DistributionModule _beside;
    readonly ServerProcess[] _nodes;
    readonly HttpClient _client = new();
    readonly ConcurrentDictionary<string, string> _tokens = new();
    int _asked;

    TwoNodes(TemporaryFolder folder, PostgresDatabase database)
    {
        (_folder, _database) = (folder, database);
        _options = ServerOptions.Read(
            new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("DataDirectory", folder[".data"]),
                new("ConnectionStrings:Distribution", database.ConnectionString),
            ]).Build(),
            isDevelopment: true);
        _beside = ServeCommand.Open(_options);
        _nodes = [new ServerProcess(folder, database.ConnectionString), new(folder, database.ConnectionString)];
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How to look into the database.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Starts them.</summary>
    public static async Task<TwoNodes> StartAsync()
    {
        var nodes = new TwoNodes(new TemporaryFolder(), await Postgres.CreateDatabaseAsync());
        try
        {
            await nodes._beside.MigrateAsync(Cancellation);
            await nodes._beside.SeedAsync(SeedSize.S, replace: false, progress: null, Cancellation);
            await Task.WhenAll(nodes._nodes.Select(node => node.StartAsync()));
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }

        return nodes;
    }

    /// <summary>Where a node is now, or was last.</summary>
    public Uri EndpointOf(int node) => new(_nodes[node].Client.BaseAddress!, "/graphql");

    /// <summary>A token of a demonstration principal, who just signed in so that he cannot be phished.</summary>
    public string TokenOf(string principal) => _tokens.GetOrAdd(principal.Split(',')[0], name =>
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, TokenCommand.Print(name, 10, isSteppedUp: true, _options, output, error));
        return output.ToString().Trim();
    });

    /// <summary>Kills a node where it is (SIGKILL), and starts it again elsewhere.</summary>
    public async Task KillAndRestartAsync(int node)
    {
        await _nodes[node].KillAsync();
        await _nodes[node].StartAsync();
    }

    /// <summary>Imports lines as the command does; fails where any is refused.</summary>
    public async Task ImportAsync(IEnumerable<object> lines)
    {
        var text = string.Join('\n', lines.Select(line => JsonSerializer.Serialize(line)));
        var file = _folder.Write("import.jsonl", text);
        var result = await _beside.ImportAsync(file, progress: null, Cancellation);
        Assert.Empty(result.Problems);
    }

    /// <summary>
    /// What is answered to a principal by either node, asked until there is an answer. A mutation is made once however
    /// often it is asked for.
    /// </summary>
    public async Task<JsonElement> AskAsync(string? principal, string document, object? variables)
    {
        var body = JsonSerializer.Serialize(new { query = document, variables });
        var token = principal is null ? null : TokenOf(principal);
        var asked = Interlocked.Increment(ref _asked);
        for (var attempt = 0; ; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, EndpointOf((asked + attempt) % _nodes.Length))
            {
                Content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json")),
            };
            request.Headers.Add("Idempotency-Key", $"asked-{asked}");
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            try
            {
                using var response = await _client.SendAsync(request, Cancellation);
                var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
                if (!IsPassing(answer))
                {
                    return answer;
                }
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException && attempt < 1_000)
            {
                // It was killed, before it answered or before it was asked.
            }

            await Task.Delay(20, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            node.Dispose();
        }

        _client.Dispose();
        await _beside.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    static bool IsPassing(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors)
        && errors[0].TryGetProperty("extensions", out var extensions)
        && extensions.TryGetProperty("code", out var code)
        && Passing.Contains(code.GetString());
}
