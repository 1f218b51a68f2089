using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>ReviewEvent</c>.</summary>
sealed class ReviewEventFields : EntityFields<ReviewEvent>
{
    public ReviewEventFields() => OrderBy(step => step.Revision);
}
