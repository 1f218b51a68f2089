using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Writes for whom a draft is meant. Whether its marking may go there is looked at when it is released; that somebody
/// is meant at all, before it is reviewed.
/// </summary>
static class DraftAudience
{
    /// <summary>Replaces it.</summary>
    /// <returns>What cannot be used; null: it was done.</returns>
    public static async Task<InvalidInputError?> WriteAsync(
        UnitOfWork work, Guid versionId, DraftAudienceInput? input, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return null;
        }

        var (lists, noList) = await DraftIds.FindAsync<DistributionList>(
            work,
            input.Lists,
            "audience.lists",
            list => list.State == DistributionListState.Active,
            cancellationToken);
        var (people, noPerson) = await DraftIds.FindAsync<Person>(
            work,
            input.People,
            "audience.people",
            person => person.Status == PrincipalStatus.Active,
            cancellationToken);
        var (organizations, noOrganization) = await DraftIds.FindAsync<Organization>(
            work,
            input.Organizations,
            "audience.organizations",
            organization => organization.Status == OrganizationStatus.Active,
            cancellationToken);
        if ((noList ?? noPerson ?? noOrganization) is { } problem)
        {
            return problem;
        }

        await work.All<VersionList>().Where(link => link.VersionId == versionId)
            .ExecuteDeleteAsync(cancellationToken);
        await work.All<VersionRecipient>().Where(recipient => recipient.VersionId == versionId)
            .ExecuteDeleteAsync(cancellationToken);
        Add(work, versionId, lists, people, organizations);
        return null;
    }

    /// <summary>Gives a new version the audience of the version it is to follow: whom that was published to.</summary>
    public static async Task CopyAsync(
        UnitOfWork work, Guid from, Guid versionId, CancellationToken cancellationToken)
    {
        var lists = await work.All<PublicationList>()
            .Where(link => link.Publication.VersionId == from && link.List.State == DistributionListState.Active)
            .Select(link => link.ListId).Distinct().ToListAsync(cancellationToken);
        var recipients = await work.All<PublicationRecipient>()
            .Where(recipient => recipient.Publication.VersionId == from)
            .Select(recipient => new { recipient.PersonId, recipient.OrganizationId })
            .ToListAsync(cancellationToken);
        Add(
            work,
            versionId,
            lists,
            recipients.Select(recipient => recipient.PersonId).OfType<Guid>().Distinct(),
            recipients.Select(recipient => recipient.OrganizationId).OfType<Guid>().Distinct());
    }

    static void Add(
        UnitOfWork work,
        Guid versionId,
        IEnumerable<Guid> lists,
        IEnumerable<Guid> people,
        IEnumerable<Guid> organizations)
    {
        foreach (var list in lists)
        {
            work.Add(new VersionList { VersionId = versionId, ListId = list });
        }

        foreach (var person in people)
        {
            work.Add(new VersionRecipient { Id = Guid.NewGuid(), VersionId = versionId, PersonId = person });
        }

        foreach (var organization in organizations)
        {
            work.Add(new VersionRecipient
            {
                Id = Guid.NewGuid(),
                VersionId = versionId,
                OrganizationId = organization,
            });
        }
    }
}
