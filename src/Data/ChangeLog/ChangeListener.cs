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
    /// <summary>How long nothing may be heard until it is asked whether the connection still is one.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>How long the answer may take.</summary>
    const int AnswerSeconds = 5;

    /// <summary>Listens until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(cancellationToken);
            }
            catch (Exception problem) when (SqlState.IsDatabases(problem))
            {
                // The database is away, or does not let us in: whoever reads notices by himself, and polls until it is
                // back.
            }

            await Task.WhenAny(Task.Delay(pause, time, cancellationToken));
        }
    }

    async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, _) => signal.Raise();
        await AskAsync($"LISTEN \"{channel}\"");
        try
        {
            signal.Raise();
            while (true)
            {
                if (!await connection.WaitAsync(Quiet, cancellationToken))
                {
                    // Nothing was heard: perhaps since the connection leads nowhere any more, which only asking tells.
                    await AskAsync("SELECT 1");
                }
            }
        }
        finally
        {
            // A connection that goes back to the pool must not listen on.
            NpgsqlConnection.ClearPool(connection);
        }

        async Task AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = AnswerSeconds };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
