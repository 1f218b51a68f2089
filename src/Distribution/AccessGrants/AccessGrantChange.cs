using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.AccessGrants;

/// <summary>
/// What the steps of an access grant have in common: finding it, the states, the revision, the record.
/// </summary>
static class AccessGrantChange
{
    /// <summary>The grant that an id names, as far as the viewer may see it; null: none.</summary>
    public static async Task<AccessGrant?> FindAsync(
        UnitOfWork work, string id, CancellationToken cancellationToken) =>
        NodeIds.KeyOf(id, nameof(AccessGrant)) is { } key
            ? await work.Visible<AccessGrant>().FirstOrDefaultAsync(grant => grant.Id == key, cancellationToken)
            : null;

    /// <summary>What stands against a step; null: nothing.</summary>
    public static object? Check(
        UnitOfWork work, AccessGrant grant, AccessGrantStep step, AccessGrantDecision decision)
    {
        if (ReasonText.Check(decision.Reason) is { } invalid)
        {
            return invalid;
        }

        // The state first: whoever comes second is told what happened, and not merely that something did.
        var state = grant.StateAt(work.Now);
        if (AccessGrantSteps.After(state, step) is null)
        {
            return new StateConflictError(state switch
            {
                AccessGrantState.Requested => "It was not decided on yet.",
                AccessGrantState.Open => "It was approved already and is open.",
                AccessGrantState.Declined => "It was declined.",
                AccessGrantState.Withdrawn => "It was withdrawn.",
                AccessGrantState.Ended => "It was ended.",
                _ => "Its time is over.",
            });
        }

        return grant.Revision == decision.Revision ? null : RevisionConflictError.Of(grant.Revision);
    }

    /// <summary>
    /// Takes a step that <see cref="Check"/> let through, and records it. Refused where somebody was faster.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="grant">The grant as it was read.</param>
    /// <param name="step">The step.</param>
    /// <param name="reason">Why.</param>
    /// <param name="change">What else it changes, told the name of who takes it; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        AccessGrant grant,
        AccessGrantStep step,
        string reason,
        Action<UpdateSettersBuilder<AccessGrant>, string>? change,
        CancellationToken cancellationToken)
    {
        var state = AccessGrantSteps.After(grant.State, step)!.Value;
        var name = await work.ActorNameAsync(cancellationToken);
        var now = work.Now;
        var revision = grant.Revision + 1;
        var changed = await work.Visible<AccessGrant>()
            .Where(row => row.Id == grant.Id && row.Revision == grant.Revision)
            .ExecuteUpdateAsync(
                row =>
                {
                    row.SetProperty(g => g.State, state)
                        .SetProperty(g => g.Revision, revision)
                        .SetProperty(g => g.UpdatedAt, now);
                    change?.Invoke(row, name);
                },
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(revision));
        }

        work.Add(EventOf(work, grant.Id, step, revision, name, reason.Trim()));
        work.ChangesRights = true;
        return Outcome.Done(grant.Id);
    }

    /// <summary>The record of a step.</summary>
    public static AccessGrantEvent EventOf(
        UnitOfWork work, Guid grant, AccessGrantStep step, int revision, string name, string reason) => new()
        {
            Id = Guid.NewGuid(),
            GrantId = grant,
            Step = step,
            Revision = revision,
            ActorId = work.Viewer.PersonId!.Value,
            ActorName = name,
            Reason = reason,
            OccurredAt = work.Now,
        };
}
