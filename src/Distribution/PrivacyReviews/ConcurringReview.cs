using System.Linq.Expressions;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// The privacy review that lets a version pass: of this very version, before its release, by somebody who did not write
/// it, with nothing left to be done. The database looks again.
/// </summary>
static class ConcurringReview
{
    /// <summary>What a release is refused with where there is none.</summary>
    public static StateConflictError Missing { get; } =
        new("No privacy review has concurred with this version and left nothing to be done.");

    /// <summary>Whether somebody reviewed a version: as its reviewer, or by deciding on an objection.</summary>
    /// <param name="versionId">The version.</param>
    /// <param name="person">The person; null: nobody.</param>
    public static Expression<Func<PrivacyReview, bool>> IsBy(Guid versionId, Guid? person) => review =>
        person != null
        && review.VersionId == versionId
        && (review.ReviewerId == person || (review.DeciderId == person && review.DecidedAt != null));

    /// <summary>Whether there is one.</summary>
    public static Task<bool> ExistsAsync(UnitOfWork work, Guid versionId, CancellationToken cancellationToken) =>
        Of(work, versionId).AnyAsync(cancellationToken);

    /// <summary>
    /// The last one that was signed, in which who releases the version had no part; null: there is none.
    /// </summary>
    public static Task<PrivacyReview?> FindAsync(
        UnitOfWork work, Guid versionId, Guid releasedById, CancellationToken cancellationToken) =>
        Of(work, versionId)
            .Where(review => review.ReviewerId != releasedById
                && (review.DeciderId == null || review.DeciderId != releasedById))
            .OrderByDescending(review => review.SignedAt).ThenBy(review => review.Id)
            .FirstOrDefaultAsync(cancellationToken);

    static IQueryable<PrivacyReview> Of(UnitOfWork work, Guid versionId) =>
        work.All<PrivacyReview>().Where(review =>
            review.VersionId == versionId
            && review.Kind != PrivacyReviewKind.PostRelease
            && review.ReviewerId != null
            && !work.All<VersionAuthor>().Any(author =>
                author.VersionId == versionId && author.PersonId == review.ReviewerId)
            && ((review.State == PrivacyReviewState.Resolved && review.Outcome == ReviewOutcome.ResolvedConcur)
                || (review.State == PrivacyReviewState.Completed
                    && (review.Outcome == ReviewOutcome.Concur
                        || review.Outcome == ReviewOutcome.ConcurWithChanges)
                    && !work.All<PrivacyFinding>().Any(finding =>
                        finding.ReviewId == review.Id
                        && finding.Resolution == null
                        && finding.Severity != FindingSeverity.Note))));
}
