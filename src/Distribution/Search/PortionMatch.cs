using GraphApi.Data.Searching;

namespace GraphApi.Distribution.Search;

/// <summary>A portion in which a search text is found.</summary>
/// <param name="PortionId">The portion.</param>
/// <param name="Text">What was looked for.</param>
sealed record PortionMatch(Guid PortionId, SearchText Text);
