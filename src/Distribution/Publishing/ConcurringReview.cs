using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// The privacy review that a release rests on: of this very version, by somebody who neither wrote nor releases it,
/// with nothing left to be done. The database looks again.
/// </summary>
static class ConcurringReview
{
    /// <summary>What a release is refused with where there is none.</summary>
    public static StateConflictError Missing { get; } =
        new("No privacy review has concurred with this version and left nothing to be done.");

    /// <summary>The last one that was decided; null: there is none.</summary>
    public static Task<PrivacyReview?> FindAsync(
        UnitOfWork work, Guid versionId, Guid releasedById, CancellationToken cancellationToken) =>
        work.All<PrivacyReview>()
            .Where(review => review.VersionId == versionId
                && review.ReviewerId != null
                && review.ReviewerId != releasedById
                && !work.All<VersionAuthor>().Any(author =>
                    author.VersionId == versionId && author.PersonId == review.ReviewerId)
                && ((review.State == PrivacyReviewState.Resolved && review.Outcome == ReviewOutcome.ResolvedConcur)
                    || (review.State == PrivacyReviewState.Completed
                        && (review.Outcome == ReviewOutcome.Concur
                            || review.Outcome == ReviewOutcome.ConcurWithChanges)
                        && !work.All<PrivacyFinding>().Any(finding =>
                            finding.ReviewId == review.Id
                            && finding.Resolution == null
                            && finding.Severity != FindingSeverity.Note))))
            .OrderByDescending(review => review.SignedAt).ThenBy(review => review.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
