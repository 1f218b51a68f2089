using System.Diagnostics.Metrics;
using GraphApi.Distribution.Clock;

namespace GraphApi.Server.Health;

/// <summary>
/// Does what is due when it is due: scheduled releases, ends of validity and the like. Every node runs one; which of
/// them does it is settled in the database.
/// </summary>
static class ReleaseClock
{
    /// <summary>
    /// The shortest sleep: what is due and could not be done is not tried again and again without a pause.
    /// </summary>
    static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    static readonly Meter Meter = new("GraphApi.Server");

    static readonly Gauge<int> Waiting = Meter.CreateGauge<int>(
        "graphapi.clock.refused", "{version}", "Scheduled versions whose time has come and that do not fit any more.");

    /// <summary>
    /// Runs until the server stops: does what is due, then sleeps until something is due next. What fails is tried
    /// again.
    /// </summary>
    /// <param name="runDueAsync">Does what is due.</param>
    /// <param name="findNextAsync">When something is due next, UTC.</param>
    /// <param name="longestPause">The longest sleep: another node may have made something due.</param>
    /// <param name="logger">Told what was done, and of whatever is not as it should be.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stopping">Ends it.</param>
    public static async Task RunAsync(
        Func<CancellationToken, Task<ClockReport>> runDueAsync,
        Func<CancellationToken, Task<DateTime?>> findNextAsync,
        TimeSpan longestPause,
        ILogger logger,
        TimeProvider time,
        CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var pause = longestPause;
            try
            {
                Report(await runDueAsync(stopping), logger);
                pause = PauseUntil(await findNextAsync(stopping), longestPause, time);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever fails must not stop the clock without a word
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.ClockFailed(logger, exception);
            }

            await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    static TimeSpan PauseUntil(DateTime? next, TimeSpan longest, TimeProvider time)
    {
        var pause = next is { } at ? at - time.GetUtcNow().UtcDateTime : longest;
        return pause > longest ? longest : pause < ShortestPause ? ShortestPause : pause;
    }

    static void Report(ClockReport report, ILogger logger)
    {
        Waiting.Record(report.Refused.Count);
        if (report.Released + report.Expired > 0)
        {
            Log.ClockDid(logger, report.Released, report.Expired);
        }

        if (report.Overdue > 0)
        {
            Log.ReviewsOverdue(logger, report.Overdue);
        }

        foreach (var version in report.Refused)
        {
            Log.ReleaseRefused(logger, version);
        }

        foreach (var (subject, problem) in report.Failed)
        {
            Log.DueWorkFailed(logger, subject, problem);
        }
    }
}
