namespace GraphApi.Distribution.AccessRecords;

/// <summary>What an access record speaks of.</summary>
enum AccessRecordKind
{
    /// <summary>Portions of a version were read.</summary>
    ContentRead,

    /// <summary>Access records were read, or counted.</summary>
    RecordRead,
}
