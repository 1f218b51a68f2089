namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Where a finding comes from.</summary>
enum FindingOrigin
{
    /// <summary>A reviewer made it.</summary>
    Reviewer,

    /// <summary>The scan for personal information made it, when the version was given to review.</summary>
    Scan,
}
