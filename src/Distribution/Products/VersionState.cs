namespace GraphApi.Distribution.Products;

/// <summary>Where a version stands in its life.</summary>
enum VersionState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Under review.</summary>
    InReview,

    /// <summary>Sent back to its author.</summary>
    ChangesRequested,

    /// <summary>Approved, not published.</summary>
    Approved,

    /// <summary>Waits for its release time.</summary>
    Scheduled,

    /// <summary>Published.</summary>
    Published,

    /// <summary>Replaced by a newer version.</summary>
    Superseded,

    /// <summary>Recalled.</summary>
    Recalled,

    /// <summary>Past its validity.</summary>
    Expired,

    /// <summary>Given up before publication.</summary>
    Cancelled,

    /// <summary>Kept for the record.</summary>
    Archived,

    /// <summary>Content removed, record kept.</summary>
    Purged,
}
