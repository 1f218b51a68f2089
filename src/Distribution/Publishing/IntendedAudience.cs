using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>Whom a version is meant for: what its draft says, before anybody is looked up.</summary>
/// <param name="Lists">The lists.</param>
/// <param name="PersonIds">The persons it names.</param>
/// <param name="OrganizationIds">The organizations it names.</param>
sealed record IntendedAudience(
    IReadOnlyList<DistributionList> Lists, IReadOnlyList<Guid> PersonIds, IReadOnlyList<Guid> OrganizationIds)
{
    /// <summary>Whether it names nobody at all.</summary>
    public bool IsEmpty => Lists.Count + PersonIds.Count + OrganizationIds.Count == 0;

    /// <summary>The rights that it gives, were the version released now as the product's current one.</summary>
    /// <param name="product">The product.</param>
    /// <param name="version">The version.</param>
    /// <param name="portions">Its portions.</param>
    /// <param name="now">The moment, UTC.</param>
    public IEnumerable<Access.Entitlement> RightsOf(
        Product product, ProductVersion version, IReadOnlyCollection<Portion> portions, DateTime now) =>
        EntitlementRules.OfPublication(
            product,
            version,
            portions,
            new EntitlementRules.Audiences(Guid.Empty, now, Lists, PersonIds, OrganizationIds));

    /// <summary>Reads it, without row rules: the lists and recipients of the draft.</summary>
    /// <param name="lists">The links to lists that may be read.</param>
    /// <param name="recipients">The recipients that may be read.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IntendedAudience> ReadAsync(
        IQueryable<VersionList> lists,
        IQueryable<VersionRecipient> recipients,
        Guid versionId,
        CancellationToken cancellationToken)
    {
        var found = await recipients.Where(recipient => recipient.VersionId == versionId)
            .Select(recipient => new { recipient.PersonId, recipient.OrganizationId })
            .ToListAsync(cancellationToken);
        return new IntendedAudience(
            await lists.Where(link => link.VersionId == versionId).OrderBy(link => link.ListId)
                .Select(link => link.List).ToListAsync(cancellationToken),
            [.. found.Select(recipient => recipient.PersonId).OfType<Guid>().Order()],
            [.. found.Select(recipient => recipient.OrganizationId).OfType<Guid>().Order()]);
    }

    /// <summary>Reads whom a version went to: the audience of its publications.</summary>
    public static async Task<IntendedAudience> OfPublicationsAsync(
        UnitOfWork work, Guid versionId, CancellationToken cancellationToken)
    {
        var found = await work.All<PublicationRecipient>()
            .Where(recipient => recipient.Publication.VersionId == versionId)
            .Select(recipient => new { recipient.PersonId, recipient.OrganizationId })
            .ToListAsync(cancellationToken);
        var lists = await work.All<PublicationList>()
            .Where(link => link.Publication.VersionId == versionId)
            .Select(link => link.List).ToListAsync(cancellationToken);
        return new IntendedAudience(
            [.. lists.DistinctBy(list => list.Id).OrderBy(list => list.Id)],
            [.. found.Select(recipient => recipient.PersonId).OfType<Guid>().Distinct().Order()],
            [.. found.Select(recipient => recipient.OrganizationId).OfType<Guid>().Distinct().Order()]);
    }
}
