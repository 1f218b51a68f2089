using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What a review does to the version it is about: readers are told the day on which it let it pass.</summary>
static class ReviewedVersion
{
    /// <summary>
    /// Keeps a version as it was found until the transaction ends, so that nobody works on what is being signed.
    /// </summary>
    /// <returns>That somebody changed it since; null: it is held.</returns>
    public static async Task<object?> HoldAsync(
        UnitOfWork work, FoundReview found, CancellationToken cancellationToken)
    {
        var (id, revision) = (found.Version.Id, found.Version.Revision);
        var held = await work.All<ProductVersion>().Where(row => row.Id == id && row.Revision == revision)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.UpdatedAt, v => v.UpdatedAt), cancellationToken);
        return held == 1 ? null : new StateConflictError("The version was changed meanwhile: read it again.");
    }

    /// <summary>A review lets its version pass as it is now.</summary>
    public static Task PassAsync(UnitOfWork work, FoundReview found, CancellationToken cancellationToken) =>
        SetAsync(work, found.Version.Id, DateOnly.FromDateTime(work.Now), cancellationToken);

    /// <summary>A version that was not released is reviewed no more.</summary>
    public static Task WithdrawAsync(UnitOfWork work, Guid version, CancellationToken cancellationToken) =>
        SetAsync(work, version, null, cancellationToken);

    static async Task SetAsync(UnitOfWork work, Guid version, DateOnly? day, CancellationToken cancellationToken) =>
        await work.All<ProductVersion>().Where(row => row.Id == version)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.PrivacyReviewedOn, day), cancellationToken);
}
