using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// Ends a membership, or one that is not in force yet: who manages the list removes or declines, the member withdraws.
/// It gives nothing any more with the next request on this node, and elsewhere within 30 seconds.
/// </summary>
static class EndListMembership
{
    /// <summary>What it takes.</summary>
    /// <param name="Id">The membership.</param>
    /// <param name="Revision">The revision that was read.</param>
    /// <param name="Reason">Why; the member reads it.</param>
    public sealed record Input(string Id, int Revision, string Reason);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (ReasonText.Check(input.Reason) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        if (await FoundMembership.FindAsync(work, input.Id, cancellationToken) is not var (membership, list))
        {
            return Outcome.Refused(NotFoundError.Of("membership"));
        }

        var isWithdrawn = ListRules.SpeaksFor(work.Viewer, membership.PersonId, membership.OrganizationId);
        if (!isWithdrawn && !ListRules.Manages(work.Viewer, list))
        {
            return Outcome.Refused(ListRules.NotManaged);
        }

        if (EndOf(work, membership, isWithdrawn) is not { } end)
        {
            return Outcome.Refused(new StateConflictError("The membership is over already."));
        }

        await ListRules.LockAsync(work, list.Id, cancellationToken);
        var actor = work.Viewer.PersonId;
        var now = work.Now;
        var reason = input.Reason.Trim();
        var changed = membership.Revision != input.Revision ? 0 : await work.Visible<ListMembership>()
            .Where(row => row.Id == membership.Id && row.Revision == input.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(m => m.State, end)
                    .SetProperty(m => m.DecidedById, actor)
                    .SetProperty(m => m.EndedReason, reason)
                    .SetProperty(m => m.Revision, input.Revision + 1)
                    .SetProperty(m => m.UpdatedAt, now),
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(Math.Max(membership.Revision, input.Revision + 1)));
        }

        await ListRules.SettleAsync(work, list.Id, cancellationToken);
        return Outcome.Done(membership.Id);
    }

    /// <summary>
    /// How a membership ends; null: it is over. Only what was in force is withdrawn so that the member can come back by
    /// himself: it may seem kinder to let him always, but then nobody could suspend him, or limit how long he is on it.
    /// </summary>
    static MembershipState? EndOf(UnitOfWork work, ListMembership membership, bool isWithdrawn) =>
        membership.State switch
        {
            MembershipState.Requested or MembershipState.Invited or MembershipState.Vetting =>
                isWithdrawn ? MembershipState.Withdrawn : MembershipState.Declined,
            MembershipState.Active when isWithdrawn =>
                ListRules.IsInForce(work, membership) ? MembershipState.Withdrawn : MembershipState.Expired,
            MembershipState.Active or MembershipState.Suspended => MembershipState.Removed,
            _ => null,
        };
}
