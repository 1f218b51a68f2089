namespace GraphApi.Server;

/// <summary>
/// Everything the server logs, with event ids from 1000. No text of a request, a response or a token is ever in it.
/// </summary>
static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "A request failed (trace {TraceId}).")]
    public static partial void RequestFailed(ILogger logger, string traceId, Exception exception);

    [LoggerMessage(1001, LogLevel.Error, "The database did not answer a request (trace {TraceId}).")]
    public static partial void DatabaseFailed(ILogger logger, string traceId, Exception exception);

    [LoggerMessage(1002, LogLevel.Debug, "A client left before its response was written.")]
    public static partial void ClientLeft(ILogger logger);

    [LoggerMessage(1003, LogLevel.Warning, "The trusted document {Id} is left out: its text is not that of its hash.")]
    public static partial void TrustedDocumentChanged(ILogger logger, string id);

    [LoggerMessage(1004, LogLevel.Information, "{Count} trusted documents were read from the folder.")]
    public static partial void TrustedDocumentsRead(ILogger logger, int count);

    [LoggerMessage(
        1005, LogLevel.Error, "A token could not be checked: its issuer's keys are missing (trace {TraceId}).")]
    public static partial void TokenNotChecked(ILogger logger, string traceId, Exception exception);

    [LoggerMessage(1006, LogLevel.Warning, "The token issuer does not publish its keys.")]
    public static partial void IssuerFailed(ILogger logger, Exception exception);

    [LoggerMessage(1010, LogLevel.Warning, "The database cannot be prepared yet; next try in {Delay}.")]
    public static partial void DatabaseNotReady(ILogger logger, TimeSpan delay, Exception exception);

    [LoggerMessage(1011, LogLevel.Information, "The database is prepared.")]
    public static partial void DatabaseReady(ILogger logger);

    [LoggerMessage(1012, LogLevel.Warning, "The database does not answer the readiness check.")]
    public static partial void DatabaseCheckFailed(ILogger logger, Exception exception);

    [LoggerMessage(
        1020, LogLevel.Warning, "The role the server connects as {Powers}. Outside Development that is refused.")]
    public static partial void RoleTooPowerful(ILogger logger, string powers);

    [LoggerMessage(1021, LogLevel.Information, "All {Reads} reads of {Day:O} were within their audience.")]
    public static partial void Reconciled(ILogger logger, DateOnly day, long reads);

    [LoggerMessage(
        1022,
        LogLevel.Critical,
        "{Outside} of {Reads} reads of {Day:O} were outside the audience: see access_findings.")]
    public static partial void ReadsOutsideAudience(ILogger logger, DateOnly day, long outside, long reads);

    [LoggerMessage(
        1030,
        LogLevel.Information,
        "The clock released {Released} versions and ended {Expired} that were past validity.")]
    public static partial void ClockDid(ILogger logger, int released, int expired);

    [LoggerMessage(1031, LogLevel.Warning, "{Overdue} privacy reviews became overdue.")]
    public static partial void ReviewsOverdue(ILogger logger, int overdue);

    [LoggerMessage(
        1032,
        LogLevel.Error,
        "The release of version {Version} is due and was refused: its audience or review does not fit any more.")]
    public static partial void ReleaseRefused(ILogger logger, Guid version);

    [LoggerMessage(1033, LogLevel.Error, "What is due of {Subject} failed; it is tried again.")]
    public static partial void DueWorkFailed(ILogger logger, Guid subject, Exception exception);

    [LoggerMessage(1034, LogLevel.Error, "What is due could not be done; it is tried again.")]
    public static partial void ClockFailed(ILogger logger, Exception exception);

    [LoggerMessage(1023, LogLevel.Error, "The reads of days that are over could not be compared with their audiences.")]
    public static partial void ReconciliationFailed(ILogger logger, Exception exception);
}
