using GraphApi.Data.Searching;
using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Search;

/// <summary>A portion in which a search text is found.</summary>
/// <param name="PortionId">The portion.</param>
/// <param name="VersionId">The version it is a portion of.</param>
/// <param name="OriginatorId">The center that made the version.</param>
/// <param name="Ordinal">Its place within the version, from 0.</param>
/// <param name="Sought">What was looked for.</param>
sealed record PortionMatch(Guid PortionId, Guid VersionId, Guid OriginatorId, int Ordinal, SearchText Sought)
    : IRecordedContent;
