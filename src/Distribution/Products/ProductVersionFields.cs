using GraphApi.Data.Bindings;
using GraphApi.Distribution.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Products;

/// <summary>
/// The fields of <c>ProductVersion</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class ProductVersionFields : EntityFields<ProductVersion>
{
    public ProductVersionFields()
    {
        OrderByDescending(version => version.Number);
        // Reading it leaves an access record, which needs to know of which version it is.
        Column("analystNotes", version => version.AnalystNotes, version => version.Id, version => version.OriginatorId);
        Memory(
            "privacyReviewed",
            version => version.PrivacyReviewedOn is not null,
            version => version.PrivacyReviewedOn);
        Batch<DistributionSession, MarkingBanner>("banner", LoadBannersAsync, version => version.Id);

        // Of who may know it: he sees all portions, so their banner is the document's.
        Batch<DistributionSession, MarkingBanner>("documentBanner", LoadBannersAsync, version => version.Id);
        Batch<DistributionSession, DeliverySummary>(
            "deliverySummary", DeliverySummary.LoadAsync, version => version.Id);
        Computed(
            "portionsWithheld",
            version => version.IsWithheldFromReader,
            (DistributionContext viewer, ProductVersion version) =>
                (version.RequiresThroughout & viewer.Lacks) != 0
                && !viewer.HomeCenterIds.Contains(version.OriginatorId)
                && !viewer.GrantedVersionIds.Contains(version.Id));
        Computed(
            "acknowledgementRequired",
            version => version.IsAcknowledgementRequired,
            (DistributionContext viewer, ProductVersion version) => version.Deliveries.Any(delivery =>
                delivery.IsAcknowledgementRequired
                && (delivery.RecipientId == viewer.PersonId
                    || delivery.RecipientId == viewer.EmployerId
                    || delivery.RecipientId == viewer.ServiceClientId)));
        Computed(
            "acknowledgedAt",
            version => version.AcknowledgedAt,
            (DistributionContext viewer, ProductVersion version) => version.Receipts
                .Where(receipt => receipt.Delivery.RecipientId == viewer.PersonId
                    || receipt.Delivery.RecipientId == viewer.EmployerId
                    || receipt.Delivery.RecipientId == viewer.ServiceClientId)
                .Min(receipt => (DateTime?)receipt.AcknowledgedAt));
        Computed("waitsFor", version => version.WaitsFor, version =>
            version.State == VersionState.Draft || version.State == VersionState.ChangesRequested
                ? VersionWait.Authors
                : version.State == VersionState.InReview
                    ? version.PrivacyReviewedOn != null ? VersionWait.Approval : VersionWait.PrivacyReview
                    : version.State == VersionState.Approved
                        ? VersionWait.Release
                        : version.State == VersionState.Scheduled
                            ? VersionWait.ReleaseTime
                            : (VersionWait?)null);
        Children("intendedLists", version => version.IntendedLists.Select(link => link.List));
        Batch<DistributionSession, IReadOnlyList<KeyJudgment>>(
            "keyJudgments",
            LoadJudgmentsAsync,
            version => version.Id);
    }

    /// <summary>The banner of each version, of the portions this viewer may see.</summary>
    static async ValueTask<IReadOnlyList<MarkingBanner>> LoadBannersAsync(
        DistributionSession session,
        IReadOnlyList<ProductVersion> versions,
        CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var ids = versions.Select(version => version.Id).Distinct().ToArray();
        var markings = await context.Set<Portion>()
            .Where(portion => ids.Contains(portion.VersionId))
            .Select(portion => new
            {
                portion.VersionId,
                Marking = new PortionMarking(
                    portion.Tlp,
                    portion.CuiBasic,
                    portion.CuiSpecified,
                    portion.DisseminationControls,
                    portion.Sensitivities,
                    portion.LegacyMarkings,
                    portion.ReleasableTo,
                    portion.OriginatorControl,
                    portion.DesignatedBy,
                    portion.Purposes),
            })
            .ToListAsync(cancellationToken);
        var byVersion = markings.ToLookup(row => row.VersionId, row => row.Marking);
        return [.. versions.Select(version => MarkingBanner.Of([.. byVersion[version.Id]]))];
    }

    /// <summary>The key judgments of each version among the portions this viewer may see, in order.</summary>
    static async ValueTask<IReadOnlyList<IReadOnlyList<KeyJudgment>>> LoadJudgmentsAsync(
        DistributionSession session,
        IReadOnlyList<ProductVersion> versions,
        CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var ids = versions.Select(version => version.Id).Distinct().ToArray();
        var portions = await context.Set<Portion>()
            .AsNoTracking()
            .Where(portion => ids.Contains(portion.VersionId) && portion.Kind == PortionKind.KeyJudgment)
            .OrderBy(portion => portion.Ordinal)
            .ToListAsync(cancellationToken);
        var byVersion = portions.ToLookup(portion => portion.VersionId, portion => new KeyJudgment(portion));
        return [.. versions.Select(version => byVersion[version.Id].ToList())];
    }
}
