using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Receipts;

/// <summary>The fields of <c>Feedback</c>, each a column or reference of its name.</summary>
sealed class FeedbackFields : EntityFields<Feedback>
{
    public FeedbackFields() => OrderByDescending(feedback => feedback.UpdatedAt);
}
