using GraphApi.Data.Databases;
using Npgsql;

namespace GraphApi.Data.ChangeLog;

/// <summary>
/// Listens on PostgreSQL for word that the log moved, and raises a signal. A connection that is lost is made again, and
/// the signal is raised then as well: what was said meanwhile nobody heard, and the log knows it.
/// </summary>
/// <param name="source">Where connections come from.</param>
/// <param name="channel">What is listened on: an identifier.</param>
/// <param name="signal">What is raised.</param>
/// <param name="pause">How long to wait before a lost connection is made again.</param>
/// <param name="time">The clock.</param>
/// <seealso href="https://www.postgresql.org/docs/15/sql-listen.html"/>
public sealed class ChangeListener(
    NpgsqlDataSource source, string channel, ChangeSignal signal, TimeSpan pause, TimeProvider time)
{
    /// <summary>Listens until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancellationToken);
            }
            catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
            {
                // The database is away: whoever reads notices by himself, and polls until it is back.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            await Task.WhenAny(Task.Delay(pause, time, cancellationToken));
        }
    }

    async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => signal.Raise();
        await using (var listen = new NpgsqlCommand($"LISTEN \"{channel}\"", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        try
        {
            signal.Raise();
            while (true)
            {
                await connection.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            // A connection that goes back to the pool must not listen on.
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
