using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Receipts;

/// <summary>The fields of <c>Feedback</c>.</summary>
sealed class FeedbackFields : EntityFields<Feedback>
{
    public FeedbackFields()
    {
        OrderByDescending(feedback => feedback.UpdatedAt);
        // Reading it leaves an access record, which needs to know whose it is and of which version.
        Column(
            "comment",
            feedback => feedback.Comment,
            feedback => feedback.AuthorId,
            feedback => feedback.VersionId,
            feedback => feedback.OriginatorId);
    }
}
