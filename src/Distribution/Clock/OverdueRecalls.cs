using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Tells others of recipients who did not do in time what a recall asks for: first the liaison of their organization, a
/// day later the center; the center at once of those who belong to no organization. They are told that it was.
/// </summary>
sealed class OverdueRecalls : DueWork
{
    static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken)
    {
        var latest = now - Patience;
        return await context.Set<RecallNotice>()
            .Where(notice => notice.State == RecallState.Open
                && notice.RespondBy <= now
                && notice.Responses.Any(response => !response.IsSettled
                    && (response.EscalatedTo == null
                        || (response.EscalatedTo == RecallEscalation.Organization && response.EscalatedAt <= latest))))
            .OrderBy(notice => notice.RespondBy).ThenBy(notice => notice.Id)
            .Select(notice => notice.Id).Take(MostAtOnce)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken)
    {
        var latest = now - Patience;
        var open = context.Set<RecallNotice>().Where(notice => notice.State == RecallState.Open);
        var deadline = await open.Where(notice => notice.RespondBy > now)
            .MinAsync(notice => notice.RespondBy, cancellationToken);
        var escalated = await open.SelectMany(notice => notice.Responses)
            .Where(response => !response.IsSettled
                && response.EscalatedTo == RecallEscalation.Organization
                && response.EscalatedAt > latest)
            .MinAsync(response => response.EscalatedAt, cancellationToken);
        return escalated + Patience is { } second && !(second >= deadline) ? second : deadline;
    }

    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        // Of two nodes the second waits for the rows of the first, and then finds none that is still due.
        var (now, latest) = (work.Now, work.Now - Patience);
        var late = work.All<RecallResponse>().Where(response => response.NoticeId == id && !response.IsSettled);
        var told = await EscalateAsync(
            late.Where(r => r.EscalatedTo == RecallEscalation.Organization && r.EscalatedAt <= latest),
            RecallEscalation.Center);
        told += await EscalateAsync(
            late.Where(r => r.EscalatedTo == null && r.RecipientOrganizationId == null), RecallEscalation.Center);
        told += await EscalateAsync(
            late.Where(r => r.EscalatedTo == null && r.RecipientOrganizationId != null),
            RecallEscalation.Organization);
        if (told == 0)
        {
            return null;
        }

        var notice = await work.All<RecallNotice>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var escalated = late.Where(response => response.EscalatedAt == now);
        var today = DateOnly.FromDateTime(now);
        var liaisons = await work.All<LiaisonAssignment>()
            .Where(assignment => assignment.Kind == LiaisonKind.PartnerLiaison
                && assignment.State == LiaisonState.Active
                && assignment.StartsOn <= today
                && (assignment.EndsOn == null || assignment.EndsOn > today)
                && escalated.Any(response => response.EscalatedTo == RecallEscalation.Organization
                    && response.RecipientOrganizationId == assignment.OrganizationId))
            .Select(assignment => assignment.PersonId)
            .ToListAsync(cancellationToken);
        await RecallAnnouncements.GoesOnAsync(work, notice, escalated, liaisons, cancellationToken);
        return Outcome.Done(id);

        Task<int> EscalateAsync(IQueryable<RecallResponse> responses, RecallEscalation to) =>
            responses.ExecuteUpdateAsync(
                row => row
                    .SetProperty(r => r.State, RecallResponseState.Escalated)
                    .SetProperty(r => r.EscalatedTo, to)
                    .SetProperty(r => r.EscalatedAt, now)
                    .SetProperty(r => r.Revision, r => r.Revision + 1)
                    .SetProperty(r => r.UpdatedAt, now),
                cancellationToken);
    }
}
