using System.Globalization;
using System.Runtime.CompilerServices;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Server.Tests;

/// <summary>
/// A log of events in memory. The cursor of the first is <c>c1</c>, of the second <c>c2</c>; a subscription gets all
/// after its cursor, without one those that come, and each waits until the one before was taken.
/// </summary>
sealed class ToyEvents : EventSource
{
    readonly List<Func<string, SourceEvent?>> _events = [];
    readonly Lock _gate = new();
    TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _subscribers;
    int _taken;

    public override string PositionArgument => "after";

    /// <summary>Subscriptions that are open.</summary>
    public int Subscribers => _subscribers;

    /// <summary>Events that were taken, by all subscriptions together.</summary>
    public int Taken => _taken;

    /// <summary>Told of a subscription that begins, with what cancels it; null: nobody is.</summary>
    public Action<CancellationToken>? OnSubscribed { get; set; }

    /// <summary>Publishes something that happens.</summary>
    public void Publish(string text) => Add(cursor => SourceEvent.Of(text, cursor));

    /// <summary>Publishes whatever is made with its cursor; null: the stream is complete.</summary>
    public void Add(Func<string, SourceEvent?> make)
    {
        TaskCompletionSource more;
        lock (_gate)
        {
            _events.Add(make);
            more = _more;
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        more.SetResult();
    }

    public override async IAsyncEnumerable<SourceEvent> SubscribeAsync(
        SubscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int next;
        lock (_gate)
        {
            next = request.Subscription.After is ['c', .. var number]
                ? int.Parse(number, CultureInfo.InvariantCulture)
                : _events.Count;
        }

        OnSubscribed?.Invoke(cancellationToken);
        Interlocked.Increment(ref _subscribers);
        try
        {
            while (true)
            {
                Func<string, SourceEvent?>? make = null;
                Task more;
                lock (_gate)
                {
                    make = next < _events.Count ? _events[next] : null;
                    more = _more.Task;
                }

                if (make is null)
                {
                    await more.WaitAsync(cancellationToken);
                }
                else if (make($"c{++next}") is { } sourceEvent)
                {
                    Interlocked.Increment(ref _taken);
                    yield return sourceEvent;
                }
                else
                {
                    yield break;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _subscribers);
        }
    }
}
