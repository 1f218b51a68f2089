using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>PrivacyReview</c>.</summary>
sealed class PrivacyReviewFields : EntityFields<PrivacyReview>
{
    public PrivacyReviewFields()
    {
        OrderByDescending(review => review.RequestedAt);
    }
}
