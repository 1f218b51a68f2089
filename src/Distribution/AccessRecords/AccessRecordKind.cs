namespace GraphApi.Distribution.AccessRecords;

/// <summary>What an access record speaks of.</summary>
enum AccessRecordKind
{
    /// <summary>Portions of a version were read.</summary>
    ContentRead,

    /// <summary>Access records were read, or counted.</summary>
    RecordRead,

    /// <summary>
    /// What stands behind a version was read: sources, notes, the reasons of its review, for whom it was made. It is
    /// not public, be the version so or not.
    /// </summary>
    BackgroundRead,

    /// <summary>How somebody else is reached was read, unmasked.</summary>
    ContactRead,

    /// <summary>A search found a version by what it says; without a version, none on the page asked for.</summary>
    ContentSearch,
}
