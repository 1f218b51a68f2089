using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Where the events of a field of the subscription root come from. Every field of that root is bound to one, and no
/// other field is. Shared by all its subscriptions; thread-safe.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Source-Stream"/>
public abstract class EventSource : FieldBinding
{
    /// <summary>
    /// The argument, a string, that says after which event the stream begins: a cursor. Two subscriptions that differ
    /// in nothing else are answered alike (<see cref="SharingKey"/>), and a transport that knows the last event of a
    /// client gives it in its place (<see cref="GraphQLRequest.LastEventId"/>). Default null: there is none.
    /// </summary>
    public virtual string? PositionArgument => null;

    /// <summary>
    /// The source stream of one subscription. It ends where there is nothing more to come, with an event of the kind
    /// <see cref="SourceEventKind.End"/> where that has a reason, and when it is cancelled. It is read as fast as the
    /// subscriber takes its events, so that whoever makes events must not wait for it, nor keep them without bound.
    /// </summary>
    /// <param name="request">The subscription, and how to find out who the subscriber is at the moment.</param>
    /// <param name="cancellationToken">Cancelled when the subscriber leaves.</param>
    /// <seealso href="https://spec.graphql.org/September2025/#CreateSourceEventStream()"/>
    public abstract IAsyncEnumerable<SourceEvent> SubscribeAsync(
        SubscriptionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The step that makes the field's value of an event, called once a document as <see cref="StepBinding.Plan"/> is;
    /// its only parent is <see cref="SourceEvent.Row"/>. Default: that row is the value.
    /// </summary>
    public virtual Step Plan(FieldPlan field) => EventRowStep.Instance;
}

/// <summary>The row of an event is the value of its field.</summary>
file sealed class EventRowStep : Step
{
    public static readonly EventRowStep Instance = new();

    public override ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken) => new([.. parents.Span]);

    public override string ToString() => "event";
}
