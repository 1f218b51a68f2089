using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Tells those of a center who see the version that its privacy review is overdue: once a review.
/// </summary>
sealed class OverdueReviews : DueWork
{
    const string Mark = "OverdueReview";

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        await context.Database.SqlQuery<Guid>(
            $"""
            SELECT r.id AS "Value" FROM privacy_reviews r
            WHERE r.state IN ('Requested', 'Assigned', 'InReview', 'Escalated') AND r.due_at <= {now}
                AND NOT EXISTS (SELECT 1 FROM clock_marks m WHERE m.work = {Mark} AND m.subject_id = r.id)
            ORDER BY r.due_at, r.id LIMIT {MostAtOnce}
            """).ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        context.Set<PrivacyReview>()
            .Where(review => review.DueAt > now
                && (review.State == PrivacyReviewState.Requested
                    || review.State == PrivacyReviewState.Assigned
                    || review.State == PrivacyReviewState.InReview
                    || review.State == PrivacyReviewState.Escalated))
            .MinAsync(review => (DateTime?)review.DueAt, cancellationToken);

    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        if (!await Claim.OnceAsync(work, Mark, id, cancellationToken))
        {
            return null;
        }

        var review = await work.All<PrivacyReview>().SingleAsync(row => row.Id == id, cancellationToken);
        var staff = await work.All<Entitlement>()
            .Where(right => right.VersionId == review.VersionId
                && (right.Kind == EntitlementKind.Draft || right.Kind == EntitlementKind.Home))
            .ToListAsync(cancellationToken);
        if (staff.Count > 0)
        {
            work.Announce(Announcement.ToHolders(ChangeKind.MetadataChanged, review.OriginatorId, staff));
        }

        return Outcome.Done(id);
    }
}
