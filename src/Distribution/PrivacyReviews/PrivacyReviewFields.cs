using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// The fields of <c>PrivacyReview</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class PrivacyReviewFields : EntityFields<PrivacyReview>
{
    public PrivacyReviewFields()
    {
        OrderByDescending(review => review.RequestedAt);
        Batch<DistributionSession, string?>(
            "rationale",
            ReadRationale,
            review => review.OriginatorId,
            review => review.Rationale);
    }

    /// <summary>The reviewer's reasons are for those who supervise, direct or review at the center.</summary>
    static ValueTask<IReadOnlyList<string?>> ReadRationale(
        DistributionSession session,
        IReadOnlyList<PrivacyReview> reviews,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string?>>(
            [.. reviews.Select(r => session.Viewer.OversightCenterIds.Contains(r.OriginatorId) ? r.Rationale : null)]);
}
