using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>Who manages a list, who may be on one, and what all changes of its members do.</summary>
static class ListRules
{
    /// <summary>The most characters of why somebody is on a list.</summary>
    public const int LongestBasis = 2_000;

    /// <summary>The farthest a membership may be limited to.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(3_660);

    /// <summary>The roles at the center of a list that manage its members.</summary>
    static readonly PersonRole[] Managers =
        [PersonRole.ListManager, PersonRole.Supervisor, PersonRole.CenterDirector];

    /// <summary>What somebody is told whose list it is not to manage.</summary>
    public static NotPermittedError NotManaged => new(
        "This is for the list's managers, and for list managers, supervisors and directors of its center.");

    /// <summary>What a manager of the list is told who would make somebody else one.</summary>
    public static NotPermittedError NotAppointed => new(
        "Managers of a list are named by list managers, supervisors and directors of its center.");

    /// <summary>What somebody is told who would decide on himself.</summary>
    public static SeparationOfDutyError OnOneself => new("Nobody decides on his own membership: somebody else has to.");

    /// <summary>Whether a viewer can manage any list, or at least be on one.</summary>
    public static bool MayKeepAny(Viewer viewer) =>
        viewer.PersonId is not null
        && viewer.Scopes.HasFlag(Scopes.ManageLists)
        && (viewer.IsPartner
            || viewer.ManagedListIds.Length > 0
            || viewer.Roles.Any(held => held.CenterId != Guid.Empty && Managers.Contains(held.Role)));

    /// <summary>Whether a viewer decides who is on a list.</summary>
    public static bool Manages(Viewer viewer, DistributionList list) =>
        viewer.PersonId is not null
        && viewer.Scopes.HasFlag(Scopes.ManageLists)
        && (viewer.ManagedListIds.Contains(list.Id) || HoldsRoleAt(viewer, list.OwnerId));

    /// <summary>
    /// Whether a viewer may let a member be something on a list that he manages. Who manages it because he is on it
    /// does not pass that on: it would go from hand to hand, and the center would not know who decides on its list.
    /// </summary>
    public static bool MayGive(Viewer viewer, DistributionList list, MembershipRole role) =>
        role != MembershipRole.Manager || HoldsRoleAt(viewer, list.OwnerId);

    /// <summary>
    /// Whether two persons put somebody on a list: where it carries TLP:AMBER+STRICT and narrower, or what is law
    /// enforcement sensitive.
    /// </summary>
    public static bool NeedsSecondPerson(DistributionList list) =>
        list.TlpCeiling >= Tlp.AmberStrict || list.CeilingSensitivities.Contains(Sensitivity.Les);

    /// <summary>Whether a member is the viewer, or the organization he works for.</summary>
    public static bool IsOwn(Viewer viewer, Guid? person, Guid? organization) =>
        (person is not null && person == viewer.PersonId)
        || (organization is not null && organization == viewer.OrganizationId);

    /// <summary>Whether a viewer speaks for a member: himself, or the organization whose liaison he is.</summary>
    public static bool SpeaksFor(Viewer viewer, Guid? person, Guid? organization) =>
        IsOwn(viewer, person, organization) && (person is not null || viewer.IsOrganizationLiaison);

    /// <summary>Whether an active membership gives anything: it neither ran out nor waits to be confirmed.</summary>
    public static bool IsInForce(UnitOfWork work, ListMembership membership) =>
        !(membership.ExpiresAt <= work.Now) && !(membership.RecertifyBy < DateOnly.FromDateTime(work.Now));

    /// <summary>What stands against a list taking members now; null: nothing.</summary>
    public static StateConflictError? CheckList(DistributionList list) =>
        list.State != DistributionListState.Active ? new StateConflictError("The list is not in use.")
        : list.Kind == DistributionListKind.RuleBased
            ? new StateConflictError("The list gets its members by a rule, and nobody chooses them.")
            : null;

    /// <summary>
    /// Why a member can receive nothing now: he is not active, or his organization is not, or has no agreement that
    /// holds. Null: he can.
    /// </summary>
    public static async Task<StateConflictError?> CheckMemberAsync(
        UnitOfWork work, Guid? person, Guid? organization, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(work.Now);
        var inForce = work.All<Organization>().Where(row =>
            row.Status == OrganizationStatus.Active
            && row.Agreements.Any(agreement =>
                agreement.State == AgreementState.Active
                && agreement.EffectiveOn <= today
                && (agreement.ExpiresOn == null || agreement.ExpiresOn > today)));
        var isPresent = person is null
            ? await inForce.AnyAsync(row => row.Id == organization, cancellationToken)
            : await work.All<Person>().AnyAsync(
                row => row.Id == person
                    && row.Status == PrincipalStatus.Active
                    && (row.OrganizationId == null || inForce.Any(of => of.Id == row.OrganizationId)),
                cancellationToken);
        return isPresent
            ? null
            : new StateConflictError("The member is not active, or without an agreement that holds.");
    }

    /// <summary>Has whoever else changes the members of a list wait until this is done.</summary>
    public static Task LockAsync(UnitOfWork work, Guid list, CancellationToken cancellationToken) => work.ExecuteAsync(
        $"UPDATE distribution_lists SET member_count = member_count WHERE id = {list}", cancellationToken);

    /// <summary>
    /// The list as it is now, and stays until this is done: it may have been taken out of use, or may carry more, since
    /// it was found.
    /// </summary>
    public static async Task<DistributionList> HoldAsync(
        UnitOfWork work, Guid list, CancellationToken cancellationToken)
    {
        await LockAsync(work, list, cancellationToken);
        return await work.All<DistributionList>().AsNoTracking()
            .SingleAsync(row => row.Id == list, cancellationToken);
    }

    /// <summary>
    /// What every change of members does in the end: it is written, the members are counted, and rights are looked at
    /// anew. Nothing else of the list changes, by which a member could be told that another one came or went.
    /// </summary>
    public static async Task SettleAsync(UnitOfWork work, Guid list, CancellationToken cancellationToken)
    {
        await work.SaveAsync(cancellationToken);
        await work.ExecuteAsync(
            $"""
            UPDATE distribution_lists SET member_count = (
                SELECT count(*) FROM list_memberships WHERE list_id = {list} AND state = 'Active')
            WHERE id = {list}
            """,
            cancellationToken);
        work.ChangesRights = true;
    }

    /// <summary>The day by which a membership that begins now must be confirmed; null: none.</summary>
    public static DateOnly? RecertifyBy(UnitOfWork work, DistributionList list) =>
        list.RecertifyEveryDays > 0 ? DateOnly.FromDateTime(work.Now).AddDays(list.RecertifyEveryDays) : null;

    static bool HoldsRoleAt(Viewer viewer, Guid center) =>
        viewer.Roles.Any(held => held.CenterId == center && Managers.Contains(held.Role));
}
