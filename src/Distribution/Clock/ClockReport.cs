namespace GraphApi.Distribution.Clock;

/// <summary>What the clock did in one go, for the log and the metrics of the server.</summary>
/// <param name="Released">How many scheduled versions were released.</param>
/// <param name="Expired">How many versions were ended.</param>
/// <param name="Overdue">How many reviews were found overdue.</param>
/// <param name="Refused">The versions whose time has come and that do not fit any more: somebody is to look.</param>
/// <param name="Failed">What failed, and why; it is tried again. Empty: nothing.</param>
public sealed record ClockReport(
    int Released,
    int Expired,
    int Overdue,
    IReadOnlyList<Guid> Refused,
    IReadOnlyList<(Guid Subject, Exception Problem)> Failed);
