using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// Lets reviews of a version count no more, because the version is not what they are about any more. Part of what is
/// done to the version; reviews of what is out already stay.
/// </summary>
static class VoidReviews
{
    /// <summary>
    /// All reviews of a version: it is taken back into work after it was approved, given up, or released in an
    /// emergency.
    /// </summary>
    /// <param name="work">The transaction of whoever does that.</param>
    /// <param name="version">The version.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task AllAsync(UnitOfWork work, Guid version, string reason, CancellationToken cancellationToken) =>
        RunAsync(work, version, reason, _ => new ValueTask<bool>(true), cancellationToken);

    /// <summary>
    /// The reviews that were signed on what a version was until now: its text, markings or audience are worked on. A
    /// review that is under way goes on, and so does one that waits for the very changes that are made.
    /// </summary>
    /// <inheritdoc cref="AllAsync"/>
    public static Task OvertakenAsync(
        UnitOfWork work, Guid version, string reason, CancellationToken cancellationToken) =>
        RunAsync(
            work,
            version,
            reason,
            async review => review.Outcome switch
            {
                null => false,
                ReviewOutcome.ConcurWithChanges =>
                    !await SignReview.HasOpenFindingsAsync(work, review.Id, cancellationToken),
                _ => true,
            },
            cancellationToken);

    static async Task RunAsync(
        UnitOfWork work,
        Guid version,
        string reason,
        Func<PrivacyReview, ValueTask<bool>> isMeant,
        CancellationToken cancellationToken)
    {
        var standing = work.All<PrivacyReview>().Where(review =>
            review.VersionId == version
            && review.State != PrivacyReviewState.Voided
            && review.Kind != PrivacyReviewKind.PostRelease);
        // Whoever signs at this moment is waited for, and then seen; whoever comes later finds the review void. The
        // version first, as who signs holds it first.
        await work.All<ProductVersion>().Where(row => row.Id == version)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.UpdatedAt, v => v.UpdatedAt), cancellationToken);
        await standing
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.UpdatedAt, r => r.UpdatedAt), cancellationToken);
        var reviews = await standing.AsNoTracking()
            .OrderBy(review => review.Id)
            .ToListAsync(cancellationToken);
        var hasVoided = false;
        foreach (var review in reviews)
        {
            if (await isMeant(review))
            {
                hasVoided = true;
                await ReviewChange.ApplyAsync(
                    work,
                    review,
                    ReviewStep.Void,
                    PrivacyReviewState.Voided,
                    reason,
                    change: null,
                    cancellationToken);
            }
        }

        if (hasVoided)
        {
            await ReviewedVersion.WithdrawAsync(work, version, cancellationToken);
        }
    }
}
