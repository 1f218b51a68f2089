using System.Linq.Expressions;
using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>PrivacyReview</c>.</summary>
sealed class PrivacyReviewFields : EntityFields<PrivacyReview>
{
    static readonly Expression<Func<DistributionContext, PrivacyReview, bool>> IsPastDue = (viewer, review) =>
        review.DueAt < viewer.Now
        && (review.State == PrivacyReviewState.Requested
            || review.State == PrivacyReviewState.Assigned
            || review.State == PrivacyReviewState.InReview
            || review.State == PrivacyReviewState.Escalated);

    public PrivacyReviewFields()
    {
        OrderByDescending(review => review.RequestedAt);
        Computed("isOverdue", review => review.IsOverdue, IsPastDue);
        Memory(
            "items",
            review => ReviewChecklist.Find(review.Checklist)?.Items.ToArray() ?? [],
            review => review.Checklist);
        Children("answers", review => review.Answers).OrderBy(answer => answer.Item);
        Children("history", review => review.Events).OrderBy(step => step.Revision);
        // Reading them leaves an access record, which needs to know of which version they are.
        Column("rationale", review => review.Rationale, review => review.VersionId, review => review.OriginatorId);
        Column("notes", review => review.Notes, review => review.VersionId, review => review.OriginatorId);
        Column("decision", review => review.Decision, review => review.VersionId, review => review.OriginatorId);
        Column("counsel", review => review.Counsel, review => review.VersionId, review => review.OriginatorId);
    }
}
