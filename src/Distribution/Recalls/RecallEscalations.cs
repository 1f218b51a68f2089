using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Tells others of recipients who did not do in time what a recall asks for: first the liaison of their organization, a
/// day later the center; the center at once of those who belong to no organization.
/// </summary>
static class RecallEscalations
{
    /// <summary>How long after the liaison the center is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Does what is due of a notice that is open; returns how many responses changed.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="notice">The notice, whose deadline is over.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> RunAsync(UnitOfWork work, Guid notice, CancellationToken cancellationToken)
    {
        var (now, latest) = (work.Now, work.Now - Patience);
        var late = work.All<RecallResponse>().Where(response => response.NoticeId == notice && !response.IsSettled);
        return await EscalateAsync(
                late.Where(r => r.EscalatedTo == RecallEscalation.Organization && r.EscalatedAt <= latest),
                RecallEscalation.Center)
            + await EscalateAsync(
                late.Where(r => r.EscalatedTo == null && r.RecipientOrganizationId == null), RecallEscalation.Center)
            + await EscalateAsync(
                late.Where(r => r.EscalatedTo == null && r.RecipientOrganizationId != null),
                RecallEscalation.Organization);

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
