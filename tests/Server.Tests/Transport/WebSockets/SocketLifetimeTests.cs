using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Tests.Transport.WebSockets;

/// <summary>How long a connection lasts, whose it is, and what it takes while its client does not read.</summary>
public sealed class SocketLifetimeTests : IAsyncLifetime
{
    const string Notes = "subscription { notes { text reader } }";

    static readonly StreamOptions Options = new();

    ToyServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with
        {
            Streams = Options with { MaxConnectionsPerCaller = 2, MaxBufferedMessages = 4 },
        },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    Task SubscribedAsync(int count) => Eventually.HoldsAsync(() => _server.Events.Subscribers == count);

    [Fact]
    public async Task A_ping_says_where_each_subscription_can_go_on()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        _server.Events.Add(SourceEvent.Heartbeat);
        Assert.Equal("""{"type":"ping","payload":{"cursors":{"a":"c1"}}}""", await socket.ReceiveAsync());
        _server.Events.Add(SourceEvent.Heartbeat);
        await Eventually.HoldsAsync(() => _server.Events.Taken == 2);
        _server.Time.Advance(Options.KeepAlive);
        Assert.Equal("""{"type":"ping","payload":{"cursors":{"a":"c2"}}}""", await socket.ReceiveAsync());
        await socket.SendAsync("""{"type":"pong"}""");
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
        _server.Time.Advance(Options.KeepAlive);
        Assert.Equal("""{"type":"ping"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Who_does_not_answer_a_ping_is_taken_for_gone()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        _server.Time.Advance(Options.KeepAlive);
        Assert.Equal("""{"type":"ping"}""", await socket.ReceiveAsync());
        _server.Time.Advance(Options.KeepAlive);
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task An_expired_token_ends_each_subscription_with_a_cursor_and_then_the_connection()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token(lifetime: TimeSpan.FromMinutes(1)));
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        Assert.Contains("\"reader\":\"toy-caller\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
        _server.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(
            """{"id":"a","type":"error","payload":[{"message":"The access token has expired. Ask again with a new one; of a subscription, after the cursor.","extensions":{"code":"AUTH_TOKEN_EXPIRED","cursor":"c1"}}]}""",
            await socket.ReceiveNoPingAsync());
        Assert.Equal("4401 Token expired", await socket.ReceiveCloseAsync());
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task With_an_expired_token_nothing_is_answered_before_the_connection_ends()
    {
        for (var i = 0; i < 10; i++)
        {
            await using var socket = await ToySocket.ReadyAsync(
                _server, _server.Token(lifetime: TimeSpan.FromMinutes(1)));
            _server.Time.Advance(TimeSpan.FromMinutes(2));
            await socket.SubscribeAsync("a", "{ __typename }");
            // Where the beat that ends the connection was sooner, that is all there is.
            if ((await socket.ReceiveAnyAsync()).Text is { } answer)
            {
                Assert.Equal(
                    """{"id":"a","type":"error","payload":[{"message":"The access token has expired. Ask again with a new one; of a subscription, after the cursor.","extensions":{"code":"AUTH_TOKEN_EXPIRED"}}]}""",
                    answer);
            }
        }
    }

    [Fact]
    public async Task A_token_is_renewed_in_a_ping_and_nothing_is_dropped()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token(lifetime: TimeSpan.FromMinutes(1)));
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        var renewed = _server.Token(lifetime: TimeSpan.FromMinutes(10));
        await socket.SendAsync($$$"""{"type":"ping","payload":{"Authorization":"Bearer {{{renewed}}}"}}""");
        Assert.Equal(
            """{"type":"pong","payload":{"renewed":true,"expiresAt":"2026-03-01T12:10:30Z"}}""",
            await socket.ReceiveAsync());
        _server.Time.Advance(TimeSpan.FromMinutes(2));
        await socket.SendAsync("""{"type":"pong"}""");
        _server.Events.Publish("one");
        Assert.Contains("\"one\"", await socket.ReceiveNoPingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_token_renews_it()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token(lifetime: TimeSpan.FromMinutes(1)));
        foreach (var token in new[] { _server.Token("somebody-else"), "nonsense" })
        {
            await socket.SendAsync($$$"""{"type":"ping","payload":{"Authorization":"Bearer {{{token}}}"}}""");
            Assert.Equal(
                """{"type":"pong","payload":{"renewed":false,"expiresAt":"2026-03-01T12:01:30Z"}}""",
                await socket.ReceiveAsync());
        }

        await using var anonymous = await ToySocket.ReadyAsync(_server);
        await anonymous.SendAsync($$$"""{"type":"ping","payload":{"Authorization":"Bearer {{{_server.Token()}}}"}}""");
        Assert.Equal("""{"type":"pong","payload":{"renewed":false}}""", await anonymous.ReceiveAsync());
    }

    [Fact]
    public async Task Who_loses_his_rights_loses_his_subscriptions_without_any_event()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token());
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        _server.SessionFault = new GraphQLException(new GraphQLError("No rights.", ErrorCode.NotAuthenticated));
        _server.RightsVersion++;
        Assert.Equal(
            """{"id":"a","type":"error","payload":[{"message":"No rights.","extensions":{"code":"AUTH_NOT_AUTHENTICATED"}}]}""",
            await socket.ReceiveAsync());
        await socket.SubscribeAsync("a", Notes);
        Assert.Contains("No rights.", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_looked_at_now_and_then_as_well()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token());
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        _server.SessionFault = new GraphQLException(new GraphQLError("No rights.", ErrorCode.NotAuthenticated));
        _server.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("No rights.", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_ends_no_subscription()
    {
        await using var socket = await ToySocket.ReadyAsync(_server, _server.Token());
        await socket.SubscribeAsync("a", Notes);
        await SubscribedAsync(1);
        var before = _server.Sessions.Opened;
        _server.DatabaseAnswers = false;
        _server.RightsVersion++;
        await Task.Delay(600, TestContext.Current.CancellationToken);
        _server.DatabaseAnswers = true;
        _server.RightsVersion++;
        await Eventually.HoldsAsync(() => _server.Sessions.Opened > before);
        _server.Events.Publish("one");
        Assert.Contains("\"one\"", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_has_a_bound_of_connections()
    {
        await using var one = await ToySocket.ReadyAsync(_server, _server.Token());
        await using var two = await ToySocket.ReadyAsync(_server, _server.Token());
        await using var three = await ToySocket.OpenAsync(_server.SocketAddress);
        var init = $$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{_server.Token()}}}"}}""";
        await three.SendAsync(init);
        Assert.Equal("1013 Too many connections", await three.ReceiveCloseAsync());
        await using var other = await ToySocket.ReadyAsync(_server, _server.Token("another"));
        one.Socket.Abort();
        await Eventually.HoldsAsync(
            () => _server.Log.Lines.Any(line => line.Contains("left", StringComparison.Ordinal)));
        await using var again = await ToySocket.ReadyAsync(_server, _server.Token());
    }

    [Fact]
    public async Task Who_does_not_read_makes_the_source_wait_and_then_loses_nothing()
    {
        const int Events = 200;
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
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

        Assert.InRange(taken, 1, Events - 1);
        for (var i = 1; i <= Events; i++)
        {
            Assert.Contains($"\"text\":\"{i}:x", await socket.ReceiveAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_does_not_read_for_long_is_gone()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        for (var i = 0; i < 200; i++)
        {
            _server.Events.Publish(new string('x', 100_000));
        }

        var taken = -1;
        while (taken != _server.Events.Taken)
        {
            taken = _server.Events.Taken;
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        _server.Time.Advance(Options.StuckTimeout);
        await SubscribedAsync(0);
    }

    [Fact]
    public async Task A_message_that_never_ends_ends_the_connection()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.Socket.SendAsync(
            "{"u8.ToArray(),
            System.Net.WebSockets.WebSocketMessageType.Text,
            endOfMessage: false,
            TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        _server.Time.Advance(Options.StuckTimeout);
        await Assert.ThrowsAnyAsync<System.Net.WebSockets.WebSocketException>(socket.ReceiveCloseAsync);
    }

    [Fact]
    public async Task A_node_that_stops_says_where_to_go_on()
    {
        await using var socket = await ToySocket.ReadyAsync(_server);
        await socket.SubscribeAsync("a", "subscription { notes { text } }");
        await SubscribedAsync(1);
        _server.Events.Publish("one");
        await socket.ReceiveAsync();
        var stopping = _server.StopAsync();
        Assert.Equal("""{"type":"ping","payload":{"cursors":{"a":"c1"}}}""", await socket.ReceiveAsync());
        Assert.Equal("1001 Going away", await socket.ReceiveCloseAsync());
        await socket.Socket.CloseAsync(
            System.Net.WebSockets.WebSocketCloseStatus.EndpointUnavailable, "", TestContext.Current.CancellationToken);
        await stopping;
    }
}
