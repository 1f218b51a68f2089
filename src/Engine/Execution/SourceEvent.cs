using GraphApi.Engine.Errors;

namespace GraphApi.Engine.Execution;

/// <summary>
/// One event of a source stream. Immutable: the same one may be given to any number of subscriptions.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Source-Stream"/>
public sealed class SourceEvent
{
    SourceEvent(SourceEventKind kind, string? cursor)
    {
        Kind = kind;
        Cursor = cursor;
    }

    /// <summary>What it says.</summary>
    public SourceEventKind Kind { get; }

    /// <summary>
    /// Where a subscription goes on that has had this event: the value of its <see
    /// cref="TypeSystem.EventSource.PositionArgument"/>. Null: nobody can go on from here.
    /// </summary>
    public string? Cursor { get; }

    /// <summary>
    /// What the plan runs on: the parent of the field's step, or the value of the field. Null: there is nothing to run.
    /// </summary>
    public object? Row { get; private init; }

    /// <summary>
    /// The response, executed and written already (<see cref="Subscription.ToBytes"/>), for one subscription or for
    /// many that get the same. Null: <see cref="Row"/> is to be executed for the subscriber.
    /// </summary>
    public ReadOnlyMemory<byte>? Payload { get; private init; }

    /// <summary>Why the stream ends; null: it does not.</summary>
    public GraphQLError? Error { get; private init; }

    /// <summary>An event that is executed for the subscriber, with the rights he has then.</summary>
    public static SourceEvent Of(object row, string? cursor = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new SourceEvent(SourceEventKind.Event, cursor) { Row = row };
    }

    /// <summary>
    /// An event whose response is ready. Whoever made it has asked for the rights of everybody who gets it, and has
    /// recorded it.
    /// </summary>
    /// <param name="payload">The response as UTF-8 JSON, with <c>extensions.cursor</c> in it.</param>
    /// <param name="cursor">The same cursor.</param>
    public static SourceEvent Ready(ReadOnlyMemory<byte> payload, string? cursor = null) =>
        new(SourceEventKind.Event, cursor) { Payload = payload };

    /// <summary>That the subscriber may go on from a newer cursor.</summary>
    public static SourceEvent Heartbeat(string cursor) => new(SourceEventKind.Heartbeat, cursor);

    /// <summary>That events were missed; the stream goes on after the cursor.</summary>
    public static SourceEvent Discontinuity(string? cursor) => new(SourceEventKind.Discontinuity, cursor);

    /// <summary>The end of the stream.</summary>
    /// <param name="error">Why it ends.</param>
    /// <param name="cursor">Where another subscription can go on; null: nowhere, or where this one last was.</param>
    public static SourceEvent End(GraphQLError error, string? cursor = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new SourceEvent(SourceEventKind.End, cursor) { Error = error };
    }
}
