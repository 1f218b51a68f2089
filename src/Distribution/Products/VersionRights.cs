using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Products;

/// <summary>
/// Puts the rights to a version in the place of those it had: the one way in which they change, whatever step of its
/// life it takes.
/// </summary>
static class VersionRights
{
    /// <summary>
    /// Replaces the rights to a version by what <see cref="EntitlementRules"/> make of it as it stands. Call it after
    /// product, version and publications were written.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The rights before and after.</returns>
    public static async Task<(IReadOnlyList<Entitlement> Before, IReadOnlyList<Entitlement> After)> ReplaceAsync(
        UnitOfWork work, Guid versionId, CancellationToken cancellationToken)
    {
        await work.SaveAsync(cancellationToken);
        if (work.IsPostgreSql)
        {
            // Of two at once the second waits, and goes by what the first made of the version.
            await work.ReadAsync<Guid>(
                $"SELECT id AS \"Value\" FROM product_versions WHERE id = {versionId} FOR NO KEY UPDATE",
                cancellationToken);
        }

        var version = await work.All<ProductVersion>().SingleAsync(row => row.Id == versionId, cancellationToken);
        var product = await work.All<Product>().SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        return await ReplaceAsync(work, product, version, cancellationToken);
    }

    /// <summary>As the other one, for a product and a version as they are now.</summary>
    public static async Task<(IReadOnlyList<Entitlement> Before, IReadOnlyList<Entitlement> After)> ReplaceAsync(
        UnitOfWork work, Product product, ProductVersion version, CancellationToken cancellationToken)
    {
        await work.SaveAsync(cancellationToken);
        var (id, now) = (version.Id, work.Now);
        var portions = await work.All<Portion>().Where(row => row.VersionId == id).ToListAsync(cancellationToken);
        var grants = await work.All<AccessGrant>()
            .Where(grant => grant.ProductId == product.Id
                && grant.State == AccessGrantState.Open
                && grant.ExpiresAt > now)
            .Select(grant => new EntitlementRules.OpenGrant(grant.Id, grant.Kind, grant.ExpiresAt))
            .ToListAsync(cancellationToken);
        var authors = await work.All<VersionAuthor>()
            .Where(author => author.VersionId == id)
            .Select(author => author.PersonId)
            .ToListAsync(cancellationToken);
        // Of no office of their own: whoever reviews a draft works on it as its authors do.
        var reviewers = await work.All<PrivacyReview>()
            .Where(review => review.VersionId == id
                && review.State != PrivacyReviewState.Voided
                && review.ReviewerId != null)
            .Select(review => review.ReviewerId!.Value)
            .ToListAsync(cancellationToken);
        var publications = await PublicationsAsync(work, id, cancellationToken);
        Entitlement[] after =
        [
            .. EntitlementRules.Of(product, version, portions, publications),
            .. EntitlementRules.OfDraft(product, version, [.. authors, .. reviewers]),
            .. EntitlementRules.OfGrants(product, version, grants),
        ];
        var rights = work.All<Entitlement>().Where(right => right.VersionId == id);
        var before = await rights.ToListAsync(cancellationToken);
        await rights.ExecuteDeleteAsync(cancellationToken);
        foreach (var right in after)
        {
            work.Add(right);
        }

        await work.SaveAsync(cancellationToken);
        return (before, after);
    }

    static async Task<List<EntitlementRules.Audiences>> PublicationsAsync(
        UnitOfWork work, Guid versionId, CancellationToken cancellationToken)
    {
        var publications = await work.All<Publication>()
            .Where(publication => publication.VersionId == versionId)
            .OrderByDescending(publication => publication.EffectiveAt)
            .Select(publication => new { publication.Id, publication.EffectiveAt })
            .ToListAsync(cancellationToken);
        var lists = await work.All<PublicationList>()
            .Where(link => link.Publication.VersionId == versionId)
            .Select(link => new { link.PublicationId, link.List })
            .ToListAsync(cancellationToken);
        var recipients = await work.All<PublicationRecipient>()
            .Where(recipient => recipient.Publication.VersionId == versionId)
            .Select(recipient => new { recipient.PublicationId, recipient.PersonId, recipient.OrganizationId })
            .ToListAsync(cancellationToken);
        return
        [
            .. publications.Select(publication => new EntitlementRules.Audiences(
                publication.Id,
                publication.EffectiveAt,
                [.. lists.Where(link => link.PublicationId == publication.Id).Select(link => link.List)],
                [.. recipients.Where(r => r.PublicationId == publication.Id).Select(r => r.PersonId).OfType<Guid>()],
                [
                    .. recipients.Where(r => r.PublicationId == publication.Id)
                        .Select(r => r.OrganizationId).OfType<Guid>(),
                ])),
        ];
    }
}
