using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>ReviewEvent</c>.</summary>
sealed class ReviewEventFields : EntityFields<ReviewEvent>
{
    public ReviewEventFields()
    {
        OrderBy(step => step.Revision);
        // Reading it leaves an access record, which needs to know of which version it is.
        ColumnWithComputed(
            "reason",
            step => step.Reason,
            step => step.VersionId,
            step => step.Review.VersionId,
            step => step.OriginatorId);
    }
}
