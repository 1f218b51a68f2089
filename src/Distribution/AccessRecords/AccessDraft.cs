using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>What one request read, before it is known which records that makes.</summary>
/// <param name="Viewer">Who.</param>
/// <param name="Origin">Where the request comes from.</param>
/// <param name="OperationName">The operation's name; null: it has none.</param>
/// <param name="DocumentHash">SHA-256 of the document, in lower-case hexadecimal.</param>
/// <param name="TraceId">The trace id of the request; null: it has none.</param>
/// <param name="Content">The content; null: none.</param>
/// <param name="Subjects">Whose records were read: the version or the principal; null: none were.</param>
sealed record AccessDraft(
    Viewer Viewer,
    AccessOrigin Origin,
    string? OperationName,
    string DocumentHash,
    string? TraceId,
    ContentReads? Content,
    IReadOnlyList<RecordSubject>? Subjects);
