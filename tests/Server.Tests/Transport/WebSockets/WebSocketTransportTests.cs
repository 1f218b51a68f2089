using System.Net;
using System.Net.WebSockets;
using System.Text;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>The handshake, and what the protocol closes a connection for, message by message.</summary>
public sealed class WebSocketTransportTests : IAsyncLifetime
{
    const string Init = """{"type":"connection_init"}""";
    const string Ack = """{"type":"connection_ack"}""";

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with { MaxRequestBytes = 2_048, AllowedOrigins = ["https://portal.example"] },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task<ToySocket> OpenAsync(string? subprotocol = ToySocket.Subprotocol, params (string, string)[] headers) =>
        ToySocket.OpenAsync(_server.SocketAddress, subprotocol, headers);

    async Task<string> ClosedForAsync(params string[] messages)
    {
        await using var socket = await OpenAsync();
        foreach (var message in messages)
        {
            await socket.SendAsync(message);
        }

        return await socket.ReceiveCloseAsync();
    }

    [Fact]
    public async Task The_subprotocol_is_chosen_and_compression_is_not()
    {
        await using var socket = await OpenAsync(
            headers: ("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"));
        Assert.Equal(ToySocket.Subprotocol, socket.Socket.SubProtocol);
        Assert.False(socket.Socket.HttpResponseHeaders!.ContainsKey("Sec-WebSocket-Extensions"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_is_not_acceptable(string? subprotocol)
    {
        await using var socket = await OpenAsync(subprotocol);
        Assert.True(string.IsNullOrEmpty(socket.Socket.SubProtocol));
        Assert.Equal("4406 Subprotocol not acceptable", await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("https://portal.example.evil.example")]
    public async Task A_foreign_page_gets_no_connection(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(ToySocket.Subprotocol);
        socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(_server.SocketAddress, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Its_own_pages_and_those_that_are_allowed_get_one()
    {
        foreach (var origin in new[] { _server.Client.BaseAddress!.ToString().TrimEnd('/'), "https://portal.example" })
        {
            await using var socket = await OpenAsync(headers: ("Origin", origin));
            await socket.SendAsync(Init);
            Assert.Equal(Ack, await socket.ReceiveAsync());
        }
    }

    [Fact]
    public async Task A_refused_token_in_the_header_gets_no_connection()
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(
            () => OpenAsync(headers: ("Authorization", "Bearer nonsense")));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "4400 Invalid message: it is no JSON object")]
    [InlineData("", "4400 Invalid message: it is no JSON object")]
    [InlineData("[]", "4400 Invalid message: it is no JSON object")]
    [InlineData("{\"type\":\"connection_init\"} x", "4400 Invalid message: it is no JSON object")]
    [InlineData("{}", "4400 Invalid message: its type is none that a client sends")]
    [InlineData("{\"type\":\"next\",\"id\":\"1\"}", "4400 Invalid message: its type is none that a client sends")]
    [InlineData("{\"type\":\"connection_ack\"}", "4400 Invalid message: its type is none that a client sends")]
    [InlineData("{\"type\":1}", "4400 Invalid message: its type is none that a client sends")]
    [InlineData("{\"type\":\"ping\",\"type\":\"pong\"}", "4400 Invalid message: a member is given more than once")]
    [InlineData("{\"type\":\"ping\",\"payload\":[]}", "4400 Invalid message: the payload is no object")]
    [InlineData("{\"type\":\"ping\",\"payload\":{\"a\":1,\"a\":2}}", "4400 Invalid message: it is no JSON object")]
    [InlineData("{\"type\":\"complete\"}", "4400 Invalid message: the id must be a string of 1 to 256 characters")]
    [InlineData("{\"type\":\"subscribe\",\"id\":1,\"payload\":{}}", "4400 Invalid message: the id must be a string of 1 to 256 characters")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"\",\"payload\":{}}", "4400 Invalid message: the id must be a string of 1 to 256 characters")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\"}", "4400 Invalid message: a subscription needs a payload")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}", "4400 Invalid message: the payload is no GraphQL request")]
    public async Task What_is_no_message_closes_the_connection(string message, string expected)
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SendAsync(message);
        Assert.Equal(expected, await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_binary_message_closes_the_connection()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.Socket.SendAsync(
            Encoding.UTF8.GetBytes(Init),
            WebSocketMessageType.Binary,
            endOfMessage: true,
            TestContext.Current.CancellationToken);
        Assert.Equal("4400 Invalid message: messages are text", await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_message_may_come_in_fragments()
    {
        await using var socket = await OpenAsync();
        foreach (var (character, index) in Init.Select((character, index) => (character, index)))
        {
            await socket.Socket.SendAsync(
                new[] { (byte)character },
                WebSocketMessageType.Text,
                index == Init.Length - 1,
                TestContext.Current.CancellationToken);
        }

        Assert.Equal(Ack, await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData(2_000, "")]
    [InlineData(2_049, "1009 Message too big")]
    [InlineData(100_000, "1009 Message too big")]
    public async Task A_message_has_a_bound(int length, string expected)
    {
        await using var socket = await OpenAsync();
        await socket.SendAsync(Init.PadRight(length));
        Assert.Equal(
            expected is "" ? Ack : expected,
            expected is "" ? await socket.ReceiveAsync() : await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task The_bound_holds_for_endless_fragments_too()
    {
        await using var socket = await OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await socket.Socket.SendAsync(
                new byte[1_000].Select(_ => (byte)' ').ToArray(),
                WebSocketMessageType.Text,
                endOfMessage: false,
                TestContext.Current.CancellationToken);
        }

        Assert.Equal("1009 Message too big", await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Who_subscribes_before_the_connection_is_acknowledged_is_unauthorized() => Assert.Equal(
        "4401 Unauthorized",
        await ClosedForAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ greeting }"}}"""));

    [Fact]
    public async Task There_is_one_initialisation() =>
        Assert.Equal("4429 Too many initialisation requests", await ClosedForAsync(Init, Init));

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic dG95OnRveQ==")]
    [InlineData("")]
    public async Task Refused_credentials_are_forbidden(string authorization) => Assert.Equal(
        "4403 Forbidden",
        await ClosedForAsync(
            $$$"""{"type":"connection_init","payload":{"Authorization":"{{{authorization}}}"}}"""));

    [Fact]
    public async Task Who_does_not_initialise_in_time_is_gone()
    {
        await using var socket = await OpenAsync();
        _server.Time.Advance(new StreamOptions().InitTimeout);
        Assert.Equal("4408 Connection initialisation timeout", await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_close_is_answered_with_the_same_code()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.Socket.CloseAsync(
            (WebSocketCloseStatus)4_321, "enough", TestContext.Current.CancellationToken);
        Assert.Equal((WebSocketCloseStatus)4_321, socket.Socket.CloseStatus);
    }

    [Fact]
    public async Task An_upgrade_is_for_the_endpoint_alone()
    {
        using var socket = new ClientWebSocket();
        var address = new Uri(_server.SocketAddress, "/health/live");
        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
    }
}
