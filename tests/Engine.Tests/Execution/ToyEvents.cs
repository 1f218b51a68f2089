using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>Events from memory: each subscription gets those that are published while it is open.</summary>
sealed class ToyEvents : EventSource
{
    readonly Channel<SourceEvent> _events = Channel.CreateUnbounded<SourceEvent>();

    public override string? PositionArgument => HasPosition ? "after" : null;

    public bool HasPosition { get; init; }

    /// <summary>How many events were taken from it.</summary>
    public int Taken { get; private set; }

    public SubscriptionRequest? Request { get; private set; }

    public void Publish(params IEnumerable<SourceEvent> events)
    {
        foreach (var sourceEvent in events)
        {
            Assert.True(_events.Writer.TryWrite(sourceEvent));
        }
    }

    public void Complete() => _events.Writer.Complete();

    public override async IAsyncEnumerable<SourceEvent> SubscribeAsync(
        SubscriptionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Request = request;
        await foreach (var sourceEvent in _events.Reader.ReadAllAsync(cancellationToken))
        {
            Taken++;
            yield return sourceEvent;
        }
    }
}
