using GraphApi.Data.ChangeLog;
using GraphApi.Engine.Execution;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// The field <c>snapshot</c>. All pages carry the place in the log from before the first one, and the rights under
/// which pages were read: following from there repeats what changed while pages were read, and misses nothing.
/// </summary>
static class SnapshotQuery
{
    const string Family = "snapshot";
    const int MaxProducts = 200;

    /// <summary>A page.</summary>
    public static async ValueTask<ProductSnapshot?> LoadAsync(
        DistributionSession session,
        RowMatches matches,
        ArgumentValues arguments,
        CancellationToken cancellationToken)
    {
        var (log, first) = (session.Log, ChangesQuery.ReadCount(arguments, MaxProducts));
        var scope = ChangeLog.ScopeOf(Family, session, arguments);
        var reader = new ChangeReader(session, log, matches, arguments);
        var begin = arguments.Get<string>("after") is { } cursor
            ? await reader.ContinueAsync(log.Open(cursor, scope), cancellationToken)
            : await reader.BeginAsync(cancellationToken) with { Phase = ChangePhase.Snapshot };
        var context = await session.GetTypedContextAsync(cancellationToken);
        var page = await matches.AfterAsync(
            context, arguments, begin.After == Guid.Empty ? null : begin.After, first + 1, cancellationToken);
        return page.Count > first
            ? new ProductSnapshot(
                [.. page.Take(first)], log.Seal(begin with { After = page[first - 1] }, scope), ChangesCursor: null)
            : new ProductSnapshot(
                page,
                EndCursor: null,
                log.Seal(
                    begin with
                    {
                        After = default,
                        Phase = begin.Held.Count > 1 ? ChangePhase.Revoked : ChangePhase.Log,
                        Known = begin.Held.Count > 1 ? begin.Known : 0,
                    },
                    ChangeLog.ScopeOf(ChangesQuery.Family, session, arguments)));
    }
}
