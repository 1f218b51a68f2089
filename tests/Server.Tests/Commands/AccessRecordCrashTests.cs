using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;

namespace GraphApi.Server.Tests.Commands;

/// <summary>The program is killed while it serves: whatever it answered is recorded.</summary>
public sealed class AccessRecordCrashTests : IDisposable
{
    readonly ServerProcess _server = new();

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Every_read_that_was_answered_has_its_record_whenever_the_process_is_killed()
    {
        await _server.SeedAsync("analyst");
        await _server.StartAsync();
        var client = _server.Client;
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", _server.TokenOf("analyst"));
        var answered = new ConcurrentBag<string>();

        var readers = Enumerable.Range(0, 8).Select(reader => ReadAsync(client, reader, answered)).ToArray();
        while (answered.Count < 200 && !_server.HasExited)
        {
            await Task.Delay(10, Cancelled);
        }

        await _server.KillAsync();
        await Task.WhenAll(readers);

        var recorded = Purposes();
        Assert.InRange(answered.Count, 200, 100_000);
        Assert.DoesNotContain(answered, purpose => !recorded.Contains(purpose));
        var printed = (await _server.RunAsync("access", "verify")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith("are as they were written.", printed[0], StringComparison.Ordinal);
        // The node did not come to write a head at its end, but the end is told all the same, to be kept elsewhere.
        Assert.Equal(["heads", "1"], printed[1..].Select(line => line.Split(':')[0]));
        Assert.Equal(printed, (await _server.RunAsync(["access", "verify", "--head", .. printed[1..]])).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries));
        var last = printed[2][..^1] + (printed[2][^1] == '0' ? '1' : '0');
        Assert.StartsWith(
            $"What was kept as {last} is another now.",
            await _server.RunAsync(exitCode: 1, "access", "verify", "--head", last),
            StringComparison.Ordinal);
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
        using var connection = new SqliteConnection(_server.Database);
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
}
