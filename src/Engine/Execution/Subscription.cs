using System.Buffers;
using System.Runtime.CompilerServices;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// A subscription that may begin: its document is valid and planned, its variables are coerced, and whoever asked may
/// ask. Immutable; thread-safe. It holds little, since it stays as long as the subscriber does.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Subscription"/>
public sealed class Subscription
{
    readonly GraphQLEngine _engine;
    readonly OperationPlan _plan;
    readonly VariableValues _variables;
    readonly string _document;

    internal Subscription(
        GraphQLEngine engine, OperationPlan plan, VariableValues variables, ArgumentValues arguments, string document)
    {
        _engine = engine;
        _plan = plan;
        _variables = variables;
        _document = document;
        Arguments = arguments;
        SharingKey = new SharingKey(plan, variables);
    }

    /// <summary>The field of the subscription root.</summary>
    public Field Field => _plan.Root.Fields[0].Field;

    /// <summary>What is selected of it, planned.</summary>
    public FieldPlan Selection => _plan.Root.Fields[0];

    /// <summary>Its coerced arguments.</summary>
    public ArgumentValues Arguments { get; }

    /// <summary>
    /// The cursor after which it begins: <see cref="GraphQLRequest.LastEventId"/>, or else the value of
    /// <see cref="EventSource.PositionArgument"/>. Null: with what happens from now on.
    /// </summary>
    public string? After { get; internal init; }

    /// <summary>Equal where responses may be shared among subscribers with equal rights.</summary>
    public SharingKey SharingKey { get; }

    /// <summary>What each event costs, and what it cost to subscribe.</summary>
    public OperationCost Cost { get; internal init; }

    /// <summary>
    /// Why a caller may not have this subscription (any more), by the rules on its root field and its inputs that are
    /// about the caller; null: he may. It was asked when the subscription was made, and is to be asked for each event.
    /// </summary>
    /// <param name="session">The session of the moment.</param>
    public GraphQLError? Authorize(object? session)
    {
        var field = _plan.Root.Fields[0];
        if (field.IsGuarded && _engine.Authorizer!.Authorize(field.Field, session) is { } denied)
        {
            return denied with
            {
                Locations = denied.Locations.Count > 0 ? denied.Locations : [field.Location],
                Coordinate = denied.Coordinate ?? ClientView.CoordinateOf(field.Field),
            };
        }

        return !_plan.InputUses.IsEmpty && _engine.Authorize(_plan, session, _variables) is [{ } barred, ..]
            ? barred
            : null;
    }

    /// <summary>
    /// The response to one event, for the caller of a session. Field rules hold as they do in a query, and what was
    /// read is settled (<see cref="FieldAuthorizer.SettleAsync"/>) before it is returned. A fault is an error of the
    /// response; throws what <see cref="GraphQLEngine.ExecuteAsync"/> throws.
    /// </summary>
    /// <param name="row">The row of the event.</param>
    /// <param name="session">A session of the moment.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for it any more.</param>
    /// <seealso href="https://spec.graphql.org/September2025/#ExecuteSubscriptionEvent()"/>
    public ValueTask<GraphQLResponse> ExecuteAsync(object row, object? session, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var context = new RequestContext(_engine.Schema, _engine.Schema, session, _variables);
        return _engine.RunAsync(_plan, context, row, _document, default, cancellationToken);
    }

    /// <summary>
    /// Settles what a session has read, as <see cref="ExecuteAsync"/> does for the session that it is given: for
    /// whoever gives a response to several callers, each of whom has read it then.
    /// </summary>
    public ValueTask SettleAsync(object? session, CancellationToken cancellationToken) =>
        _engine.Authorizer is { } authorizer
            ? authorizer.SettleAsync(session, _plan, _document, cancellationToken)
            : default;

    /// <summary>
    /// Writes a response for <see cref="SourceEvent.Ready"/>: UTF-8 JSON with the cursor in <c>extensions.cursor</c>.
    /// </summary>
    /// <param name="response">The response. It takes the cursor up.</param>
    /// <param name="cursor">Where to go on after the event; null: nothing is told.</param>
    public static ReadOnlyMemory<byte> ToBytes(GraphQLResponse response, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (cursor is not null)
        {
            response.Extend("cursor", cursor);
        }

        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return output.WrittenMemory;
    }

    /// <summary>
    /// The response stream. Reading it reads the source, one event at a time: a reader who waits makes the source wait.
    /// Throws what opening a session and executing an event throw.
    /// </summary>
    /// <param name="openSession">As <see cref="SubscriptionRequest.OpenSession"/>.</param>
    /// <param name="cancellationToken">Ends both streams.</param>
    /// <seealso href="https://spec.graphql.org/September2025/#MapSourceToResponseEvent()"/>
    public async IAsyncEnumerable<ResponseEvent> MapSourceToResponseEventAsync(
        Func<CancellationToken, ValueTask<IAsyncDisposable>> openSession,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = (EventSource)Field.Binding!;
        var request = new SubscriptionRequest(this, openSession);
        await foreach (var sourceEvent in source.SubscribeAsync(request, cancellationToken))
        {
            var response = sourceEvent switch
            {
                { Kind: SourceEventKind.Event, Payload: null } =>
                    await RespondAsync(sourceEvent, openSession, cancellationToken),
                { Kind: SourceEventKind.Discontinuity } => OfDiscontinuity(sourceEvent.Cursor),
                _ => new ResponseEvent(
                    sourceEvent.Kind, sourceEvent.Payload ?? default, sourceEvent.Cursor, sourceEvent.Error),
            };
            yield return response;
            if (response.Kind == SourceEventKind.End)
            {
                yield break;
            }
        }
    }

    async ValueTask<ResponseEvent> RespondAsync(
        SourceEvent sourceEvent,
        Func<CancellationToken, ValueTask<IAsyncDisposable>> openSession,
        CancellationToken cancellationToken)
    {
        await using var session = await openSession(cancellationToken);
        if (Authorize(session) is { } denied)
        {
            return new ResponseEvent(SourceEventKind.End, default, Cursor: null, denied);
        }

        var response = await ExecuteAsync(sourceEvent.Row!, session, cancellationToken);
        var payload = ToBytes(response, sourceEvent.Cursor);
        return new ResponseEvent(SourceEventKind.Event, payload, sourceEvent.Cursor, Error: null);
    }

    // Data are null, for nothing can be told of what was missed, and not left out: the operation runs on.
    static ResponseEvent OfDiscontinuity(string? cursor)
    {
        var response = new GraphQLResponse(ResponseKind.Executed, new GraphQLError(
            "Events were missed that cannot be sent any more. Read the present state anew; the events go on from here.",
            ErrorCode.EventsMissed));
        response.Extend("discontinuity", true);
        return new ResponseEvent(SourceEventKind.Discontinuity, ToBytes(response, cursor), cursor, Error: null);
    }
}
