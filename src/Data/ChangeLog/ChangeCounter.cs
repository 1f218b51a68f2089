namespace GraphApi.Data.ChangeLog;

/// <summary>
/// The one row whose lock numbers commits. Whoever writes into the log takes it as the last thing before he commits, so
/// that who has seen a number can never find a smaller one later.
/// </summary>
public sealed class ChangeCounter
{
    /// <summary>1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The greatest number that was given; 0: none.</summary>
    public long LastSequence { get; init; }

    /// <summary>When it was given, UTC; never earlier than the number before it, whatever the clocks say.</summary>
    public DateTime MovedAt { get; init; }

    /// <summary>
    /// What has this number or a smaller one may be gone: a reader who stands before it has missed something.
    /// </summary>
    public long ForgottenThrough { get; init; }
}
