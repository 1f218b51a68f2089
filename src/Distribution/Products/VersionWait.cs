namespace GraphApi.Distribution.Products;

/// <summary>What a version in preparation waits for.</summary>
enum VersionWait
{
    /// <summary>Its authors.</summary>
    Authors,

    /// <summary>Its privacy review.</summary>
    PrivacyReview,

    /// <summary>A supervisor, to approve it.</summary>
    Approval,

    /// <summary>A supervisor, to release it.</summary>
    Release,

    /// <summary>The time of its release.</summary>
    ReleaseTime,
}
