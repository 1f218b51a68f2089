using System.Collections.Immutable;
using GraphApi.Distribution.AccessGrants;

namespace GraphApi.Distribution.Access;

/// <summary>An access grant in force that a viewer reads by.</summary>
/// <param name="Id">The grant: for one product also the audience that its rights stand under.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="OriginatorId">The center whose content it opens.</param>
/// <param name="ProductId">The one product it opens; null: all of the center.</param>
/// <param name="ExpiresAt">When it is over, UTC.</param>
/// <param name="VersionIds">The versions of that product it opens; empty where it opens all of the center.</param>
/// <param name="RecallIds">The notices of recalls of that product; empty where it opens all of the center.</param>
sealed record ViewerGrant(
    Guid Id,
    AccessGrantKind Kind,
    Guid OriginatorId,
    Guid? ProductId,
    DateTime ExpiresAt,
    ImmutableArray<Guid> VersionIds,
    ImmutableArray<Guid> RecallIds)
{
    /// <summary>Whether it opens a version.</summary>
    public bool Covers(Guid version, Guid originator) =>
        ProductId is null ? originator == OriginatorId : VersionIds.Contains(version);

    /// <summary>
    /// What access grants open, to one who still holds the office they were given to. It is the content as the
    /// center's staff see it, whatever the marking, and for an audit also the records that the center's overseers see.
    /// </summary>
    public static Viewer Open(Viewer viewer, ImmutableArray<ViewerGrant> all)
    {
        var grants = all.Where(grant => AccessGrantRules.MayRequest(viewer, grant.Kind)).ToImmutableArray();
        var centers = grants.Where(grant => grant.ProductId is null).Select(grant => grant.OriginatorId).ToArray();
        var audits = grants.Where(grant => grant.Kind == AccessGrantKind.Audit).ToArray();
        Guid[] drafts =
        [
            .. centers.Select(Audience.Supervisors),
            .. audits.Where(grant => grant.ProductId is not null).Select(grant => Audience.Audit(grant.Id)),
        ];
        return viewer with
        {
            Grants = grants,
            GrantedVersionIds = [.. grants.SelectMany(grant => grant.VersionIds).Distinct()],
            AuditedCenterIds = [.. audits.Where(grant => grant.ProductId is null).Select(grant => grant.OriginatorId)],
            AuditedVersionIds = [.. audits.SelectMany(grant => grant.VersionIds).Distinct()],
            AuditedProductIds = [.. audits.Select(grant => grant.ProductId).OfType<Guid>()],
            AuditedRecallIds = [.. audits.SelectMany(grant => grant.RecallIds).Distinct()],
            AudienceIds =
                [.. viewer.AudienceIds.Union(centers).Union(drafts).Union(grants.Select(grant => grant.Id))],
            DraftAudienceIds = [.. viewer.DraftAudienceIds.Union(drafts)],
            HomeCenterIds = [.. viewer.HomeCenterIds.Union(centers)],
            OversightCenterIds = [.. viewer.OversightCenterIds.Union(centers)],
            SupervisedCenterIds = [.. viewer.SupervisedCenterIds.Union(centers)],
            PrivacyCenterIds = [.. viewer.PrivacyCenterIds.Union(centers)],
            MembershipCenterIds = [.. viewer.MembershipCenterIds.Union(centers)],
            ColleagueCenterIds = [.. viewer.ColleagueCenterIds.Union(audits.Select(grant => grant.OriginatorId))],
        };
    }
}
