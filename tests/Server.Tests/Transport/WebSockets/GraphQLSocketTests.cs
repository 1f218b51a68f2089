using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>Operations over a WebSocket.</summary>
public sealed class GraphQLSocketTests : IAsyncLifetime
{
    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with { Streams = options.Transport.Streams with { MaxOperations = 3 } },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task SubscribedAsync(int count) => Eventually.HoldsAsync(() => _server.Events.Subscribers == count);

    [Theory]
    [InlineData("{ greeting }", """{"data":{"greeting":"Hello you"}}""")]
    [InlineData("mutation { rename(name: \"x\") }", """{"data":{"rename":"x"}}""")]
    [InlineData("{ refused }", """{"errors":[{"message":"Not today.","locations":[{"line":1,"column":3}],"path":["refused"],"extensions":{"code":"TOY","coordinate":"Query.refused"}}],"data":{"refused":null}}""")]
    public async Task What_has_one_response_gets_it_and_is_complete(string query, string expected)
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", query);
        Assert.Equal($$$"""{"id":"a","type":"next","payload":{{{expected}}}}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"a","type":"complete"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task What_is_refused_ends_with_its_errors()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "{ greeting(");
        Assert.Equal(
            """{"id":"a","type":"error","payload":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":12}],"extensions":{"code":"HC0014"}}]}""",
            await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Events_come_in_order_and_say_where_to_go_on()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token());
        await socket.SubscribeAsync("a", "subscription { notes { text reader } }");
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        _server.Events.Publish("two");
        _server.Events.Add(_ => null);
        Assert.Equal(
            [
                """{"id":"a","type":"next","payload":{"data":{"notes":{"text":"one","reader":"toy-caller"}},"extensions":{"cursor":"c1"}}}""",
                """{"id":"a","type":"next","payload":{"data":{"notes":{"text":"two","reader":"toy-caller"}},"extensions":{"cursor":"c2"}}}""",
                """{"id":"a","type":"complete"}""",
            ],
            [await socket.ReceiveAsync(), await socket.ReceiveAsync(), await socket.ReceiveAsync()]);
        Assert.Equal(_server.Sessions.Opened, _server.Sessions.Closed);
    }

    [Fact]
    public async Task Who_comes_again_gets_what_he_missed()
    {
        _server.Events.Publish("one");
        _server.Events.Publish("two");
        _server.Events.Publish("three");
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes(after: \"c1\") { text } }");
        Assert.Contains("\"two\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        Assert.Contains("\"three\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_events_are_told_and_the_operation_goes_on()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        _server.Events.Add(SourceEvent.Discontinuity);
        _server.Events.Publish("two");
        Assert.Equal(
            """{"id":"a","type":"next","payload":{"errors":[{"message":"Events were missed that cannot be sent any more. Read the present state anew; the events go on from here.","extensions":{"code":"EVENTS_MISSED"}}],"data":null,"extensions":{"discontinuity":true,"cursor":"c1"}}}""",
            await socket.ReceiveAsync());
        Assert.Contains("\"two\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_has_a_reason_and_the_last_cursor()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        _server.Events.Add(_ => SourceEvent.End(new GraphQLError("Too old.", "EXPIRED")));
        await socket.ReceiveAsync();
        Assert.Equal(
            """{"id":"a","type":"error","payload":[{"message":"Too old.","extensions":{"code":"EXPIRED","cursor":"c1"}}]}""",
            await socket.ReceiveAsync());
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task A_source_that_fails_ends_masked_and_the_connection_goes_on()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        _server.Events.Add(_ => throw new InvalidOperationException(ToySchema.Secret));
        var told = await socket.ReceiveAsync();
        Assert.Contains("Unexpected Execution Error", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
        await socket.SubscribeAsync("a", "{ greeting }");
        Assert.Contains("Hello you", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_an_operation_is_sent_once_the_client_completed_it()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await SubscribedAsync(0);
        _server.Events.Publish("one");
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_query_is_cancelled_by_complete()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "{ slow }");
        await Eventually.HoldsAsync(() => _server.Sessions.Opened == 1);
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await Eventually.HoldsAsync(() => _server.Sessions.Closed == 1);
        await socket.SubscribeAsync("a", "{ greeting }");
        Assert.Contains("Hello you", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_complete_what_is_not_there_is_no_mistake()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SendAsync("""{"id":"nothing","type":"complete"}""");
        await socket.SendAsync("""{"type":"pong"}""");
        await socket.SendAsync("""{"type":"ping","payload":{"any":"thing"}}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task An_id_is_one_operations_while_it_is_open()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "{ slow }");
        await socket.SubscribeAsync("a", "{ greeting }");
        Assert.Equal("4409 Subscriber for a already exists", await socket.ReceiveCloseAsync());
        await Eventually.HoldsAsync(() => _server.Sessions.Opened == _server.Sessions.Closed);
    }

    [Fact]
    public async Task An_id_can_be_used_again_when_its_operation_is_complete()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        for (var i = 0; i < 20; i++)
        {
            await socket.SubscribeAsync("a", "{ greeting }");
            Assert.Contains("Hello you", await socket.ReceiveAsync(), StringComparison.Ordinal);
            Assert.Equal("""{"id":"a","type":"complete"}""", await socket.ReceiveAsync());
        }
    }

    [Fact]
    public async Task Operations_on_a_connection_have_a_bound()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        foreach (var id in new[] { "a", "b", "c" })
        {
            await socket.SubscribeAsync(id, "subscription { notes { text } }");
        }

        await socket.SubscribeAsync("d", "{ greeting }");
        Assert.Equal(
            """{"id":"d","type":"error","payload":[{"message":"At most 3 operations may be open on a connection. Complete one.","extensions":{"code":"TOO_MANY_STREAMS"}}]}""",
            await socket.ReceiveAsync());
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await socket.SubscribeAsync("d", "{ greeting }");
        Assert.Contains("Hello you", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_leaves_nothing_behind()
    {
        var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await socket.SubscribeAsync("b", "{ slow }");
        await SubscribedAsync(1);
        socket.Socket.Abort();
        await SubscribedAsync(0);
        await Eventually.HoldsAsync(() => _server.Sessions.Opened == _server.Sessions.Closed);
    }

    [Fact]
    public async Task An_id_is_told_as_it_came()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SendAsync("""{"id":"\"ü\n","type":"subscribe","payload":{"query":"{ caller }"}}""");
        var told = System.Text.Json.Nodes.JsonNode.Parse(await socket.ReceiveAsync())!;
        Assert.Equal("\"ü\n", (string?)told["id"]);
    }
}
