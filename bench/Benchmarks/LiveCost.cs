using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using GraphApi.Distribution;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;
using Npgsql;

namespace GraphApi.Benchmarks;

/// <summary>
/// How soon an event reaches all who subscribe to it, what it costs, what they cost while nothing happens, and how many
/// changes integrations that poll can take. The subscribers are in a process of their own (<see cref="LiveClients"/>);
/// the server is in this one, on a database of its own that is made on the configured PostgreSQL and dropped again.
/// </summary>
static class LiveCost
{
    const int Events = 10;
    const int Unmeasured = 20;
    const int Integrations = 100;
    const int Changes = 200;

    const string Subscription =
        "subscription { feedChanges { kind productId product { publicNumber currentVersion { title { text } } } } }";

    const string Page =
        """
        query ($after: String) { changes(after: $after, first: 50) {
          events { kind productId product { publicNumber currentVersion { title { text } } } } endCursor hasMore } }
        """;

    static readonly int[] Sizes = [1_000, 5_000];

    /// <summary>Runs it on the PostgreSQL of <paramref name="connectionString"/>.</summary>
    public static async Task RunAsync(string connectionString)
    {
        var name = $"bench_live_{Environment.ProcessId}";
        await ExecuteAsync(connectionString, $"CREATE DATABASE {name}");
        try
        {
            var own = new NpgsqlConnectionStringBuilder(connectionString) { Database = name };
            await MeasureAsync(own.ConnectionString);
        }
        finally
        {
            await ExecuteAsync(connectionString, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    static async Task MeasureAsync(string database)
    {
        DistributionModule? module = null;
        ServerOptions? options = null;
        await using var server = await BenchServer.StartAsAsync(
            read => module = ServeCommand.Open(options = read),
            new("ConnectionStrings:Distribution", database),
            new("Transport:Streams:KeepAliveSeconds", "300"),
            new("Changes:HeartbeatSeconds", "300"));
        var audience = new LiveAudience(module!, options!);
        await audience.PrepareAsync(Sizes[^1]);
        using var statements = new StatementCounter();
        Console.WriteLine(
            $"{LiveAudience.Classes} classes   rights    delivery p50 ms     p99 ms   last p50 ms     last worst   "
            + "reads   records   viewers   bytes idle");
        await using (var clients = new LiveClients())
        {
            foreach (var size in Sizes)
            {
                await SubscribeAsync(server, audience, clients, size, statements);
            }
        }

        // The server has yet to see off the subscribers.
        await Task.Delay(TimeSpan.FromSeconds(5));
        await PollAsync(server, audience, statements);
    }

    static async Task SubscribeAsync(
        BenchServer server, LiveAudience audience, LiveClients clients, int size, StatementCounter statements)
    {
        var tokens = Enumerable.Range(clients.Count, size - clients.Count).Select(audience.TokenOf).ToList();
        // What the process takes only once is there before it is counted.
        if (clients.Count == 0)
        {
            await clients.BeginAsync(server.Address.Port, Subscription, tokens[..100]);
            tokens = tokens[100..];
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await clients.BeginAsync(server.Address.Port, Subscription, tokens);
        var idle = (GC.GetTotalMemory(forceFullCollection: true) - before) / tokens.Count;
        await DeliverAsync(audience, clients, statements, isAlike: true, idle);
        await DeliverAsync(audience, clients, statements, isAlike: false, idle);
    }

    static async Task DeliverAsync(
        LiveAudience audience, LiveClients clients, StatementCounter statements, bool isAlike, long idle)
    {
        var (each, last, counts) =
            (new List<double>(), new List<double>(), new List<(int Events, int Records, int Viewers)>());
        // The first ones make what is made once, such as compiled code.
        for (var i = -Unmeasured; i < Events; i++)
        {
            var arrivals = await clients.WaitAsync();
            // The commit's own statements are none of the delivery's.
            await audience.AnnounceAsync(1, isAlike);
            statements.Take();
            var begun = Stopwatch.GetTimestamp();
            audience.Wake();
            var times = (await arrivals)
                .Select(at => Stopwatch.GetElapsedTime(begun, at).TotalMilliseconds).ToList();
            if (i >= 0)
            {
                each.AddRange(times);
                last.Add(times.Max());
                counts.Add(statements.Take());
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clients.Count,10:N0}   {(isAlike ? "alike" : "apart")}{At(each, 50),18:F0}{At(each, 99),11:F0}"
            + $"{At(last, 50),14:F0}{last.Max(),14:F0}"
            + $"{Median(counts, c => c.Events),9:N0}{Median(counts, c => c.Records),10:N0}"
            + $"{Median(counts, c => c.Viewers),10:N0}{idle,13:N0}"));
    }

    static async Task PollAsync(BenchServer server, LiveAudience audience, StatementCounter statements)
    {
        var all = Enumerable.Range(0, Integrations).Select(number =>
        {
            var client = new HttpClient { BaseAddress = new Uri(server.Address, "/graphql") };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", audience.TokenOf(number));
            return client;
        }).ToList();
        var begin = await Task.WhenAll(all.Select(client => ReadAsync(client, null)));
        await audience.AnnounceAsync(Changes);
        statements.Take();
        var begun = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(all.Select((client, number) => FollowAsync(client, begin[number].Cursor)));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var (changes, pages) = (counts.Sum(count => count.Changes), counts.Sum(count => count.Pages));
        Console.WriteLine();
        var used = statements.Take();
        Console.WriteLine("integrations   changes/s   pages/s   reads a page   records a page");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Integrations,12:N0}{changes / seconds,12:N0}{pages / seconds,10:N0}"
            + $"{used.Events / (double)pages,15:F1}{used.Records / (double)pages,17:F2}"));
        all.ForEach(client => client.Dispose());
        if (changes != Integrations * Changes)
        {
            throw new InvalidOperationException($"{changes} changes were told of {Integrations * Changes}.");
        }
    }

    static async Task<(int Changes, int Pages)> FollowAsync(HttpClient client, string cursor)
    {
        var (changes, pages) = (0, 0);
        while (true)
        {
            var page = await ReadAsync(client, cursor);
            (cursor, changes, pages) = (page.Cursor, changes + page.Changes, pages + 1);
            if (!page.HasMore)
            {
                return (changes, pages);
            }
        }
    }

    static async Task<(int Changes, string Cursor, bool HasMore)> ReadAsync(HttpClient client, string? after)
    {
        using var response = await client.PostAsJsonAsync("", new { query = Page, variables = new { after } });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (body.TryGetProperty("errors", out var errors))
        {
            throw new InvalidOperationException(errors.ToString());
        }

        var page = body.GetProperty("data").GetProperty("changes");
        return (
            page.GetProperty("events").GetArrayLength(),
            page.GetProperty("endCursor").GetString()!,
            page.GetProperty("hasMore").GetBoolean());
    }

    static int Median<T>(List<T> counts, Func<T, int> of) => counts.Select(of).Order().ElementAt(counts.Count / 2);

    /// <summary>The value below which so many of a hundred are.</summary>
    static double At(List<double> times, int percent) =>
        times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
