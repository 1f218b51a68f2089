using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;

namespace GraphApi.Server.Tests.Commands;

/// <summary>The program is killed while it serves: whatever it answered is recorded.</summary>
public sealed class AccessRecordCrashTests : IDisposable
{
    const string Program = "GraphApi.Server.dll";
    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_read_that_was_answered_has_its_record_whenever_the_process_is_killed()
    {
        await RunAsync("seed", "--size", "S");
        var token = (await RunAsync("token", "analyst")).Trim();
        using var server = Start("--urls", "http://127.0.0.1:0");
        var address = await AddressAsync(server);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answered = new ConcurrentBag<string>();

        var readers = Enumerable.Range(0, 8).Select(reader => ReadAsync(client, reader, answered)).ToArray();
        while (answered.Count < 200 && !server.HasExited)
        {
            await Task.Delay(10, Cancelled);
        }

        server.Kill();
        await Task.WhenAll(readers);
        await server.WaitForExitAsync(Cancelled);

        var recorded = Purposes();
        Assert.InRange(answered.Count, 200, 100_000);
        Assert.DoesNotContain(answered, purpose => !recorded.Contains(purpose));
        Assert.Contains("are as they were written.", await RunAsync("access", "verify"), StringComparison.Ordinal);
    }

    // Each read has a purpose of its own, by which its record is found again.
    static async Task ReadAsync(HttpClient client, int reader, ConcurrentBag<string> answered)
    {
        const string Feed = """{"query":"{ feed(first: 1) { nodes { currentVersion { title { text } } } } }"}""";
        for (var i = 0; ; i++)
        {
            var purpose = $"reader {reader}, read {i}";
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
            request.Content = new StringContent(Feed, Encoding.UTF8, "application/json");
            request.Headers.Add("Access-Purpose", purpose);
            try
            {
                using var response = await client.SendAsync(request, Cancelled);
                var body = await response.Content.ReadAsStringAsync(Cancelled);
                if (body.Contains("\"text\":", StringComparison.Ordinal))
                {
                    answered.Add(purpose);
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    HashSet<string> Purposes()
    {
        using var connection = new SqliteConnection($"Data Source={_folder[".data/graphapi.db"]};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT purpose FROM access_records WHERE purpose IS NOT NULL";
        using var reader = command.ExecuteReader();
        var purposes = new HashSet<string>();
        while (reader.Read())
        {
            purposes.Add(reader.GetString(0));
        }

        return purposes;
    }

    static async Task<string> AddressAsync(Process server)
    {
        const string Listening = "Now listening on: ";
        while (await server.StandardOutput.ReadLineAsync(Cancelled) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = server.StandardOutput.ReadToEndAsync(Cancelled);
                return line[(at + Listening.Length)..].Trim();
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    Process Start(params string[] arguments)
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

        return Process.Start(start)!;
    }
}
