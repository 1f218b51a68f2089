using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using GraphApi.Server.Tests.Transport.WebSockets;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// Attacks on what streams: whoever may not connect does not, abuse ends the connection with a reason, and a
/// subscription that is refused starts nothing.
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class StreamingAttackTests(AttackServer server)
{
    readonly AttackTarget _target = server.Production;

    Uri Address => new UriBuilder(new Uri(_target.Client.BaseAddress!, "/graphql")) { Scheme = "ws" }.Uri;

    [Theory]
    [InlineData("/graphql", HttpStatusCode.Forbidden)]
    [InlineData("/graphql/ws", HttpStatusCode.NotFound)]
    public async Task Attack_19_websocket_origin(string path, HttpStatusCode expected)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(ToySocket.Subprotocol);
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        socket.Options.SetRequestHeader("Cookie", "token=" + server.Token("analyst"));
        var address = new UriBuilder(new Uri(_target.Client.BaseAddress!, path)) { Scheme = "ws" }.Uri;
        await Assert.ThrowsAsync<WebSocketException>(
            () => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        Assert.Equal(expected, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Attack_19_cookies_say_nothing()
    {
        await using var socket = await ToySocket.OpenAsync(
            Address,
            ToySocket.Subprotocol,
            ("Origin", _target.Client.BaseAddress!.ToString().TrimEnd('/')),
            ("Cookie", "token=" + server.Token("analyst")));
        await socket.SendAsync("""{"type":"connection_init"}""");
        await socket.ReceiveAsync();
        await socket.SubscribeAsync("a", "{ me { kind } }");
        Assert.Equal(
            """{"id":"a","type":"next","payload":{"data":{"me":null}}}""", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("4401 Unauthorized", """{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}""")]
    [InlineData("4429 Too many initialisation requests", """{"type":"connection_init"}""", """{"type":"connection_init"}""")]
    [InlineData("4403 Forbidden", """{"type":"connection_init","payload":{"Authorization":"Bearer e30.e30."}}""")]
    [InlineData("4400 Invalid message: it is no JSON object", "\u0000")]
    public async Task Attack_20_websocket_abuse(string expected, params string[] messages)
    {
        await using var socket = await ToySocket.OpenAsync(Address);
        foreach (var message in messages)
        {
            await socket.SendAsync(message);
        }

        Assert.Equal(expected, await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Attack_20_websocket_flood()
    {
        await using var socket = await ToySocket.OpenAsync(Address);
        // A message without end: the connection goes before the memory does.
        for (var i = 0; i < 64; i++)
        {
            await socket.Socket.SendAsync(
                new byte[1_048_576],
                WebSocketMessageType.Text,
                endOfMessage: false,
                TestContext.Current.CancellationToken);
        }

        Assert.Equal("1009 Message too big", await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    [InlineData("multipart/mixed")]
    public async Task Attack_27_subscription_authorization(string accept)
    {
        var before = AttackTarget.Spent.Of(_target.Engine);
        foreach (var token in new[] { null, server.Token("partner-suspended"), server.Token("analyst") })
        {
            var answer = await _target.PostAsync(
                """{"query":"subscription { productPublished { id } }"}""", token: token, headers: ("Accept", accept));
            var told = JsonNode.Parse(answer.Body.Replace("event: next\ndata: ", "", StringComparison.Ordinal)
                .Replace("event: complete\ndata:", "", StringComparison.Ordinal))!;
            Assert.NotEmpty(told["errors"]!.AsArray());
            Assert.Null(told["data"]);
        }

        Assert.Equal(before.Steps, AttackTarget.Spent.Of(_target.Engine).Steps);
    }
}
