using System.Diagnostics;
using System.Globalization;

namespace GraphApi.Benchmarks;

/// <summary>
/// Subscribers over WebSockets in a process of their own, so that what they take is none of the server's. It is told on
/// the standard input what to do, a line each, and answers on the standard output when that is done. Its times are
/// those of <see cref="Stopwatch.GetTimestamp"/>, which is one clock for all processes of a machine.
/// </summary>
sealed class LiveClients : IAsyncDisposable
{
    /// <summary>The argument of this program that makes it such a process.</summary>
    public const string Argument = "live-clients";

    const string Begin = "begin";
    const string Begun = "begun";
    const string Wait = "wait";
    const string Waiting = "waiting";

    readonly Process _process = Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!, [typeof(LiveClients).Assembly.Location, Argument])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a subscriber for each token; returns when all have subscribed.</summary>
    public async Task BeginAsync(int port, string document, IReadOnlyList<string> tokens)
    {
        await TellAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Begin} {port} {tokens.Count}"), [document, .. tokens]);
        await ExpectAsync(Begun);
        Count += tokens.Count;
    }

    /// <summary>Returns when all wait for their next event; the task in it gives the times when each had it.</summary>
    public async Task<Task<IReadOnlyList<long>>> WaitAsync()
    {
        await TellAsync(Wait, []);
        await ExpectAsync(Waiting);
        return ReadTimesAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What the process of the subscribers runs, until its input ends.</summary>
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        var clients = new List<LiveClient>();
        while (await input.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case [Begin, var port, var count]:
                    await BeginAsync(
                        clients,
                        int.Parse(port, CultureInfo.InvariantCulture),
                        int.Parse(count, CultureInfo.InvariantCulture),
                        input);
                    await output.WriteLineAsync(Begun);
                    break;
                case [Wait]:
                    var arrivals = clients.ConvertAll(ArriveAsync);
                    await output.WriteLineAsync(Waiting);
                    await output.FlushAsync();
                    await output.WriteLineAsync(string.Join(' ', await Task.WhenAll(arrivals)));
                    break;
                default:
                    throw new InvalidOperationException($"The clients are told \"{line}\".");
            }

            await output.FlushAsync();
        }

        clients.ForEach(client => client.Dispose());
    }

    static async Task BeginAsync(List<LiveClient> clients, int port, int count, TextReader input)
    {
        var document = (await input.ReadLineAsync())!;
        var added = new List<(LiveClient Client, string Token)>();
        for (var i = 0; i < count; i++)
        {
            added.Add((new LiveClient(), (await input.ReadLineAsync())!));
        }

        clients.AddRange(added.Select(one => one.Client));
        await Parallel.ForEachAsync(
            added,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (one, _) => await one.Client.BeginAsync(port, one.Token, document));
    }

    static async Task<long> ArriveAsync(LiveClient client)
    {
        await client.NextAsync();
        return Stopwatch.GetTimestamp();
    }

    async Task<IReadOnlyList<long>> ReadTimesAsync() =>
        [.. (await ReadAsync()).Split(' ').Select(at => long.Parse(at, CultureInfo.InvariantCulture))];

    async Task TellAsync(string command, IReadOnlyList<string> lines)
    {
        await _process.StandardInput.WriteLineAsync(command);
        foreach (var line in lines)
        {
            await _process.StandardInput.WriteLineAsync(line);
        }

        await _process.StandardInput.FlushAsync();
    }

    async Task ExpectAsync(string answer)
    {
        var said = await ReadAsync();
        if (said != answer)
        {
            throw new InvalidOperationException($"The clients say \"{said}\" and not \"{answer}\".");
        }
    }

    async Task<string> ReadAsync() =>
        await _process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException("The process of the clients has ended.");
}
