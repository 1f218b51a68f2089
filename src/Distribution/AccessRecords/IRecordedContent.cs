namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// A row with content: reading a field of it that has <c>@recorded</c> leaves an access record. What is named here must
/// be loaded with each such field.
/// </summary>
interface IRecordedContent
{
    /// <summary>The version it is a portion of.</summary>
    Guid VersionId { get; }

    /// <summary>The center that made the version.</summary>
    Guid OriginatorId { get; }

    /// <summary>Its place within the version, from 0.</summary>
    int Ordinal { get; }
}
