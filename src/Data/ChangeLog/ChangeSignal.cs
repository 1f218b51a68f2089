namespace GraphApi.Data.ChangeLog;

/// <summary>
/// Wakes those who wait for the log to move. It says that there may be something new, never what: the log alone
/// decides. Thread-safe.
/// </summary>
public sealed class ChangeSignal
{
    volatile TaskCompletionSource _next = Create();

    /// <summary>
    /// Done when the signal is next raised. Take it before looking at the log: what comes in between is not missed.
    /// </summary>
    public Task Next => _next.Task;

    /// <summary>Wakes all who wait.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, Create()).SetResult();

    static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
