using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Server.Commands;
using GraphApi.Server.Configuration;

namespace GraphApi.Benchmarks;

/// <summary>
/// What access costs: the processor time of a feed page with and without row rules, server and PostgreSQL, and the
/// resolution of the viewer. Both servers run in this process, on the configured database, and are loaded in turn.
/// </summary>
static class AccessCost
{
    const int Rounds = 15;
    const int Requests = 1_000;
    const int Resolutions = 500;

    /// <summary>Runs it; the file of the process id of PostgreSQL is one of the environment.</summary>
    public static async Task RunAsync()
    {
        await using var ruled = await BenchServer.StartAsync();
        await using var unruled = await BenchServer.StartAsAsync(Unruled.Open);
        using var withRules = new FeedClient(ruled.Address.Port);
        using var withoutRules = new FeedClient(unruled.Address.Port);
        withRules.Send(Requests * 2);
        withoutRules.Send(Requests * 2);
        var rounds = new List<(Cpu With, Cpu Without)>();
        for (var round = 0; round < Rounds; round++)
        {
            // In turn, and each as often first: what disturbs a round disturbs both.
            var first = round % 2 == 0 ? Measure(withRules) : default;
            var other = Measure(withoutRules);
            rounds.Add((round % 2 == 0 ? first : Measure(withRules), other));
        }

        var with = Median(rounds.Select(r => r.With));
        var without = Median(rounds.Select(r => r.Without));
        var ratio = rounds.Select(r => r.With.Sum / r.Without.Sum).Order().ElementAt(Rounds / 2);
        Console.WriteLine("feed page, one client       CPU ms a request (server + PostgreSQL)");
        Console.WriteLine($"with row rules              {with.Server:F3} + {with.Database:F3}");
        Console.WriteLine($"without                     {without.Server:F3} + {without.Database:F3}");
        Console.WriteLine($"ratio                       {ratio:F2}");
        await ResolveAsync();
    }

    static Cpu Median(IEnumerable<Cpu> rounds) => rounds.OrderBy(r => r.Sum).ElementAt(Rounds / 2);

    static Cpu Measure(FeedClient client)
    {
        using var process = Process.GetCurrentProcess();
        var (server, database) = (process.TotalProcessorTime, DatabaseTime());
        client.Send(Requests);
        process.Refresh();
        return new Cpu(
            (process.TotalProcessorTime - server).TotalMilliseconds / Requests,
            (DatabaseTime() - database).TotalMilliseconds / Requests);
    }

    /// <summary>The processor time of PostgreSQL and its backends, to a hundredth of a second.</summary>
    static TimeSpan DatabaseTime()
    {
        var leader = File.ReadLines(Environment.GetEnvironmentVariable("GRAPHAPI_BENCH_POSTMASTER")!).First();
        var ticks = Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Select(StatOf)
            .Where(stat => stat is not null && (stat.Value.Parent == leader || stat.Value.Id == leader))
            .Sum(stat => stat!.Value.Ticks);
        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    static (string Id, string Parent, long Ticks)? StatOf(string folder)
    {
        try
        {
            // The name, in parentheses, may hold anything: the fields are counted from behind it.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return (Path.GetFileName(folder), fields[1], ticks);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    static async Task ResolveAsync()
    {
        await using var module = ServeCommand.Open(ServerOptions.Read(ServerConfiguration.Load(), isDevelopment: true));
        var principal = await PrincipalAsync();
        ViewerResolver Resolver() => new(module.AccessDatabase, module.Options);
        var kept = Resolver();
        var viewer = await kept.ResolveAsync(principal, null, CancellationToken.None);
        var cold = await TimeAsync(Resolutions, () => Resolver().ResolveAsync(principal, null, CancellationToken.None));
        var cached = await TimeAsync(
            Resolutions * 1_000, () => kept.ResolveAsync(principal, null, CancellationToken.None));
        Console.WriteLine();
        Console.WriteLine($"viewer of {viewer.AudienceIds.Length} audiences       us     bytes");
        Console.WriteLine($"cold                  {cold.Microseconds,8:F1}  {cold.Bytes,8:N0}");
        Console.WriteLine($"cached                {cached.Microseconds,8:F1}  {cached.Bytes,8:N0}");
    }

    /// <summary>The least of five rounds.</summary>
    static async Task<(double Microseconds, long Bytes)> TimeAsync(int times, Func<ValueTask<Viewer>> resolve)
    {
        var best = (Microseconds: double.MaxValue, Bytes: long.MaxValue);
        for (var round = 0; round < 5; round++)
        {
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                await resolve();
            }

            best.Microseconds = Math.Min(best.Microseconds, Stopwatch.GetElapsedTime(begun).TotalMicroseconds / times);
            best.Bytes = Math.Min(best.Bytes, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / times);
        }

        return best;
    }

    /// <summary>The claims of the token, which the server has verified often enough by now.</summary>
    static async Task<ClaimsPrincipal> PrincipalAsync()
    {
        var token = await File.ReadAllTextAsync(Environment.GetEnvironmentVariable("GRAPHAPI_BENCH_TOKEN")!);
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Trim().Split('.')[1]));
        var claims = payload.RootElement.EnumerateObject().SelectMany(claim =>
            claim.Value.ValueKind is JsonValueKind.Array
                ? claim.Value.EnumerateArray().Select(value => new Claim(claim.Name, value.ToString()))
                : [new Claim(claim.Name, claim.Value.ToString())]);
        return new ClaimsPrincipal(new ClaimsIdentity(claims.ToList(), "bench"));
    }

    readonly record struct Cpu(double Server, double Database)
    {
        public double Sum => Server + Database;
    }
}
