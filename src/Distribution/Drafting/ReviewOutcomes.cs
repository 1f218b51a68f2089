using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Whether privacy reviews let a version pass as it is; the database asks the same of what is released.
/// </summary>
static class ReviewOutcomes
{
    /// <summary>
    /// Whether a review concurred, with nothing left to be done, or was decided so, and still counts.
    /// </summary>
    public static Task<bool> HasPassedAsync(UnitOfWork work, Guid versionId, CancellationToken cancellationToken) =>
        work.All<PrivacyReview>().AnyAsync(
            review => review.VersionId == versionId
                && review.Kind != PrivacyReviewKind.PostRelease
                && ((review.State == PrivacyReviewState.Resolved && review.Outcome == ReviewOutcome.ResolvedConcur)
                    || (review.State == PrivacyReviewState.Completed
                        && (review.Outcome == ReviewOutcome.Concur
                            || review.Outcome == ReviewOutcome.ConcurWithChanges)
                        && !work.All<PrivacyFinding>().Any(finding =>
                            finding.ReviewId == review.Id
                            && finding.Resolution == null
                            && finding.Severity != FindingSeverity.Note))),
            cancellationToken);
}
