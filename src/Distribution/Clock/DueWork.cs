using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Something that is to be done when its time has come, once, whatever the number of nodes. Which of it is due may be
/// asked by all of them at once; who does one of it claims it in the transaction in which it is done, so that a node
/// that dies in between leaves it to the others.
/// </summary>
abstract class DueWork
{
    /// <summary>The most that is done in one go, so that other work is not kept waiting.</summary>
    protected const int MostAtOnce = 200;

    /// <summary>What is due, first what was due first: at most <see cref="MostAtOnce"/>.</summary>
    /// <param name="context">The database, without row rules.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken);

    /// <summary>When something will be due next, UTC; null: nothing is known to be.</summary>
    /// <param name="context">The database, without row rules.</param>
    /// <param name="now">The moment after which, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken);

    /// <summary>
    /// Does one of it, in a transaction. Null: it is not due any more, because somebody else did it or does it now.
    /// </summary>
    /// <param name="work">The transaction; nobody asks.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken);
}
