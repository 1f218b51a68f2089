using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>
/// Ends an access grant before its time: either of the two persons can, and a privacy officer of the center. The one
/// who asked takes back a request in the same way.
/// </summary>
static class EndAccessGrant
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, AccessGrantDecision input, CancellationToken cancellationToken)
    {
        if (await AccessGrantChange.FindAsync(work, input.Id, cancellationToken) is not { } grant)
        {
            return Outcome.Refused(NotFoundError.Of("access grant"));
        }

        var isWithdrawal = grant.State == AccessGrantState.Requested && work.Viewer.PersonId == grant.GranteeId;
        var step = isWithdrawal ? AccessGrantStep.Withdraw : AccessGrantStep.End;
        var problem = AccessGrantRules.MayEnd(work.Viewer, grant)
            ? AccessGrantChange.Check(work, grant, step, input)
            : new NotPermittedError("The two persons of a grant can end it, and the center's privacy officers.");
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var now = work.Now;
        var outcome = await AccessGrantChange.ApplyAsync(
            work,
            grant,
            step,
            input.Reason,
            isWithdrawal ? null : (row, _) => row.SetProperty(g => g.ExpiresAt, now),
            cancellationToken);
        if (outcome.Errors is null)
        {
            // They are over, as when the time of a grant is, and not gone: by them it is known what the grantee holds
            // that he has to be told he may not see any more. They go when the rights of the version are replaced.
            Guid[] audiences = [grant.Id, Audience.Audit(grant.Id)];
            await work.All<Entitlement>()
                .Where(right => audiences.Contains(right.AudienceId))
                .ExecuteUpdateAsync(right => right.SetProperty(r => r.ExpiresAt, now), cancellationToken);
        }

        return outcome;
    }
}
