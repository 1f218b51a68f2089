using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.ChangeLog;

/// <summary>Consecutive numbers of the change log, given to one transaction.</summary>
/// <param name="First">The first of them.</param>
/// <param name="At">When they were given, UTC: never earlier than any number before.</param>
public readonly record struct ChangeNumbers(long First, DateTime At)
{
    /// <summary>
    /// Takes numbers inside the context's transaction. From here on nobody else gets any until it ends, so this is the
    /// last thing before what is numbered is written and the transaction commits. A transaction that is rolled back
    /// gives its numbers back.
    /// </summary>
    /// <param name="context">A context whose model maps <see cref="ChangeCounter"/>, in a transaction.</param>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="now">The present moment, UTC.</param>
    /// <param name="cancellationToken">Stops the waiting for others.</param>
    /// <seealso href="https://www.postgresql.org/docs/15/explicit-locking.html"/>
    public static async ValueTask<ChangeNumbers> TakeAsync(
        DbContext context, int count, DateTime now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Open a transaction before taking numbers.");
        }

        var counters = context.Set<ChangeCounter>().IgnoreQueryFilters();
        await counters.ExecuteUpdateAsync(
            counter => counter
                .SetProperty(c => c.LastSequence, c => c.LastSequence + count)
                .SetProperty(c => c.MovedAt, c => c.MovedAt < now ? now : c.MovedAt),
            cancellationToken);
        // The row is ours until we commit: nobody can change it between the two statements.
        var taken = await counters.SingleAsync(cancellationToken);
        return new ChangeNumbers(taken.LastSequence - count + 1, taken.MovedAt);
    }
}
