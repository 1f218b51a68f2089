using System.Diagnostics;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>An entitlement as far as it explains a read.</summary>
/// <param name="AudienceId">The audience.</param>
/// <param name="Kind">Why the audience has the version.</param>
/// <param name="EffectiveAt">From when on, UTC.</param>
/// <param name="ExpiresAt">Until when, UTC; null: open-ended.</param>
/// <param name="Requires">What a reader must hold.</param>
/// <param name="IsCurrent">Whether the version is the product's current one.</param>
readonly record struct AccessRight(
    Guid AudienceId,
    EntitlementKind Kind,
    DateTime EffectiveAt,
    DateTime? ExpiresAt,
    long Requires,
    bool IsCurrent)
{
    /// <summary>Whether the right counts for a viewer, as <see cref="RowRules"/> has it.</summary>
    public bool CountsFor(Viewer viewer) =>
        (Requires & viewer.Lacks) == 0
        && (Kind == EntitlementKind.Home
            || ((IsCurrent || Kind is EntitlementKind.Grant or EntitlementKind.Draft)
                && EffectiveAt <= viewer.Now && (ExpiresAt is null || ExpiresAt > viewer.Now)))
        && viewer.AudienceIds.AsSpan().Contains(AudienceId);

    /// <summary>What the right is to a record.</summary>
    public AccessBasis Basis => Kind switch
    {
        EntitlementKind.Public => AccessBasis.Public,
        EntitlementKind.Home or EntitlementKind.Draft => AccessBasis.Home,
        EntitlementKind.ExplicitRecipient => AccessBasis.ExplicitRecipient,
        EntitlementKind.List => AccessBasis.List,
        EntitlementKind.ListClients => AccessBasis.ListClients,
        EntitlementKind.Grant => AccessBasis.Grant,
        _ => throw new UnreachableException(),
    };
}
