namespace GraphApi.Server.Tests.Clients;

/// <summary>The clients that others wrote for WebSockets and for server-sent events.</summary>
public sealed class StreamClientsTests
{
    static void Publish(ToyServer server)
    {
        server.Events.Publish("one");
        server.Events.Publish("two");
        server.Events.Publish("three");
        server.Events.Add(_ => null);
    }

    [Fact]
    public async Task Graphql_ws_gets_every_event_once_over_two_connections()
    {
        await using var server = await ToyServer.StartAsync();
        Publish(server);
        var told = await Npm.RunAsync("ws-client.mjs", server.SocketAddress.ToString(), server.Token());
        Assert.Equal(
            """[{"data":{"caller":"toy-caller"}},{"data":{"rename":"x"}},{"data":{"notes":{"text":"one","reader":"toy-caller"}},"extensions":{"cursor":"c1"}},{"data":{"notes":{"text":"two","reader":"toy-caller"}},"extensions":{"cursor":"c2"}},{"data":{"notes":{"text":"three"}},"extensions":{"cursor":"c3"}}]""",
            told);
        await Eventually.HoldsAsync(() => server.Events.Subscribers == 0);
    }

    [Fact]
    public async Task Graphql_sse_gets_every_event_and_what_is_refused()
    {
        await using var server = await ToyServer.StartAsync();
        Publish(server);
        var told = await Npm.RunAsync(
            "sse-client.mjs", new Uri(server.Client.BaseAddress!, "/graphql").ToString(), server.Token());
        Assert.Equal(
            """[{"data":{"caller":"toy-caller"}},{"errors":[{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":1,"column":3}]}]},{"data":{"notes":{"text":"one","reader":"toy-caller"}},"extensions":{"cursor":"c1"}},{"data":{"notes":{"text":"two","reader":"toy-caller"}},"extensions":{"cursor":"c2"}},{"data":{"notes":{"text":"three","reader":"toy-caller"}},"extensions":{"cursor":"c3"}}]""",
            told);
    }
}
