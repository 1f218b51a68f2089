using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GraphApi.Data.UseCases;

/// <summary>Runs a use case in a transaction of its own.</summary>
public static class UseCaseTransaction
{
    /// <summary>
    /// Gives <paramref name="run"/> a context inside a transaction, and commits where the outcome is not a refusal;
    /// with a refusal or an exception nothing is changed. What <paramref name="run"/> added to the context is saved.
    /// PostgreSQL isolates as READ COMMITTED, so an update names the revision it was decided on and looks at how many
    /// rows it changed; SQLite lets one transaction write at a time.
    /// </summary>
    /// <seealso href="https://www.postgresql.org/docs/15/transaction-iso.html"/>
    public static async ValueTask<Outcome> RunAsync<TContext>(
        Database<TContext> database,
        Func<TContext, CancellationToken, ValueTask<Outcome>> run,
        CancellationToken cancellationToken)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(run);
        await using var context = database.CreateContext();
        await using var transaction = await BeginAsync(context, cancellationToken);
        using var interruption = SqliteInterruption.Watch(context.Database.GetDbConnection(), cancellationToken);
        var outcome = await run(context, cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        await context.SaveChangesAsync(cancellationToken);
        interruption?.Dispose();
        // Stopped in the middle of a commit, nobody would know whether it was done.
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }

    static async ValueTask<IDbContextTransaction> BeginAsync(
        DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Database.BeginTransactionAsync(cancellationToken);
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToOpeningException(problem, cancellationToken);
        }
    }
}
