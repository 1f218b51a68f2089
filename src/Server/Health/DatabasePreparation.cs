using System.Data.Common;

namespace GraphApi.Server.Health;

/// <summary>
/// Migrates a database that may not be there yet. Until it succeeds the server answers, and says that it is not ready.
/// </summary>
static class DatabasePreparation
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Runs <paramref name="migrateAsync"/> until it succeeds or the server stops, and waits longer after each failure:
    /// from one second up to thirty. A failure that no waiting will mend (a migration that is wrong) is thrown.
    /// </summary>
    public static async Task RunAsync(
        Func<CancellationToken, Task> migrateAsync, ILogger logger, TimeProvider time, CancellationToken stopping)
    {
        var delay = FirstDelay;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await migrateAsync(stopping);
                Log.DatabaseReady(logger);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (DbException exception)
            {
                Log.DatabaseNotReady(logger, delay, exception);
            }
            catch (InvalidOperationException exception) when (exception.InnerException is DbException)
            {
                // EF Core wraps what it takes for transient.
                Log.DatabaseNotReady(logger, delay, exception);
            }

            await Task.Delay(delay, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }
}
