namespace GraphApi.Distribution.AccessRecords;

/// <summary>What one request read, before it is known which records that makes.</summary>
/// <param name="Reads">By whom what was read, in order; at least one.</param>
/// <param name="Origin">Where the request comes from.</param>
/// <param name="OperationName">The operation's name; null: it has none.</param>
/// <param name="DocumentHash">SHA-256 of the document, in lower-case hexadecimal.</param>
/// <param name="TraceId">The trace id of the request; null: it has none.</param>
sealed record AccessDraft(
    IReadOnlyList<ViewerReads> Reads,
    AccessOrigin Origin,
    string? OperationName,
    string DocumentHash,
    string? TraceId);
