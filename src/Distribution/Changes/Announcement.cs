using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// A change that a use case made and that readers are to be told of: it goes into the change log in the transaction of
/// the change, and is numbered when that commits.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="ProductId">To which product.</param>
/// <param name="VersionId">Which version it concerns; null: the product as a whole.</param>
/// <param name="OriginatorId">The center that made the product.</param>
/// <param name="Audiences">
/// Who is to be told. For what came, those who can see it now; for what went, those who could see it until then.
/// </param>
/// <param name="RecallId">The notice of a recall; null: it is none.</param>
sealed record Announcement(
    ChangeKind Kind,
    Guid ProductId,
    Guid? VersionId,
    Guid OriginatorId,
    IReadOnlyCollection<AnnouncementAudience> Audiences,
    Guid? RecallId = null)
{
    /// <summary>A change for those who have rights to a version, or had them until now.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="originatorId">The center that made the product.</param>
    /// <param name="rights">The rights, of one version.</param>
    /// <param name="recallId">The notice of a recall; null: it is none.</param>
    public static Announcement ToHolders(
        ChangeKind kind, Guid originatorId, IReadOnlyCollection<Entitlement> rights, Guid? recallId = null)
    {
        var first = rights.First();
        return new Announcement(
            kind,
            first.ProductId,
            first.VersionId,
            originatorId,
            [.. rights.Select(right => new AnnouncementAudience(
                right.AudienceId, right.Requires, right.EffectiveAt, right.Kind == EntitlementKind.Home))],
            recallId);
    }
}
