using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Tells of a recall by the same way as the product came, and those it does not reach any more in person.
/// </summary>
static class RecallAnnouncements
{
    /// <summary>Announces it.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="notice">The notice, its recipients written.</param>
    /// <param name="version">The newest version that it is about.</param>
    /// <param name="rights">The rights until now.</param>
    /// <param name="kind">What happened to the product.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task AnnounceAsync(
        UnitOfWork work,
        RecallNotice notice,
        Guid version,
        IReadOnlyCollection<Entitlement> rights,
        ChangeKind kind,
        CancellationToken cancellationToken)
    {
        var since = notice.PublishedAt ?? notice.IssuedAt;
        var former = await FormerAsync(work, notice, cancellationToken);
        // The notice is safe for all of its recipients, so that nothing is asked of them: also of one who is named by a
        // right whose requirements he does not meet any more.
        var audiences = rights
            .Select(right => new AnnouncementAudience(
                right.AudienceId, right.Requires, right.EffectiveAt, right.Kind == EntitlementKind.Home))
            .Concat(former.Select(id => new AnnouncementAudience(id, 0, since, false)))
            .Distinct();
        work.Announce(new Announcement(
            kind, notice.ProductId, version, notice.OriginatorId, [.. audiences], notice.Id));
    }

    // An organization that lost what it had may not be in force any more, and then it is no audience of its people:
    // they are told one by one.
    static async Task<HashSet<Guid>> FormerAsync(
        UnitOfWork work, RecallNotice notice, CancellationToken cancellationToken)
    {
        var former = work.All<RecallResponse>()
            .Where(response => response.NoticeId == notice.Id && !response.WasEntitled);
        var recipients = await former.Select(response => response.RecipientId).ToListAsync(cancellationToken);
        var people = await work.All<Person>()
            .Where(person => person.Status == PrincipalStatus.Active
                && former.Any(response => response.OrganizationId == person.OrganizationId))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        return [.. recipients, .. people];
    }
}
