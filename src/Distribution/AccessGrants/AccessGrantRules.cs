using GraphApi.Distribution.Access;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>Who may ask for an access grant, decide on one and end one. Roles decide, never what one may see.</summary>
static class AccessGrantRules
{
    static readonly PersonRole[] DecidersOfBreakGlass =
        [PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer];

    /// <summary>Whether the viewer's office asks for grants of a kind.</summary>
    public static bool MayRequest(Viewer viewer, AccessGrantKind kind) => kind switch
    {
        AccessGrantKind.BreakGlass => viewer.IsAdministrator,
        _ => viewer.IsAuditor,
    };

    /// <summary>
    /// Whether the viewer's office decides on a grant: an emergency is for those who answer for the center's content,
    /// or for a second administrator; an audit for the center's director, or for a second auditor.
    /// </summary>
    public static bool MayDecide(Viewer viewer, AccessGrant grant) => grant.Kind switch
    {
        AccessGrantKind.BreakGlass =>
            viewer.IsAdministrator || Holds(viewer, grant.OriginatorId, DecidersOfBreakGlass),
        _ => viewer.IsAuditor || Holds(viewer, grant.OriginatorId, PersonRole.CenterDirector),
    };

    /// <summary>Whether the viewer can end a grant: a party to it, or a privacy officer of the center.</summary>
    public static bool MayEnd(Viewer viewer, AccessGrant grant) =>
        viewer.PersonId == grant.GranteeId
        || viewer.PersonId == grant.DecidedById
        || Holds(viewer, grant.OriginatorId, PersonRole.PcrclOfficer);

    /// <summary>
    /// Whether a person had a part in what a grant opens, and so cannot audit it: works at the center, or wrote,
    /// reviewed or released the product.
    /// </summary>
    public static async Task<bool> HasPartInAsync(
        UnitOfWork work,
        Guid person,
        Guid originator,
        Guid? product,
        CancellationToken cancellationToken)
    {
        var isStaff = work.All<RoleAssignment>()
            .AnyAsync(role => role.PersonId == person && role.CenterId == originator, cancellationToken);
        return await isStaff
            || await work.All<VersionAuthor>().AnyAsync(
                author => author.PersonId == person
                    && author.OriginatorId == originator
                    && (product == null || author.Version.ProductId == product),
                cancellationToken)
            || await work.All<PrivacyReview>().AnyAsync(
                review => (review.ReviewerId == person || review.RequestedById == person)
                    && review.OriginatorId == originator
                    && (product == null || review.Version.ProductId == product),
                cancellationToken)
            || await work.All<Publication>().AnyAsync(
                release => release.ReleasedById == person
                    && release.OriginatorId == originator
                    && (product == null || release.ProductId == product),
                cancellationToken);
    }

    static bool Holds(Viewer viewer, Guid center, params PersonRole[] any) =>
        viewer.Roles.Any(held => held.CenterId == center && any.Contains(held.Role));
}
