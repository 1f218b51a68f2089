using System.Security.Cryptography;
using GraphApi.Data.Databases;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// One subscriber to changes. His rights are found out anew whenever the log moves: what he may not have is not sent,
/// and where he may not subscribe any more the stream ends, with a cursor. Mutable; read by one caller at a time.
/// </summary>
/// <param name="source">What he subscribes to.</param>
/// <param name="request">The subscription, and how to find out who he is.</param>
sealed class ChangeSubscriber(ChangeEventSource source, SubscriptionRequest request)
{
    /// <summary>How many events are read at once.</summary>
    const int Batch = 20;

    /// <summary>How long he waits for a database that cannot be reached, or takes too long.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    ChangePosition? _position;
    byte[]? _scope;
    bool _hasMore = true;
    bool _wasKnown;
    ChangeLog? _log;
    DateTimeOffset _failedAt;
    int _failures;

    /// <summary>
    /// Waits for what is to be sent next, and at most for as long as a heartbeat takes: then there is one.
    /// </summary>
    public async ValueTask<IReadOnlyList<SourceEvent>> NextAsync(CancellationToken cancellationToken)
    {
        var isDue = false;
        if (_position is { } position && !_hasMore)
        {
            isDue = !await _log!.Tail.WaitAsync(position.Sequence, _log.HeartbeatInterval, cancellationToken);
        }

        // Before he is looked at: whatever it says of rights, those that are found then are not older.
        var recent = _log?.Tail.Recent ?? RecentChanges.Unknown;
        try
        {
            await using var session = (DistributionSession)await request.OpenSession(cancellationToken);
            _log = session.Log;
            if (Refuse(session) is { } refused)
            {
                return [SourceEvent.End(refused, Cursor)];
            }

            var told = _position is null
                ? await BeginAsync(session, cancellationToken)
                : await TellAsync(session, _position, recent, isDue, cancellationToken);
            _failures = 0;
            return told;
        }
        catch (GraphQLException refused)
        {
            return await FailAsync(refused.Error, cancellationToken);
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            return SqlState.ToException(problem, cancellationToken) is GraphQLException { Error: var unavailable }
                ? await FailAsync(unavailable, cancellationToken)
                : throw SqlState.ToException(problem, cancellationToken);
        }
    }

    /// <summary>
    /// Ends the stream; but where the database could not be reached, it is tried again for a while first, from where he
    /// stands: when it is back, not all who follow have to come again at once.
    /// </summary>
    async ValueTask<IReadOnlyList<SourceEvent>> FailAsync(GraphQLError error, CancellationToken cancellationToken)
    {
        if (_position is null
            || _log is not { Time: var time }
            || error.Code is not (ErrorCode.Unavailable or ErrorCode.Timeout))
        {
            return [SourceEvent.End(error, Cursor)];
        }

        var now = time.GetUtcNow();
        _failedAt = _failures == 0 ? now : _failedAt;
        if (now - _failedAt >= Patience)
        {
            return [SourceEvent.End(error, Cursor)];
        }

        // Not all at the same moment.
        var pause = ShortestPause * Math.Pow(2, Math.Min(_failures++, 10));
        pause = pause < LongestPause ? pause : LongestPause;
        await Task.Delay(pause * (RandomNumberGenerator.GetInt32(50, 101) / 100.0), time, cancellationToken);
        _hasMore = true;
        return [];
    }

    // Where he can go on: made when somebody is told.
    string? Cursor => _position is { } position ? _log!.Seal(position, _scope!) : request.Subscription.After;

    /// <summary>Why he may not subscribe any more; null: he may.</summary>
    GraphQLError? Refuse(DistributionSession session)
    {
        var viewer = session.Viewer;
        var isKnown = viewer.IsAuthenticated || (source.ReachesFormerReaders && viewer.IsRecallRecipient);
        if (!isKnown && (_wasKnown || viewer.IsRecallRecipient))
        {
            return new GraphQLError(
                _wasKnown
                    ? "The caller has no rights here any more."
                    : "Whose token this is has no rights here, or none any more.",
                ErrorCode.NotAuthenticated);
        }

        _wasKnown = isKnown;
        return request.Subscription.Authorize(session);
    }

    ChangeReader ReaderOf(DistributionSession session) =>
        new(session, session.Log, source.Matches, request.Subscription.Arguments);

    // It is asked for once: whose token it is, and what for, is the same as long as he subscribes.
    byte[] ScopeOf(DistributionSession session) =>
        _scope ??= ChangeLog.ScopeOf(source.Family, session, request.Subscription.Arguments);

    async ValueTask<IReadOnlyList<SourceEvent>> BeginAsync(
        DistributionSession session, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(session);
        if (request.Subscription.After is { } after)
        {
            _position = session.Log.Open(after, scope);
            return [];
        }

        _position = await ReaderOf(session).BeginAsync(cancellationToken);
        _hasMore = false;
        return [SourceEvent.Heartbeat(Cursor!)];
    }

    async ValueTask<IReadOnlyList<SourceEvent>> TellAsync(
        DistributionSession session,
        ChangePosition position,
        RecentChanges recent,
        bool isDue,
        CancellationToken cancellationToken)
    {
        var rights = RightsState.Of(session.Viewer);
        if (await source.Shared.FindAsync(source, request, session, position, rights, recent, cancellationToken)
            is { } step)
        {
            return await TellSharedAsync(session, rights, step, isDue, cancellationToken);
        }

        ChangeReader.Told told;
        try
        {
            told = await ReaderOf(session).ReadAsync(position, Batch, cancellationToken);
        }
        catch (GraphQLException missed) when (missed.Error.Code == ErrorCode.CursorExpired)
        {
            _position = await ReaderOf(session).BeginAsync(cancellationToken);
            _hasMore = false;
            return [SourceEvent.Discontinuity(Cursor!)];
        }

        var scope = ScopeOf(session);
        var events = new List<SourceEvent>();
        foreach (var (change, after) in told.Events)
        {
            if (source.Tells(change))
            {
                var cursor = session.Log.Seal(after, scope);
                var response = await request.Subscription.ExecuteAsync(
                    change with { Cursor = cursor }, session, cancellationToken);
                events.Add(SourceEvent.Ready(Subscription.ToBytes(response, cursor), cursor));
            }
        }

        return Went(told.End, told.HasMore, events, isDue);
    }

    async ValueTask<IReadOnlyList<SourceEvent>> TellSharedAsync(
        DistributionSession session,
        RightsState rights,
        SharedStep step,
        bool isDue,
        CancellationToken cancellationToken)
    {
        await session.Log.Rights.KeepAsync(rights, cancellationToken);
        var (scope, events) = (ScopeOf(session), new List<SourceEvent>(step.Events.Count));
        foreach (var shared in step.Events)
        {
            // Whoever gets what was read for several has read it.
            foreach (var content in shared.Reads)
            {
                session.NoteRead(content);
            }

            await request.Subscription.SettleAsync(session, cancellationToken);
            var at = new ChangePosition(shared.Sequence, [new HeldRights(rights.Hash, step.At)]);
            var cursor = session.Log.Seal(at, scope);
            events.Add(SourceEvent.Ready(shared.PayloadFor(cursor), cursor));
        }

        var end = new ChangePosition(step.Through, [new HeldRights(rights.Hash, step.At)]);
        return Went(end, hasMore: step.HasMore, events, isDue);
    }

    List<SourceEvent> Went(ChangePosition end, bool hasMore, List<SourceEvent> events, bool isDue)
    {
        (_position, _hasMore) = (end, hasMore);
        if (events.Count == 0 && isDue)
        {
            events.Add(SourceEvent.Heartbeat(Cursor!));
        }

        return events;
    }
}
