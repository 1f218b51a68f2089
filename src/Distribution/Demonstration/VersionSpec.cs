using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A version to be made.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ChangeKind">What changed against the version before.</param>
/// <param name="At">When it was published, UTC; of a version in preparation, when it was sent to review.</param>
/// <param name="ValidUntil">When it ends to be valid, UTC; null: open-ended.</param>
/// <param name="IsPublicReleaseApproved">Whether release to the public was approved.</param>
/// <param name="Portions">Its portions: the title, the summary, then the others.</param>
sealed record VersionSpec(
    int Number,
    VersionState State,
    ChangeKind ChangeKind,
    DateTime At,
    DateTime? ValidUntil,
    bool IsPublicReleaseApproved,
    IReadOnlyList<PortionSpec> Portions)
{
    /// <summary>Whether it was ever published.</summary>
    public bool IsReleased => !(State is VersionState.Approved || IsUnreviewed);

    /// <summary>Whether it waits for its authors or its review.</summary>
    public bool IsUnreviewed =>
        State is VersionState.Draft or VersionState.InReview or VersionState.ChangesRequested;
}
