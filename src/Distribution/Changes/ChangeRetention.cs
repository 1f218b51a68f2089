using GraphApi.Data.ChangeLog;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// How long the change log is kept. What may go is given up first (<see cref="ChangeCounter.ForgottenThrough"/>), and
/// only what is given up can be deleted: no reader ever misses something without being told so.
/// </summary>
static class ChangeRetention
{
    /// <summary>Rows of the log that one statement deletes, so that nobody waits long for it.</summary>
    const int RowsPerStatement = 10_000;

    /// <summary>Gives up and deletes what is older than a moment; returns how many changes went.</summary>
    /// <param name="context">The database, without row rules.</param>
    /// <param name="before">What happened before this, UTC, goes.</param>
    /// <param name="cancellationToken">Stops it between two statements; what is left goes the next time.</param>
    public static async Task<long> ForgetAsync(
        DbContext context, DateTime before, CancellationToken cancellationToken)
    {
        var through = await context.Set<Change>().IgnoreQueryFilters()
            .Where(change => change.OccurredAt < before)
            .MaxAsync(change => (long?)change.Sequence, cancellationToken);
        if (through is { } last)
        {
            await context.Set<ChangeCounter>().IgnoreQueryFilters()
                .Where(counter => counter.ForgottenThrough < last)
                .ExecuteUpdateAsync(
                    counter => counter.SetProperty(c => c.ForgottenThrough, last), cancellationToken);
        }

        var forgotten = await context.Set<ChangeCounter>().IgnoreQueryFilters()
            .Select(counter => counter.ForgottenThrough)
            .SingleAsync(cancellationToken);
        var first = await context.Set<Change>().IgnoreQueryFilters()
            .MinAsync(change => (long?)change.Sequence, cancellationToken) ?? long.MaxValue;
        var deleted = 0L;
        for (; first <= forgotten; first += RowsPerStatement)
        {
            var end = Math.Min(first + RowsPerStatement - 1, forgotten);
            await context.Set<ChangeAudience>().IgnoreQueryFilters()
                .Where(audience => audience.Sequence <= end)
                .ExecuteDeleteAsync(cancellationToken);
            deleted += await context.Set<Change>().IgnoreQueryFilters()
                .Where(change => change.Sequence <= end)
                .ExecuteDeleteAsync(cancellationToken);
        }

        var unused = DateOnly.FromDateTime(before);
        await context.Set<RightsState>().IgnoreQueryFilters()
            .Where(state => state.UsedOn < unused)
            .ExecuteDeleteAsync(cancellationToken);
        return deleted;
    }

    /// <summary>
    /// Gives up all there is, so that every reader begins again with a snapshot. Inside the context's transaction.
    /// </summary>
    public static async Task StartOverAsync(DbContext context, DateTime now, CancellationToken cancellationToken)
    {
        // One number more, so that also who has seen everything stands before what is given up.
        await ChangeNumbers.TakeAsync(context, 1, now, cancellationToken);
        await context.Set<ChangeCounter>().IgnoreQueryFilters().ExecuteUpdateAsync(
            counter => counter.SetProperty(c => c.ForgottenThrough, c => c.LastSequence), cancellationToken);
    }
}
