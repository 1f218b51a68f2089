using System.Diagnostics.Metrics;
using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Server.Health;

/// <summary>
/// Compares the reads of each day with the audiences they were meant for, once the day is over: on whichever node comes
/// first. A day on which no server ran is made up for.
/// </summary>
static class DailyReconciliation
{
    /// <summary>How often is looked.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long after its midnight a day is over: a record is written when its request ends and bears the moment it
    /// began, and no request takes as long.
    /// </summary>
    static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(15);

    static readonly Meter Meter = new("GraphApi.Server");

    static readonly Gauge<long> Outside = Meter.CreateGauge<long>(
        "graphapi.access.outside", "{read}", "Reads of the last compared day that were outside the audience.");

    /// <summary>
    /// Runs until the server stops; looks every quarter of an hour which days are not compared yet. What fails is tried
    /// again then.
    /// </summary>
    /// <param name="findDueAsync">The days up to the given one that are not compared.</param>
    /// <param name="reconcileAsync">Compares a day, unless that was done.</param>
    /// <param name="logger">Told how many reads there were, and of whatever is not as it should be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task RunAsync(
        Func<DateOnly, CancellationToken, Task<IReadOnlyList<DateOnly>>> findDueAsync,
        Func<DateOnly, bool, CancellationToken, Task<ReconciliationResult>> reconcileAsync,
        ILogger logger,
        TimeProvider time,
        CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var last = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime - Afterwards).AddDays(-1);
                foreach (var day in await findDueAsync(last, stopping))
                {
                    Report(await reconcileAsync(day, false, stopping), logger);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever fails must not end the comparison without a word
            catch (Exception exception)
#pragma warning restore CA1031
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
