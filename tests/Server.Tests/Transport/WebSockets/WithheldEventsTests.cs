using System.Text.Json.Nodes;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>
/// What waits for a slow reader when he loses his rights is not sent, and is not lost for him either.
/// </summary>
public sealed class WithheldEventsTests : IAsyncLifetime
{
    const int Events = 200;

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with
        {
            // So long that a reader who does not read is not taken for gone.
            Streams = new StreamOptions
            {
                KeepAlive = TimeSpan.FromMinutes(5),
                StuckTimeout = TimeSpan.FromMinutes(5),
            },
        },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // Returns when as much is read of the subscription as there is room for while nobody reads.
    async Task<ToySocket> SlowReaderAsync(string token)
    {
        var socket = await ToySocket.ReadyAsync(_server, token);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await Eventually.HoldsAsync(() => _server.Events.Subscribers == 1);
        for (var i = 1; i <= Events; i++)
        {
            _server.Events.Publish($"{i}:" + new string('x', 100_000));
        }

        var taken = -1;
        while (taken != _server.Events.Taken)
        {
            taken = _server.Events.Taken;
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        Assert.InRange(taken, 3, Events - 1);
        return socket;
    }

    // What comes until the end: the numbers of the events, and the end's code and cursor.
    static async Task<(List<int> Numbers, string? Code, string? Cursor)> ReadToEndAsync(ToySocket socket)
    {
        var numbers = new List<int>();
        while (true)
        {
            var message = JsonNode.Parse(await socket.ReceiveNoPingAsync())!;
            if ((string?)message["type"] == "error")
            {
                var told = message["payload"]![0]!["extensions"]!;
                return (numbers, (string?)told["code"], (string?)told["cursor"]);
            }

            var text = (string)message["payload"]!["data"]!["notes"]!["text"]!;
            numbers.Add(int.Parse(text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Who_lost_his_rights_is_sent_nothing_that_waited_and_goes_on_after_what_he_was_sent()
    {
        await using var socket = await SlowReaderAsync(_server.Token());
        _server.SessionFault = new GraphQLException(new GraphQLError("No rights.", ErrorCode.NotAuthenticated));
        _server.RightsVersion++;
        // A beat looks at the rights, and the source is told to stop.
        await Task.Delay(600, TestContext.Current.CancellationToken);
        var taken = _server.Events.Taken;
        var (numbers, code, cursor) = await ReadToEndAsync(socket);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        // One is on its way at most, another is read and waits for room; those between them are withheld.
        Assert.InRange(numbers.Count, 1, taken - 2);
        Assert.Equal((ErrorCode.NotAuthenticated, $"c{numbers.Count}"), (code, cursor));

        _server.SessionFault = null;
        await socket.SubscribeAsync("b", $"subscription {{ notes(after: \"{cursor}\") {{ text }} }}");
        var next = await socket.ReceiveNoPingAsync();
        Assert.Contains($"\"text\":\"{numbers.Count + 1}:x", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_withholds_what_waited_too()
    {
        await using var socket = await SlowReaderAsync(_server.Token(lifetime: TimeSpan.FromMinutes(1)));
        _server.Time.Advance(TimeSpan.FromMinutes(2));
        await Task.Delay(600, TestContext.Current.CancellationToken);
        var taken = _server.Events.Taken;
        var (numbers, code, cursor) = await ReadToEndAsync(socket);
        Assert.InRange(numbers[^1], 1, taken - 2);
        Assert.Equal((ErrorCode.TokenExpired, $"c{numbers[^1]}"), (code, cursor));
        Assert.Equal("4401 Token expired", await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_source_that_fails_keeps_what_was_read()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await Eventually.HoldsAsync(() => _server.Events.Subscribers == 1);
        for (var i = 1; i <= 5; i++)
        {
            _server.Events.Publish($"{i}:" + new string('x', 100_000));
        }

        _server.Events.Add(_ => throw new GraphQLException(new GraphQLError("Later.", ErrorCode.Unavailable)));
        var (numbers, code, cursor) = await ReadToEndAsync(socket);
        Assert.Equal([1, 2, 3, 4, 5], numbers);
        Assert.Equal((ErrorCode.Unavailable, "c5"), (code, cursor));
    }
}
