using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Asks for the privacy review of a version: part of giving it to review, and of releasing it in an emergency.
/// </summary>
static class RequestReview
{
    /// <summary>
    /// The review that decides on a version that is given to review: the one that is still under way, or a new one,
    /// which is added to <paramref name="work"/> with its first event. One that is under way has another revision then:
    /// who read the version before it was worked on does not sign it as it is now.
    /// </summary>
    /// <param name="work">The transaction of whoever gives it to review, who is an author.</param>
    /// <param name="product">The product.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PrivacyReview> ForAsync(
        UnitOfWork work, Product product, ProductVersion version, CancellationToken cancellationToken)
    {
        var reviews = await work.All<PrivacyReview>().AsNoTracking()
            .Where(review => review.VersionId == version.Id)
            .OrderByDescending(review => review.RequestedAt)
            .ToListAsync(cancellationToken);
        var open = reviews.Find(review =>
            review.State != PrivacyReviewState.Voided
            && review.Outcome is null or ReviewOutcome.ConcurWithChanges);
        if (open is null)
        {
            return await AddAsync(
                work, product, version, KindOf(product, version, reviews.Count > 0), cancellationToken);
        }

        var now = work.Now;
        await work.All<PrivacyReview>().Where(review => review.Id == open.Id).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Revision, r => r.Revision + 1).SetProperty(r => r.UpdatedAt, now),
            cancellationToken);
        return open;
    }

    /// <summary>
    /// The review of a version that was released before it was reviewed: new, and added to <paramref name="work"/>.
    /// Whoever released it asks for it.
    /// </summary>
    public static Task<PrivacyReview> AfterReleaseAsync(
        UnitOfWork work, Product product, ProductVersion version, CancellationToken cancellationToken) =>
        AddAsync(work, product, version, PrivacyReviewKind.PostRelease, cancellationToken);

    /// <summary>What kind of review a version asks for that is not out yet.</summary>
    /// <param name="product">The product.</param>
    /// <param name="version">The version.</param>
    /// <param name="wasReviewed">Whether there were reviews of this version before.</param>
    public static PrivacyReviewKind KindOf(Product product, ProductVersion version, bool wasReviewed) =>
        product.Type switch
        {
            _ when version.Number > 1 || wasReviewed => PrivacyReviewKind.ReReview,
            ProductType.IntelligenceWarningBulletin
                or ProductType.AdvisoryNotification
                or ProductType.SituationalAwarenessProduct => PrivacyReviewKind.Expedited,
            _ => PrivacyReviewKind.Standard,
        };

    static async Task<PrivacyReview> AddAsync(
        UnitOfWork work,
        Product product,
        ProductVersion version,
        PrivacyReviewKind kind,
        CancellationToken cancellationToken)
    {
        var review = new PrivacyReview
        {
            Id = Guid.NewGuid(),
            VersionId = version.Id,
            OriginatorId = version.OriginatorId,
            Kind = kind,
            State = PrivacyReviewState.Requested,
            Checklist = ReviewChecklist.Current.Version,
            RequestedById = work.Viewer.PersonId!.Value,
            RequestedAt = work.Now,
            DueAt = work.Now + work.Options.ReviewDeadlines.Of(kind, version.Urgency),
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };
        work.Add(review);
        work.Add(new ReviewEvent
        {
            Id = Guid.NewGuid(),
            ReviewId = review.Id,
            OriginatorId = review.OriginatorId,
            Step = ReviewStep.Request,
            ToState = review.State,
            Revision = review.Revision,
            ActorId = review.RequestedById,
            ActorName = await work.ActorNameAsync(cancellationToken),
            OccurredAt = work.Now,
        });
        return review;
    }
}
