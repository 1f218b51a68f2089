using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>
/// Puts a person or an organization on a list: who manages it puts others on it, people of partners themselves, or the
/// organization they speak for, where the list lets them join or ask. Whoever is on it stays as he is.
/// </summary>
static class AddListMember
{
    /// <summary>What it takes.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Member">A person or an organization.</param>
    /// <param name="Basis">Why.</param>
    /// <param name="Role">What the member is to be.</param>
    /// <param name="ExpiresAt">When it ends; null: open-ended.</param>
    public sealed record Input(string List, string Member, string Basis, MembershipRole Role, DateTime? ExpiresAt);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (Check(work, input) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        var listId = NodeIds.KeyOf(input.List, nameof(DistributionList)) ?? Guid.Empty;
        if (await work.Visible<DistributionList>().FirstOrDefaultAsync(row => row.Id == listId, cancellationToken)
            is not { } list)
        {
            return Outcome.Refused(NotFoundError.Of("list"));
        }

        var person = NodeIds.KeyOf(input.Member, nameof(Person));
        var organization = NodeIds.KeyOf(input.Member, nameof(Organization));
        var isManaged = ListRules.Manages(work.Viewer, list);
        object? refusal = isManaged
            ? ListRules.IsOwn(work.Viewer, person, organization) ? ListRules.OnOneself
                : ListRules.MayGive(work.Viewer, list, input.Role) ? null : ListRules.NotAppointed
            : CheckJoining(work, list, input, person, organization);
        refusal ??= await IsKnownAsync(work, person, organization, cancellationToken)
            ? null : NotFoundError.Of("member");
        if (refusal is not null)
        {
            return Outcome.Refused(refusal);
        }

        // Two at once would both find nobody there.
        list = await ListRules.HoldAsync(work, list.Id, cancellationToken);
        if ((ListRules.CheckList(list)
            ?? await ListRules.CheckMemberAsync(work, person, organization, cancellationToken)) is { } unfit)
        {
            return Outcome.Refused(unfit);
        }

        var existing = await work.All<ListMembership>().FirstOrDefaultAsync(
            row => row.ListId == list.Id && row.PersonId == person && row.OrganizationId == organization,
            cancellationToken);
        if (existing is not null && IsLive(work, existing))
        {
            return AnswerOf(existing, input, isManaged);
        }

        var id = await WriteAsync(work, list, input, person, organization, existing, isManaged, cancellationToken);
        await ListRules.SettleAsync(work, list.Id, cancellationToken);
        return Outcome.Done(id);
    }

    static InvalidInputError? Check(UnitOfWork work, Input input) =>
        input.Basis.Trim().Length is < 1 or > ListRules.LongestBasis || input.Basis.Any(char.IsControl)
            ? new InvalidInputError(
                "basis", $"A basis is one line of 1 to {ListRules.LongestBasis} characters.")
            : input.ExpiresAt <= work.Now || input.ExpiresAt > work.Now + ListRules.Farthest
                ? new InvalidInputError("expiresAt", "It ends later than now, and within ten years.")
                : null;

    /// <summary>Why somebody who does not manage the list cannot put this member on it; null: he can.</summary>
    static NotPermittedError? CheckJoining(
        UnitOfWork work, DistributionList list, Input input, Guid? person, Guid? organization) =>
        !work.Viewer.IsPartner || !ListRules.SpeaksFor(work.Viewer, person, organization) ? ListRules.NotManaged
        : list.JoinPolicy == JoinPolicy.InviteOnly ? new NotPermittedError("One is on this list by invitation.")
        : input.Role != MembershipRole.Member ? new NotPermittedError("Who joins by himself is a member.")
        : null;

    static async Task<bool> IsKnownAsync(
        UnitOfWork work, Guid? person, Guid? organization, CancellationToken cancellationToken) =>
        person is not null ? await work.Visible<Person>().AnyAsync(row => row.Id == person, cancellationToken)
        : organization is not null
            && await work.Visible<Organization>().AnyAsync(row => row.Id == organization, cancellationToken);

    /// <summary>Whether a membership is in force, or may come into force.</summary>
    static bool IsLive(UnitOfWork work, ListMembership membership) => membership.State switch
    {
        MembershipState.Active => ListRules.IsInForce(work, membership),
        MembershipState.Requested or MembershipState.Invited or MembershipState.Vetting or MembershipState.Suspended =>
            true,
        _ => false,
    };

    static Outcome AnswerOf(ListMembership existing, Input input, bool isManaged) => existing.State switch
    {
        MembershipState.Active when existing.Role == input.Role => Outcome.Done(existing.Id),
        MembershipState.Active => Outcome.Refused(new StateConflictError(
            "The member is on the list as something else: end that first.")),
        MembershipState.Suspended => Outcome.Refused(new StateConflictError("The membership is suspended.")),
        MembershipState.Requested or MembershipState.Invited when isManaged => Outcome.Refused(
            new StateConflictError("The membership waits for a decision: approve it, or end it.")),
        _ => Outcome.Done(existing.Id),
    };

    /// <summary>
    /// Where a new membership stands. Who is not on the list any more comes back without somebody's decision only where
    /// he left it himself while he was on it: whoever was removed and asks again could else withdraw that, and be in.
    /// </summary>
    static MembershipState StateOf(DistributionList list, ListMembership? before, bool isManaged)
    {
        if (isManaged)
        {
            return ListRules.NeedsSecondPerson(list) ? MembershipState.Vetting : MembershipState.Active;
        }

        return list.JoinPolicy == JoinPolicy.OpenToVetted
            && !ListRules.NeedsSecondPerson(list)
            && before is null or { State: MembershipState.Withdrawn, GrantedAt: not null }
                ? MembershipState.Active
                : MembershipState.Requested;
    }

    static async Task<Guid> WriteAsync(
        UnitOfWork work,
        DistributionList list,
        Input input,
        Guid? person,
        Guid? organization,
        ListMembership? before,
        bool isManaged,
        CancellationToken cancellationToken)
    {
        var state = StateOf(list, before, isManaged);
        var isGranted = state == MembershipState.Active;
        var actor = work.Viewer.PersonId;
        var row = new ListMembership
        {
            Id = before?.Id ?? Guid.NewGuid(),
            ListId = list.Id,
            CenterId = list.OwnerId,
            PersonId = person,
            OrganizationId = organization,
            Role = input.Role,
            State = state,
            Basis = input.Basis.Trim(),
            SponsorId = isManaged ? actor : null,
            RequestedAt = work.Now,
            DecidedById = isManaged && isGranted ? actor : null,
            GrantedAt = isGranted ? work.Now : null,
            ExpiresAt = input.ExpiresAt,
            RecertifyBy = isGranted ? ListRules.RecertifyBy(work, list) : null,
            Revision = (before?.Revision ?? 0) + 1,
            CreatedAt = before?.CreatedAt ?? work.Now,
            UpdatedAt = work.Now,
        };
        if (before is null)
        {
            work.Add(row);
            return row.Id;
        }

        // What once ended begins anew in its own row: a list has one for each member.
        await work.All<ListMembership>().Where(membership => membership.Id == row.Id).ExecuteUpdateAsync(
            membership => membership
                .SetProperty(m => m.Role, row.Role)
                .SetProperty(m => m.State, row.State)
                .SetProperty(m => m.Basis, row.Basis)
                .SetProperty(m => m.SponsorId, row.SponsorId)
                .SetProperty(m => m.RequestedAt, row.RequestedAt)
                .SetProperty(m => m.DecidedById, row.DecidedById)
                .SetProperty(m => m.GrantedAt, row.GrantedAt)
                .SetProperty(m => m.ExpiresAt, row.ExpiresAt)
                .SetProperty(m => m.RecertifyBy, row.RecertifyBy)
                .SetProperty(m => m.EndedReason, (string?)null)
                .SetProperty(m => m.Revision, row.Revision)
                .SetProperty(m => m.UpdatedAt, row.UpdatedAt),
            cancellationToken);
        return row.Id;
    }
}
