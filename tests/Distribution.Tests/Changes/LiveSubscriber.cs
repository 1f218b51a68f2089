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
    readonly Func<CancellationToken, ValueTask<IAsyncDisposable>> _open;
    readonly Task _reading;

    public LiveSubscriber(
        DistributionModule module,
        GraphQLEngine engine,
        TimeProvider clock,
        Viewer viewer,
        string field,
        string? after,
        string selection = "id cursor kind productId product { id }",
        string? where = null)
    {
        Viewer = viewer;
        _open = _ => new(new DistributionSession(
            module.Database,
            Viewer with { Now = clock.GetUtcNow().UtcDateTime },
            recorder: module.Recorder,
            log: module.Log));
        _reading = ReadAsync(engine, field, selection, after, where);
    }

    /// <summary>One whose rights are those that the records give him.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="open">Opens his session.</param>
    /// <param name="field">What he subscribes to.</param>
    /// <param name="selection">What he asks for of each event.</param>
    /// <param name="after">Where he goes on; null: from now on.</param>
    public LiveSubscriber(
        GraphQLEngine engine,
        Func<CancellationToken, ValueTask<IAsyncDisposable>> open,
        string field,
        string selection,
        string? after)
    {
        (_open, Viewer) = (open, Viewer.Nobody);
        _reading = ReadAsync(engine, field, selection, after);
    }

    /// <summary>Who he is, from the next event on; of one whose records say it, nobody.</summary>
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

    /// <summary>The next event that he was sent and has not taken; null: there is none.</summary>
    public JsonElement? Take()
    {
        while (_events.Reader.TryRead(out var sent))
        {
            if (sent.Kind == SourceEventKind.Event)
            {
                return JsonDocument.Parse(sent.Payload).RootElement.GetProperty("data").EnumerateObject().First().Value;
            }
        }

        return null;
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

    async Task ReadAsync(GraphQLEngine engine, string field, string selection, string? after, string? where = null)
    {
        var condition = where is null ? "" : $", where: {where}";
        await using var session = await _open(_stop.Token);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = $"subscription($after: String) {{ {field}(after: $after{condition}) {{ {selection} }} }}",
                Variables = JsonSerializer.SerializeToElement(new { after }),
                Session = session,
                AllowSubscriptions = true,
            },
            _stop.Token);
        if (response.Errors.Count > 0)
        {
            _events.Writer.Complete(new InvalidOperationException(response.Errors[0].Message));
            return;
        }

        await foreach (var sent in response.Subscription!.MapSourceToResponseEventAsync(_open, _stop.Token))
        {
            await _events.Writer.WriteAsync(sent, _stop.Token);
        }
    }
}
