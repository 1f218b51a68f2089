using System.Net.Sockets;
using System.Text;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>What a subscriber costs to whom nothing happens.</summary>
[Collection(nameof(IdleSubscriberTests))]
public sealed class IdleSubscriberTests
{
    const int Warm = 200;
    const int Subscribers = 1_000;
    const int MostBytes = 19_000;

    const string Handshake =
        "GET /graphql HTTP/1.1\r\nHost: toy\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";

    [Fact]
    public async Task An_idle_subscriber_takes_less_than_nineteen_thousand_bytes()
    {
        await using var server = await ToyServer.StartAsync(options => options with
        {
            Transport = options.Transport with
            {
                Streams = options.Transport.Streams with { MaxConnectionsPerCaller = 10_000 },
            },
        });
        var clients = new List<Socket>();
        await OpenAsync(server, clients, Warm);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await OpenAsync(server, clients, Subscribers);
        var taken = (GC.GetTotalMemory(forceFullCollection: true) - before) / Subscribers;
        TestContext.Current.TestOutputHelper?.WriteLine($"{taken} bytes a subscriber, his client's socket included");
        Assert.InRange(taken, 1, MostBytes);
        clients.ForEach(client => client.Dispose());
        await Eventually.HoldsAsync(() => server.Events.Subscribers == 0);
    }

    // By hand, so that what the clients take in this process is next to nothing.
    static async Task OpenAsync(ToyServer server, List<Socket> clients, int count)
    {
        var answer = new byte[4_096];
        var wanted = server.Events.Subscribers + count;
        for (var i = 0; i < count; i++)
        {
            var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
            clients.Add(client);
            await client.ConnectAsync("127.0.0.1", server.SocketAddress.Port, TestContext.Current.CancellationToken);
            await client.SendAsync(Encoding.ASCII.GetBytes(Handshake), TestContext.Current.CancellationToken);
            await client.ReceiveAsync(answer, TestContext.Current.CancellationToken);
            await client.SendAsync(Frame("""{"type":"connection_init"}"""), TestContext.Current.CancellationToken);
            await client.ReceiveAsync(answer, TestContext.Current.CancellationToken);
            await client.SendAsync(
                Frame("""{"id":"1","type":"subscribe","payload":{"query":"subscription { notes { text } }"}}"""),
                TestContext.Current.CancellationToken);
        }

        await Eventually.HoldsAsync(() => server.Events.Subscribers == wanted);
    }

    // Masked with zeros, which changes nothing.
    static byte[] Frame(string text) =>
        [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];
}

/// <summary>Alone, since it reads the memory of the whole process.</summary>
[CollectionDefinition(nameof(IdleSubscriberTests), DisableParallelization = true)]
public sealed class IdleSubscriberCollection;
