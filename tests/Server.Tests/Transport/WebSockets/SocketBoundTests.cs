using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using GraphApi.Server.Configuration;
using GraphApi.Server.Tests.Security;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>What a node does not take on: more connections, more that waits, and callers whom it cannot know.</summary>
public sealed class SocketBoundTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static Task<ToyServer> StartAsync(StreamOptions streams) => ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with { Streams = streams },
    });

    static async Task<HttpStatusCode> StatusOfAsync(ToyServer server, string? authorization = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol(ToySocket.Subprotocol);
        if (authorization is not null)
        {
            socket.Options.SetRequestHeader("Authorization", authorization);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(server.SocketAddress, Cancellation));
        return socket.HttpStatusCode;
    }

    [Fact]
    public async Task A_full_node_takes_no_connection_until_one_leaves()
    {
        await using var server = await StartAsync(
            new StreamOptions { MaxConnections = 2, MaxConnectionsPerCaller = 2 });
        var one = await ToySocket.ReadyAsync(server, server.Token("one"));
        await using var two = await ToySocket.ReadyAsync(server, server.Token("two"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOfAsync(server));
        await one.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", Cancellation);
        await one.DisposeAsync();
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                await using var three = await ToySocket.ReadyAsync(server, server.Token("three"));
                return true;
            }
            catch (WebSocketException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task Who_does_not_say_who_he_is_takes_a_share_alone()
    {
        await using var server = await StartAsync(
            new StreamOptions { MaxConnections = 20, MaxConnectionsPerCaller = 1 });
        await using var one = await ToySocket.OpenAsync(server.SocketAddress);
        await using var two = await ToySocket.OpenAsync(server.SocketAddress);
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusOfAsync(server));

        // Who has said it leaves his share to others of his network.
        await one.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await one.ReceiveAsync());
        await using var three = await ToySocket.OpenAsync(server.SocketAddress);
    }

    [Fact]
    public async Task What_waits_is_bounded_by_its_bytes_too()
    {
        const int Events = 300;
        await using var server = await StartAsync(
            new StreamOptions { MaxBufferedMessages = 10_000, MaxBufferedBytes = 300_000 });
        await using var socket = await ToySocket.ReadyAsync(server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await Eventually.HoldsAsync(() => server.Events.Subscribers == 1);
        for (var i = 1; i <= Events; i++)
        {
            server.Events.Publish($"{i}:" + new string('x', 100_000));
        }

        var taken = -1;
        while (taken != server.Events.Taken)
        {
            taken = server.Events.Taken;
            await Task.Delay(300, Cancellation);
        }

        Assert.InRange(taken, 1, Events - 1);
        for (var i = 1; i <= Events; i++)
        {
            Assert.Contains($"\"text\":\"{i}:x", await socket.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_issuer_cannot_be_asked_it_is_our_fault_and_not_the_tokens()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issuer = await LocalIssuer.StartAsync();
        var address = issuer.Address;
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Authentication = new AuthenticationOptions { Authority = address },
        });
        await issuer.DisposeAsync();
        var token = Forge.Sign(Forge.Header("ES256", "1"), Forge.Claims(server.Time, address), key);
        await using var socket = await ToySocket.OpenAsync(server.SocketAddress);
        await socket.SendAsync(
            $$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{token}}}"}}""");
        Assert.Equal("4500 Internal server error", await socket.ReceiveCloseAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOfAsync(server, $"Bearer {token}"));

        // Who is connected keeps his connection, and the token he has.
        await using var known = await ToySocket.ReadyAsync(server);
        await known.SendAsync($$$"""{"type":"ping","payload":{"Authorization":"Bearer {{{token}}}"}}""");
        Assert.Equal("""{"type":"pong","payload":{"renewed":false}}""", await known.ReceiveAsync());
    }
}
