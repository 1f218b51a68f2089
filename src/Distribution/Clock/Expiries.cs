using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Ends versions that are past their validity, and tells those who had them. Their rights ended at that very moment
/// already. While a recall is open a version stays as it is.
/// </summary>
sealed class Expiries : DueWork
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        await context.Set<ProductVersion>()
            .Where(version => version.State == VersionState.Published
                && version.ValidUntil <= now
                && !context.Set<RecallNotice>().Any(notice =>
                    notice.ProductId == version.ProductId && notice.State == RecallState.Open))
            .OrderBy(version => version.ValidUntil).ThenBy(version => version.Id)
            .Select(version => version.Id).Take(MostAtOnce)
            .ToListAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        context.Set<ProductVersion>()
            .Where(version => version.State == VersionState.Published && version.ValidUntil > now)
            .MinAsync(version => version.ValidUntil, cancellationToken);

    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        if (await Claim.VersionAsync(work, id, cancellationToken)
            is not { State: VersionState.Published } version
            || !(version.ValidUntil <= work.Now)
            || await work.All<RecallNotice>().AnyAsync(
                notice => notice.ProductId == version.ProductId && notice.State == RecallState.Open,
                cancellationToken))
        {
            return null;
        }

        var outcome = await VersionChange.ApplyAsync(
            work, version, VersionStep.Expire, reason: null, change: null, cancellationToken);
        if (outcome.Errors is not null)
        {
            return outcome;
        }

        var product = await work.All<Product>().SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        if (product.CurrentVersionId == version.Id)
        {
            await ProductStanding.SetAsync(
                work, product, ProductState.Expired, version.ValidUntil, cancellationToken);
        }

        var (before, _) = await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        Entitlement[] told = [.. before.Where(right => right.IsCurrent)];
        if (told.Length > 0)
        {
            work.Announce(Announcement.ToHolders(ChangeKind.Expired, version.OriginatorId, told));
        }

        return outcome;
    }
}
