using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>
/// What a review does to the version it is about: readers are told the day on which it let it pass, and of what is out
/// already that there is something to be read anew.
/// </summary>
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

    /// <summary>
    /// A review lets its version pass as it is now. Where that is out already, whoever has it is told.
    /// </summary>
    public static async Task PassAsync(UnitOfWork work, FoundReview found, CancellationToken cancellationToken)
    {
        await SetAsync(work, found.Version.Id, DateOnly.FromDateTime(work.Now), cancellationToken);
        if (found.Review.Kind == PrivacyReviewKind.PostRelease)
        {
            await AnnounceAsync(work, found, rights => rights, cancellationToken);
        }
    }

    /// <summary>
    /// A review recommends to recall its version. The center's staff is told, and nobody else: it is for the center to
    /// recall.
    /// </summary>
    public static Task ObjectAsync(UnitOfWork work, FoundReview found, CancellationToken cancellationToken) =>
        AnnounceAsync(
            work,
            found,
            rights => rights.Where(right => right.Kind == EntitlementKind.Home),
            cancellationToken);

    /// <summary>A version that was not released is reviewed no more.</summary>
    public static Task WithdrawAsync(UnitOfWork work, Guid version, CancellationToken cancellationToken) =>
        SetAsync(work, version, null, cancellationToken);

    static async Task AnnounceAsync(
        UnitOfWork work,
        FoundReview found,
        Func<IQueryable<Entitlement>, IQueryable<Entitlement>> choose,
        CancellationToken cancellationToken)
    {
        var rights = await choose(work.All<Entitlement>().AsNoTracking()
            .Where(right => right.VersionId == found.Version.Id)).ToListAsync(cancellationToken);
        if (rights.Count > 0)
        {
            work.Announce(Announcement.ToHolders(ChangeKind.MetadataChanged, found.Version.OriginatorId, rights));
        }
    }

    static async Task SetAsync(UnitOfWork work, Guid version, DateOnly? day, CancellationToken cancellationToken) =>
        await work.All<ProductVersion>().Where(row => row.Id == version)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.PrivacyReviewedOn, day), cancellationToken);
}
