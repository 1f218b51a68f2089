using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>ReviewAnswer</c>.</summary>
sealed class ReviewAnswerFields : EntityFields<ReviewAnswer>
{
    public ReviewAnswerFields() => OrderBy(answer => answer.Item);
}
