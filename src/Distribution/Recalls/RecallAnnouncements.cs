using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Tells of a recall by the same way as the product came, and those it does not reach any more in person; and of what
/// becomes of it, its recipients in person, whatever they can see by then.
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
        var former = await InPersonAsync(
            work,
            notice,
            work.All<RecallResponse>().Where(response => response.NoticeId == notice.Id && !response.WasEntitled),
            cancellationToken);
        var audiences = rights
            .Select(right => new AnnouncementAudience(
                right.AudienceId, right.Requires, right.EffectiveAt, right.Kind == EntitlementKind.Home))
            .Concat(former)
            .Distinct();
        work.Announce(new Announcement(
            kind, notice.ProductId, version, notice.OriginatorId, [.. audiences], notice.Id));
    }

    /// <summary>
    /// Announces that something became of a recall, to some of its recipients and to the center's staff.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="notice">The notice.</param>
    /// <param name="responses">The recipients who are told.</param>
    /// <param name="others">Who else is told, such as the liaisons of organizations.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task GoesOnAsync(
        UnitOfWork work,
        RecallNotice notice,
        IQueryable<RecallResponse> responses,
        IReadOnlyCollection<Guid> others,
        CancellationToken cancellationToken)
    {
        var since = SinceOf(notice);
        var recipients = await InPersonAsync(work, notice, responses, cancellationToken);
        work.Announce(new Announcement(
            ChangeKind.MetadataChanged,
            notice.ProductId,
            VersionId: null,
            notice.OriginatorId,
            [
                new AnnouncementAudience(notice.OriginatorId, 0, since, true),
                .. recipients.Union(others.Select(id => new AnnouncementAudience(id, 0, since, false))),
            ],
            notice.Id));
    }

    // The notice is safe for all of its recipients, so that nothing is asked of them: also of one who is named by a
    // right whose requirements he does not meet any more. An organization that is not in force is no audience of its
    // people: they are told one by one.
    static async Task<IEnumerable<AnnouncementAudience>> InPersonAsync(
        UnitOfWork work,
        RecallNotice notice,
        IQueryable<RecallResponse> responses,
        CancellationToken cancellationToken)
    {
        var (today, since) = (DateOnly.FromDateTime(work.Now), SinceOf(notice));
        var recipients = await responses.Select(response => response.RecipientId).ToListAsync(cancellationToken);
        var people = await work.All<Person>()
            .Where(person => person.Status == PrincipalStatus.Active
                && person.OrganizationId != null
                && responses.Any(response => response.OrganizationId == person.OrganizationId)
                && (person.Organization!.Status != OrganizationStatus.Active
                    || !person.Organization.Agreements.Any(agreement =>
                        agreement.State == AgreementState.Active
                        && agreement.EffectiveOn <= today
                        && (agreement.ExpiresOn == null || agreement.ExpiresOn > today))))
            .Select(person => person.Id)
            .ToListAsync(cancellationToken);
        return recipients.Union(people).Select(id => new AnnouncementAudience(id, 0, since, false));
    }

    static DateTime SinceOf(RecallNotice notice) => notice.PublishedAt ?? notice.IssuedAt;
}
