using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace GraphApi.Server.Tests.Attacks;

/// <summary>
/// Attacks on what streams. There is no WebSocket and no subscription today: what must hold is that no upgrade is
/// accepted and that a subscription is refused with a reason, and starts nothing.
/// </summary>
[Collection(nameof(AttackServer))]
public sealed class StreamingAttackTests(AttackServer server)
{
    readonly AttackTarget _target = server.Production;

    [Theory]
    [InlineData("/graphql", "graphql-transport-ws")]
    [InlineData("/graphql", "graphql-ws")]
    [InlineData("/graphql/ws", "graphql-transport-ws")]
    public async Task Attack_19_websocket_origin(string path, string protocol)
    {
        foreach (var origin in new[] { "https://evil.example", _target.Client.BaseAddress!.ToString().TrimEnd('/') })
        {
            using var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol(protocol);
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.SetRequestHeader("Cookie", "token=" + server.Token("analyst"));
            var address = new UriBuilder(new Uri(_target.Client.BaseAddress!, path)) { Scheme = "ws" }.Uri;
            await Assert.ThrowsAsync<WebSocketException>(
                () => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
            Assert.NotEqual(HttpStatusCode.SwitchingProtocols, socket.HttpStatusCode);
        }
    }

    [Fact]
    public async Task Attack_20_websocket_abuse()
    {
        // An upgrade is answered by HTTP at once, so that there is no socket to keep open, to flood or to read slowly.
        var answer = await _target.SendAsync(
            HttpMethod.Get,
            "/graphql",
            null,
            null,
            ("Connection", "Upgrade"),
            ("Upgrade", "websocket"),
            ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
            ("Sec-WebSocket-Protocol", "graphql-transport-ws"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("HC0013", answer.Extension("code"));
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
            Assert.NotEmpty(JsonNode.Parse(answer.Body)!["errors"]!.AsArray());
            Assert.Null(JsonNode.Parse(answer.Body)!["data"]);
            Assert.NotEqual("text/event-stream", answer.ContentType?.Split(';')[0]);
        }

        Assert.Equal(before.Steps, AttackTarget.Spent.Of(_target.Engine).Steps);
    }
}
