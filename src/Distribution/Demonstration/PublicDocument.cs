using GraphApi.Distribution.Resources;

namespace GraphApi.Distribution.Demonstration;

/// <summary>What is known of a public document.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Pages">Its pages; null where the source does not say.</param>
/// <param name="SizeBytes">Its size as its source rounds it, in bytes; null where the source does not say.</param>
/// <param name="MediaType">The media type.</param>
/// <param name="Url">Where the source says that it is; null where it does not say.</param>
/// <param name="PublishedOn">The date it was last published; null where the source does not say.</param>
/// <param name="Functions">The functions of a privacy, civil rights and civil liberties officer that it serves.</param>
sealed record PublicDocument(
    string Title,
    string Publisher,
    int? Pages,
    long? SizeBytes,
    string MediaType,
    string? Url,
    DateOnly? PublishedOn,
    PcrclFunction[] Functions);
