using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>Refuses an access grant. Who may approve it may decline it.</summary>
static class DeclineAccessGrant
{
    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, AccessGrantDecision input, CancellationToken cancellationToken)
    {
        if (await AccessGrantChange.FindAsync(work, input.Id, cancellationToken) is not { } grant)
        {
            return Outcome.Refused(NotFoundError.Of("access grant"));
        }

        var problem = ApproveAccessGrant.Separate(work, grant)
            ?? AccessGrantChange.Check(work, grant, AccessGrantStep.Decline, input);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        var decider = work.Viewer.PersonId;
        return await AccessGrantChange.ApplyAsync(
            work,
            grant,
            AccessGrantStep.Decline,
            input.Reason,
            (row, name) => row.SetProperty(g => g.DecidedById, decider).SetProperty(g => g.DecidedByName, name),
            cancellationToken);
    }
}
