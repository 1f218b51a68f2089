using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Clock;

/// <summary>
/// Wakes readers when time alone changed what somebody may see: a membership, an agreement, a role, an attribute, a
/// training, a grant or a machine client ended or began since the last look. Who looks finds his rights of this moment
/// anyway; those who wait for changes do not look.
/// </summary>
sealed class EndedAccess : DueWork
{
    const string Name = "EndedAccess";

    // There is one of it.
    static readonly Guid Only = Guid.Empty;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Guid>> FindDueAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Guid>>([Only]);

    /// <inheritdoc/>
    public override Task<DateTime?> FindNextAsync(
        AccessContext context, DateTime now, CancellationToken cancellationToken) =>
        Task.FromResult<DateTime?>(null);

    /// <inheritdoc/>
    public override async Task<Outcome?> RunAsync(UnitOfWork work, Guid id, CancellationToken cancellationToken)
    {
        // Nothing since the last look is claimed by nobody: a moment that is not new moves nothing.
        if (await Claim.SinceAsync(work, Name, TimeSpan.FromTicks(10), cancellationToken) is not { } since)
        {
            return Outcome.Done(id);
        }

        var now = work.Now;
        var moments = await work.ReadAsync<int>(
            $"""
            SELECT 1 AS "Value" WHERE
                EXISTS (SELECT 1 FROM list_memberships WHERE expires_at > {since} AND expires_at <= {now})
                OR EXISTS (SELECT 1 FROM access_grants WHERE expires_at > {since} AND expires_at <= {now})
                OR EXISTS (SELECT 1 FROM service_clients WHERE expires_at > {since} AND expires_at <= {now})
            """,
            cancellationToken);
        work.ChangesRights = moments.Count > 0
            || await HasDayChangedAnythingAsync(
                work, DateOnly.FromDateTime(since), DateOnly.FromDateTime(now), cancellationToken);
        return Outcome.Done(id);
    }

    /// <summary>Whether something ended or began at a midnight since: once a day.</summary>
    static async Task<bool> HasDayChangedAnythingAsync(
        UnitOfWork work, DateOnly last, DateOnly today, CancellationToken cancellationToken) =>
        last < today
        && (await work.ReadAsync<int>(
            $"""
            SELECT 1 AS "Value" WHERE
                EXISTS (SELECT 1 FROM list_memberships WHERE recertify_by >= {last} AND recertify_by < {today})
                OR EXISTS (SELECT 1 FROM sharing_agreements
                    WHERE (expires_on > {last} AND expires_on <= {today})
                        OR (effective_on > {last} AND effective_on <= {today}))
                OR EXISTS (SELECT 1 FROM role_assignments
                    WHERE (ends_on > {last} AND ends_on <= {today}) OR (starts_on > {last} AND starts_on <= {today}))
                OR EXISTS (SELECT 1 FROM verified_attributes
                    WHERE (expires_on > {last} AND expires_on <= {today})
                        OR (verified_on > {last} AND verified_on <= {today}))
                OR EXISTS (SELECT 1 FROM training_records
                    WHERE (expires_on > {last} AND expires_on <= {today})
                        OR (completed_on > {last} AND completed_on <= {today}))
            """,
            cancellationToken)).Count > 0;
}
