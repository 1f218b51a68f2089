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
sealed record ViewerGrant(
    Guid Id,
    AccessGrantKind Kind,
    Guid OriginatorId,
    Guid? ProductId,
    DateTime ExpiresAt,
    ImmutableArray<Guid> VersionIds)
{
    /// <summary>Whether it opens a version.</summary>
    public bool Covers(Guid version, Guid originator) =>
        ProductId is null ? originator == OriginatorId : VersionIds.Contains(version);
}
