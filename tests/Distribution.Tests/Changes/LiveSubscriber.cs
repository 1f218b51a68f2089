using System.Text.Json;
using System.Threading.Channels;
using GraphApi.Distribution.Access;
using GraphApi.Engine;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Tests.Changes;

/// <summary>Somebody who is subscribed, with rights that a test may change while he is.</summary>
sealed class LiveSubscriber : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly CancellationTokenSource _stop = new();
    readonly Channel<ResponseEvent> _events = Channel.CreateUnbounded<ResponseEvent>();
    readonly DistributionModule _module;
    readonly TimeProvider _clock;
    readonly Task _reading;

    public LiveSubscriber(
        DistributionModule module, GraphQLEngine engine, TimeProvider clock, Viewer viewer, string field, string? after)
    {
        (_module, _clock, Viewer) = (module, clock, viewer);
        _reading = ReadAsync(engine, field, after);
    }

    /// <summary>Who he is, from the next event on.</summary>
    public Viewer Viewer { get; set; }

    /// <summary>The newest cursor he was given.</summary>
    public string? Cursor { get; private set; }

    /// <summary>The next thing he is sent but heartbeats.</summary>
    public async Task<(SourceEventKind Kind, JsonElement? Data, string? Code)> NextAsync()
    {
        while (true)
        {
            var sent = await _events.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
            Cursor = sent.Cursor ?? Cursor;
            if (sent.Kind == SourceEventKind.Heartbeat)
            {
                continue;
            }

            var response = sent.Payload.IsEmpty ? default : JsonDocument.Parse(sent.Payload).RootElement;
            var isEvent = sent.Kind == SourceEventKind.Event;
            return (
                sent.Kind,
                isEvent ? response.GetProperty("data").EnumerateObject().First().Value : null,
                sent.Error?.Code);
        }
    }

    /// <summary>Waits until he is subscribed: for the first heartbeat.</summary>
    public async Task<LiveSubscriber> BegunAsync()
    {
        var sent = await _events.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(SourceEventKind.Heartbeat, sent.Kind);
        Cursor = sent.Cursor;
        return this;
    }

    /// <summary>Whether nothing was sent so far that he has not taken.</summary>
    public bool IsQuiet => !_events.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_reading);
        _stop.Dispose();
    }

    async Task ReadAsync(GraphQLEngine engine, string field, string? after)
    {
        await using var session = await OpenAsync(_stop.Token);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = $"subscription($after: String) {{ {field}(after: $after) "
                    + "{ id cursor kind productId product { id } } }",
                Variables = JsonSerializer.SerializeToElement(new { after }),
                Session = session,
                AllowSubscriptions = true,
            },
            _stop.Token);
        Assert.Empty(response.Errors);
        await foreach (var sent in response.Subscription!.MapSourceToResponseEventAsync(OpenAsync, _stop.Token))
        {
            await _events.Writer.WriteAsync(sent, _stop.Token);
        }
    }

    ValueTask<IAsyncDisposable> OpenAsync(CancellationToken cancellationToken) => new(new DistributionSession(
        _module.Database,
        Viewer with { Now = _clock.GetUtcNow().UtcDateTime },
        recorder: _module.Recorder,
        log: _module.Log));
}
