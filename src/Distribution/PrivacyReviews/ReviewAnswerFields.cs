using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>ReviewAnswer</c>.</summary>
sealed class ReviewAnswerFields : EntityFields<ReviewAnswer>
{
    public ReviewAnswerFields()
    {
        OrderBy(answer => answer.Item);
        // Reading it leaves an access record, which needs to know of which version it is.
        ColumnWithComputed(
            "comment",
            answer => answer.Comment,
            answer => answer.VersionId,
            answer => answer.Review.VersionId,
            answer => answer.OriginatorId);
    }
}
