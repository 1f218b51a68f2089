using System.Net.WebSockets;
using System.Text;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>A WebSocket as a client has it that sends what it likes and sees what comes.</summary>
sealed class ToySocket(ClientWebSocket socket) : IAsyncDisposable
{
    public const string Subprotocol = "graphql-transport-ws";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ClientWebSocket Socket => socket;

    public static async Task<ToySocket> OpenAsync(
        Uri address, string? subprotocol = Subprotocol, params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        if (subprotocol is not null)
        {
            socket.Options.AddSubProtocol(subprotocol);
        }

        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(address, Cancellation);
        return new ToySocket(socket);
    }

    /// <summary>Opens one and initialises it.</summary>
    public static async Task<ToySocket> ReadyAsync(ToyServer server, string? token = null)
    {
        var socket = await OpenAsync(server.SocketAddress);
        await socket.SendAsync(token is null
            ? """{"type":"connection_init"}"""
            : $$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{token}}}"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await socket.ReceiveAsync());
        return socket;
    }

    public Task SendAsync(string text) => socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query.Replace("\"", "\\\"", StringComparison.Ordinal)}}}"}}""");

    /// <summary>The next message; fails where the connection is closed.</summary>
    public async Task<string> ReceiveAsync()
    {
        var (text, code, reason) = await ReceiveAnyAsync();
        Assert.True(text is not null, $"The connection was closed: {code} {reason}");
        return text;
    }

    /// <summary>The next message that is no ping.</summary>
    public async Task<string> ReceiveNoPingAsync()
    {
        while (true)
        {
            var text = await ReceiveAsync();
            if (!text.StartsWith("""{"type":"ping""", StringComparison.Ordinal))
            {
                return text;
            }
        }
    }

    /// <summary>Waits until the connection is closed; what came before is passed over.</summary>
    public async Task<string> ReceiveCloseAsync()
    {
        while (true)
        {
            var (text, code, reason) = await ReceiveAnyAsync();
            if (text is null)
            {
                return $"{code} {reason}";
            }
        }
    }

    /// <summary>The next message; or, where the text is null, the code and the reason of the close.</summary>
    public async Task<(string? Text, int Code, string? Reason)> ReceiveAnyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        var buffer = new byte[65_536];
        var text = new StringBuilder();
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, limit.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return (null, (int)socket.CloseStatus!.Value, socket.CloseStatusDescription);
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            if (received.EndOfMessage)
            {
                return (text.ToString(), 0, null);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
