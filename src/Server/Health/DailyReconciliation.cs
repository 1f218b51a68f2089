using System.Data.Common;
using System.Diagnostics.Metrics;
using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Server.Health;

/// <summary>
/// Compares the reads of each day with the audiences they were meant for, once the day is over: on whichever node comes
/// first.
/// </summary>
static class DailyReconciliation
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    static readonly Meter Meter = new("GraphApi.Server");

    static readonly Gauge<long> Outside = Meter.CreateGauge<long>(
        "graphapi.access.outside", "{read}", "Reads of the last compared day that were outside the audience.");

    /// <summary>
    /// Runs until the server stops; looks every quarter of an hour whether yesterday is compared. A database that does
    /// not answer is tried again then.
    /// </summary>
    /// <param name="reconcileAsync">Compares a day, unless that was done.</param>
    /// <param name="logger">Told how many reads there were, and of whatever is not as it should be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task RunAsync(
        Func<DateOnly, bool, CancellationToken, Task<ReconciliationResult>> reconcileAsync,
        ILogger logger,
        TimeProvider time,
        CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
                Report(await reconcileAsync(yesterday, false, stopping), logger);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
                when (exception is DbException or InvalidOperationException { InnerException: DbException })
            {
                Log.ReconciliationFailed(logger, exception);
            }

            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static void Report(ReconciliationResult result, ILogger logger)
    {
        Outside.Record(result.Outside);
        if (!result.IsNew)
        {
            return;
        }

        if (result.Outside == 0)
        {
            Log.Reconciled(logger, result.Day, result.Reads);
        }
        else
        {
            Log.ReadsOutsideAudience(logger, result.Day, result.Outside, result.Reads);
        }
    }
}
