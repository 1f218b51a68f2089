using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>Of a right to a product, what a rule asks for.</summary>
/// <param name="AudienceId">Whose it is.</param>
/// <param name="VersionId">To which version.</param>
/// <param name="Kind">Why.</param>
/// <param name="EffectiveAt">From when on, UTC.</param>
/// <param name="ExpiresAt">Until when, UTC; null: open-ended.</param>
/// <param name="Requires">What a reader must meet besides.</param>
/// <param name="IsCurrent">Whether it is to the product's current version.</param>
readonly record struct ConcernedRight(
    Guid AudienceId,
    Guid VersionId,
    EntitlementKind Kind,
    DateTime EffectiveAt,
    DateTime? ExpiresAt,
    long Requires,
    bool IsCurrent);
