namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What kind of review it is.</summary>
enum PrivacyReviewKind
{
    /// <summary>The ordinary review.</summary>
    Standard,

    /// <summary>Under a shorter clock.</summary>
    Expedited,

    /// <summary>After an emergency release.</summary>
    PostRelease,

    /// <summary>Again, after a change.</summary>
    ReReview,
}
