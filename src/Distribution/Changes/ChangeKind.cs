namespace GraphApi.Distribution.Changes;

/// <summary>What happened to a product, as those are told who could see it before or can see it now.</summary>
enum ChangeKind
{
    /// <summary>It was published for the first time.</summary>
    Published,

    /// <summary>A new version took the place of the one before.</summary>
    Revised,

    /// <summary>A newer version took its place, and went to others: it is gone for those who are told.</summary>
    Superseded,

    /// <summary>It must not be used any more.</summary>
    Recalled,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>
    /// The reader may see it from now on, or more or less of it, for a reason that is not the product's.
    /// </summary>
    AccessGranted,

    /// <summary>The reader may not see it any more, for a reason that is not the product's.</summary>
    AccessRevoked,

    /// <summary>Something about it changed that is not its content, such as until when it is valid.</summary>
    MetadataChanged,
}
