using GraphApi.Data.UseCases;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// Approves a membership that somebody asked for or put forward: it is in force then. Where two persons have to, the
/// first approval of one that was asked for puts it forward.
/// </summary>
static class ApproveListMembership
{
    /// <summary>What it takes.</summary>
    public sealed record Input(string Id, int Revision);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (await FoundMembership.FindAsync(work, input.Id, cancellationToken) is not var (membership, list))
        {
            return Outcome.Refused(NotFoundError.Of("membership"));
        }

        var refusal = !ListRules.Manages(work.Viewer, list) ? ListRules.NotManaged
            : !ListRules.MayGive(work.Viewer, list, membership.Role) ? ListRules.NotAppointed
            : Check(work, membership)
                ?? await ListRules.CheckMemberAsync(
                    work, membership.PersonId, membership.OrganizationId, cancellationToken);
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        list = await ListRules.HoldAsync(work, list.Id, cancellationToken);
        if (ListRules.CheckList(list) is { } unfit)
        {
            return Outcome.Refused(unfit);
        }

        var isFirst = ListRules.NeedsSecondPerson(list) && membership.SponsorId is null;
        var actor = work.Viewer.PersonId;
        var now = work.Now;
        var recertifyBy = ListRules.RecertifyBy(work, list);
        var changed = membership.Revision != input.Revision ? 0 : await work.Visible<ListMembership>()
            .Where(row => row.Id == membership.Id && row.Revision == input.Revision)
            .ExecuteUpdateAsync(
                isFirst
                    ? row => row
                        .SetProperty(m => m.State, MembershipState.Vetting)
                        .SetProperty(m => m.SponsorId, actor)
                        .SetProperty(m => m.Revision, input.Revision + 1)
                        .SetProperty(m => m.UpdatedAt, now)
                    : row => row
                        .SetProperty(m => m.State, MembershipState.Active)
                        .SetProperty(m => m.DecidedById, actor)
                        .SetProperty(m => m.GrantedAt, now)
                        .SetProperty(m => m.RecertifyBy, recertifyBy)
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

    static object? Check(UnitOfWork work, ListMembership membership) =>
        ListRules.IsOwn(work.Viewer, membership.PersonId, membership.OrganizationId) ? ListRules.OnOneself
        : membership.State is not (MembershipState.Requested or MembershipState.Vetting)
            ? new StateConflictError("The membership does not wait for a decision.")
        : membership.ServiceClientId is not null
            ? new StateConflictError("The membership of a machine client is not decided here.")
        : membership.ExpiresAt <= work.Now ? new StateConflictError("The membership would be over already.")
        : membership.SponsorId == work.Viewer.PersonId
            ? new SeparationOfDutyError("You put the member forward: somebody else has to approve.")
            : null;
}
