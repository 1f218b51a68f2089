using GraphApi.Data.ChangeLog;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// Reads the change log for one reader, from where he stands and with the rights he has at the moment.
/// </summary>
/// <param name="session">The session of the reader.</param>
/// <param name="log">The log, as this node knows it.</param>
/// <param name="matches">Tells which products there are for him.</param>
/// <param name="arguments">The arguments with his <c>where</c>.</param>
sealed class ChangeReader(
    DistributionSession session, ChangeLog log, RowMatches matches, ArgumentValues arguments)
{
    /// <summary>Where somebody stands who is told from now on.</summary>
    public async ValueTask<ChangePosition> BeginAsync(CancellationToken cancellationToken)
    {
        var (_, counter, rights) = await OpenAsync(cancellationToken);
        await log.Rights.KeepAsync(rights, cancellationToken);
        return new ChangePosition(counter.LastSequence, [new HeldRights(rights.Hash, session.Viewer.Now)]);
    }

    /// <summary>
    /// Where somebody stands who goes on with a snapshot: with the rights under which its pages were read, those of now
    /// among them.
    /// </summary>
    public async ValueTask<ChangePosition> ContinueAsync(ChangePosition start, CancellationToken cancellationToken)
    {
        var (_, counter, rights) = await OpenAsync(cancellationToken);
        var position = Renew(start, counter, rights);
        await log.Rights.KeepAsync(rights, cancellationToken);
        return position with { Phase = ChangePhase.Snapshot, After = start.After };
    }

    /// <summary>
    /// The next events after a position. Throws <see cref="GraphQLException"/> where something was missed.
    /// </summary>
    /// <param name="start">Where the reader stands.</param>
    /// <param name="count">How many events at most; at least 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Told> ReadAsync(ChangePosition start, int count, CancellationToken cancellationToken)
    {
        var (context, counter, rights) = await OpenAsync(cancellationToken);
        var position = Renew(start, counter, rights);
        var telling = new ChangeTelling(
            session, context, matches, arguments, counter.LastSequence, rights, position, count);
        var hasMore = await telling.RunAsync(cancellationToken);
        await log.Rights.KeepAsync(rights, cancellationToken);
        return new Told(telling.Events, telling.Position, hasMore);
    }

    /// <summary>
    /// The next events, of changes that are at hand: for one who has just those rights since he was told
    /// last, and is given no cursor by this.
    /// </summary>
    /// <param name="recent">The changes.</param>
    /// <param name="after">The one up to which he is told.</param>
    /// <param name="through">The last one he is to be told of.</param>
    /// <param name="count">How many events at most; at least 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<Told> ReadAsync(
        RecentChanges recent, long after, long through, int count, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        if (recent.Between(after, through).LastOrDefault() is { } last)
        {
            session.AdvanceTo(context, last.OccurredAt);
        }

        var rights = RightsState.Of(session.Viewer);
        var position = new ChangePosition(after, [new HeldRights(rights.Hash, session.Viewer.Now)]);
        var telling = new ChangeTelling(
            session, context, matches, arguments, through, rights, position, count)
        { Recent = recent };
        var hasMore = await telling.RunAsync(cancellationToken);
        return new Told(telling.Events, telling.Position, hasMore);
    }

    /// <summary>What the reader is told that cannot be told any more what he missed.</summary>
    public static GraphQLException Expired() => new(new GraphQLError(
        "The cursor is older than the changes that are kept. Take a new snapshot and follow from its cursor.",
        ErrorCode.CursorExpired));

    /// <summary>
    /// The database at a moment that is not before what the log has told: a clock that is behind must not hide what
    /// another node has published.
    /// </summary>
    async ValueTask<(DistributionContext Context, ChangeCounter Counter, RightsState Rights)> OpenAsync(
        CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var counter = await context.Set<ChangeCounter>().IgnoreQueryFilters().SingleAsync(cancellationToken);
        session.AdvanceTo(context, counter.MovedAt);
        return (context, counter, RightsState.Of(session.Viewer));
    }

    /// <summary>
    /// The position with the reader's rights of now: where they are others, he is told the difference.
    /// </summary>
    ChangePosition Renew(ChangePosition start, ChangeCounter counter, RightsState rights)
    {
        var present = start.Present;
        if (start.Sequence < counter.ForgottenThrough || present.At < session.Viewer.Now - log.Retention)
        {
            throw Expired();
        }

        if (present.Hash.Span.SequenceEqual(rights.Hash))
        {
            return start.Phase == ChangePhase.Log
                ? start
                : start with { Held = [.. start.Held.SkipLast(1), new HeldRights(rights.Hash, session.Viewer.Now)] };
        }

        if (start.Held.Count == ChangePosition.MaxHeld)
        {
            throw Expired();
        }

        return new ChangePosition(
            start.Sequence,
            [.. start.Held, new HeldRights(rights.Hash, session.Viewer.Now)],
            ChangePhase.Revoked,
            Known: counter.LastSequence);
    }

    /// <summary>What was told.</summary>
    /// <param name="Events">The events, each with where the reader stands after it.</param>
    /// <param name="End">Where he stands after all of them.</param>
    /// <param name="HasMore">Whether there is more already.</param>
    public sealed record Told(
        IReadOnlyList<(ChangeEvent Event, ChangePosition After)> Events, ChangePosition End, bool HasMore);
}
