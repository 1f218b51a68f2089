using GraphApi.Distribution;
using GraphApi.Server.Tests.Transport.WebSockets;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Tests.Transport.Streams;

/// <summary>What holds for streams of both transports.</summary>
public sealed class ResponseStreamTests
{
    [Fact]
    public void What_a_node_may_remember_and_how_often_it_looks_again_are_less_than_thirty_seconds_together()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), ResponseStream.LongestWithoutRights);
        Assert.True(ResponseStream.RecheckInterval >= TimeSpan.FromSeconds(1));
        Assert.True(
            DistributionModule.RightsKept + ResponseStream.RecheckInterval + (2 * OpenStreams.Interval)
                < ResponseStream.LongestWithoutRights);
    }

    [Fact]
    public async Task What_takes_its_time_to_stop_keeps_no_other_stream_waiting()
    {
        await using var server = await ToyServer.StartAsync();
        using var released = new ManualResetEventSlim();
        server.Events.OnSubscribed = cancellationToken =>
            cancellationToken.Register(() => released.Wait(TestContext.Current.CancellationToken));
        await using var slow = await ToySocket.ReadyAsync(server, server.Token(lifetime: TimeSpan.FromMinutes(1)));
        await slow.SubscribeAsync("a", "subscription { notes { text } }");
        await Eventually.HoldsAsync(() => server.Events.Subscribers == 1);
        server.Events.OnSubscribed = null;
        await using var other = await ToySocket.ReadyAsync(server, server.Token());
        try
        {
            // The token of the one expires, and its source does not stop; the other one is asked whether it is there.
            server.Time.Advance(TimeSpan.FromMinutes(2));
            Assert.Equal("""{"type":"ping"}""", await other.ReceiveAsync());

            // And a client that completes what does not stop goes on.
            await other.SendAsync("""{"type":"ping"}""");
            Assert.Equal("""{"type":"pong"}""", await other.ReceiveAsync());
        }
        finally
        {
            released.Set();
        }
    }
}
