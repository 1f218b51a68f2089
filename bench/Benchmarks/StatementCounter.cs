using System.Diagnostics;

namespace GraphApi.Benchmarks;

/// <summary>Counts what this process has PostgreSQL run, whoever asks for it, by what it is for. Thread-safe.</summary>
sealed class StatementCounter : IDisposable
{
    readonly ActivityListener _listener;
    int _events;
    int _records;
    int _viewers;

    public StatementCounter()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Count,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>
    /// How many there were since it was last asked: that read events or the log, that write access records, and that
    /// find out again who subscribers are.
    /// </summary>
    public (int Events, int Records, int Viewers) Take() => (
        Interlocked.Exchange(ref _events, 0),
        Interlocked.Exchange(ref _records, 0),
        Interlocked.Exchange(ref _viewers, 0));

    public void Dispose() => _listener.Dispose();

    void Count(Activity activity)
    {
        var text = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string ?? "";
        if (text.Contains("FROM people", StringComparison.Ordinal)
            || text.Contains("list_memberships", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _viewers);
        }
        else if (text.Contains("access_", StringComparison.Ordinal)
            || text.Contains("pg_advisory_xact_lock", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _records);
        }
        else
        {
            Interlocked.Increment(ref _events);
        }
    }
}
