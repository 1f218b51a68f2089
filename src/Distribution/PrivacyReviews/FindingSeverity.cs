namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>How much a finding weighs.</summary>
enum FindingSeverity
{
    /// <summary>To be noted.</summary>
    Note,

    /// <summary>Should be changed.</summary>
    Minor,

    /// <summary>Must be changed before release.</summary>
    Blocking,
}
