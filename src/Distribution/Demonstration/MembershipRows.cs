using GraphApi.Distribution.Lists;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Makes the list memberships: heavy-tailed list sizes, members from the sorts of organizations the list is for, the
/// center's own first. The named partners are on their lists in every size.
/// </summary>
sealed class MembershipRows
{
    // Behind every member of a list: no list has as many.
    const long FirstClient = 0xF0_0000;
    const long FirstOrganization = 0xE0_0000;

    readonly SeedFrame _frame;
    readonly IReadOnlyList<SyntheticOrganization> _organizations;
    readonly IReadOnlyList<SyntheticPerson> _partners;
    readonly Dictionary<(string Template, int Center), List<int>> _pools = [];
    readonly int[] _sizes;

    /// <summary>Plans the sizes of all lists.</summary>
    public MembershipRows(
        SeedFrame frame,
        IReadOnlyList<SyntheticOrganization> organizations,
        IReadOnlyList<SyntheticPerson> partners)
    {
        _frame = frame;
        _organizations = organizations;
        _partners = partners;
        foreach (var person in partners)
        {
            var organization = organizations[person.Organization];
            var pool = (organization.Template.Key, organization.Center);
            if (!_pools.TryGetValue(pool, out var people))
            {
                _pools[pool] = people = [];
            }

            people.Add(person.Index);
        }

        _sizes = SizesOf(frame.Plan);
    }

    /// <summary>How many lists there are.</summary>
    public int Lists => _sizes.Length;

    /// <summary>Adds the members of one list, from 0 to <see cref="Lists"/> - 1.</summary>
    public void Add(int list, RowBatch batch)
    {
        var (center, place) = (list / _frame.Plan.ListsPerCenter, list % _frame.Plan.ListsPerCenter);
        var template = ListTemplates.All[place];
        var members = new HashSet<int>();
        if (center < ReachOf(place))
        {
            for (var index = 0; index < NamedPartner.All.Count; index++)
            {
                if (NamedPartner.All[index].Lists.Contains(place))
                {
                    members.Add(index);
                }
            }
        }

        var random = RowIds.Random(RowKind.DistributionList, RowIds.ListIndex(center, place));
        Fill(members, center, template, _sizes[list], ref random);
        var ordinal = 0;
        foreach (var member in members)
        {
            batch.Add(OfPerson(center, place, ordinal++, member));
        }

        AddOrganizations(center, place, template, batch);
    }

    /// <summary>
    /// In how many centers, from the first, named principals are on the list of a place: the list for everybody in
    /// one, so that what their own lists bring is not drowned.
    /// </summary>
    public static int ReachOf(int place) => place == ListRows.AllPartners ? 1 : OrganizationRows.NamedReach;

    /// <summary>An active membership of a machine client.</summary>
    public static ListMembership OfClient(SeedFrame frame, int center, int place, int clientIndex, Guid client) =>
        Make(frame, center, place, FirstClient + clientIndex, MembershipState.Active, client: client);

    // One organization in a hundred places is a member as a whole; the portal's is, wherever its client is.
    void AddOrganizations(int center, int place, ListTemplate template, RowBatch batch)
    {
        foreach (var index in Enumerable.Range(0, _organizations.Count))
        {
            var organization = _organizations[index];
            var isPortal = index == (int)NamedOrganization.Portal
                && center < ReachOf(place)
                && NamedClient.All[0].Lists.Contains(place);
            if (isPortal || (organization.Center == center
                && index > (int)NamedOrganization.Portal
                && index % 20 == 7
                && template.Members.Contains(organization.Template.Key)))
            {
                batch.Add(Make(
                    _frame, center, place, FirstOrganization + index, MembershipState.Active,
                    organization: organization.Id));
            }
        }
    }

    void Fill(HashSet<int> members, int center, ListTemplate template, int size, ref SeededRandom random)
    {
        var sorts = template.Members.Length == 0
            ? [.. OrganizationTemplates.All.Select(sort => sort.Key)]
            : template.Members;
        for (var step = 0; step < _frame.Plan.Centers && members.Count < size; step++)
        {
            foreach (var sort in sorts)
            {
                if (!_pools.TryGetValue((sort, (center + step) % _frame.Plan.Centers), out var pool))
                {
                    continue;
                }

                // From a random place on, so that not the same few are on every list.
                var start = random.Below(pool.Count);
                for (var i = 0; i < pool.Count && members.Count < size; i++)
                {
                    members.Add(pool[(start + i) % pool.Count]);
                }
            }
        }
    }

    ListMembership OfPerson(int center, int place, int ordinal, int member)
    {
        var index = (RowIds.ListIndex(center, place) << 24) | (uint)ordinal;
        var random = RowIds.Random(RowKind.ListMembership, index);
        random.NextId();
        var state = member < NamedPartner.All.Count
            ? MembershipState.Active
            : random.Weighted<MembershipState>(
                [(MembershipState.Active, 92), (MembershipState.Suspended, 4), (MembershipState.Requested, 2),
                    (MembershipState.Expired, 1), (MembershipState.Removed, 1)]);
        return Make(_frame, center, place, ordinal, state, person: _partners[member].Id);
    }

    static ListMembership Make(
        SeedFrame frame,
        int center,
        int place,
        long ordinal,
        MembershipState state,
        Guid? person = null,
        Guid? organization = null,
        Guid? client = null)
    {
        var isGranted = state is not MembershipState.Requested;
        return new ListMembership
        {
            Id = RowIds.Of(RowKind.ListMembership, (RowIds.ListIndex(center, place) << 24) | ordinal),
            ListId = RowIds.List(center, place),
            CenterId = RowIds.Center(center),
            PersonId = person,
            OrganizationId = organization,
            ServiceClientId = client,
            Role = MembershipRole.Member,
            State = state,
            Basis = "Nominated by the center's liaison officer (synthetic).",
            SponsorId = Staff.Of(center, Staff.Liaison),
            RequestedAt = frame.Founded,
            DecidedById = isGranted ? Staff.Of(center, Staff.Supervisor) : null,
            GrantedAt = isGranted ? frame.Founded.AddDays(7) : null,
            ExpiresAt = state == MembershipState.Expired ? frame.Epoch.AddDays(-30) : null,
            RecertifyBy = isGranted ? frame.DaysAgo(-180) : null,
            EndedReason = state == MembershipState.Removed ? "Left the organization (synthetic)." : null,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        };
    }

    static int[] SizesOf(SeedPlan plan)
    {
        var weights = new double[plan.Centers * plan.ListsPerCenter];
        for (var list = 0; list < weights.Length; list++)
        {
            var (center, place) = (list / plan.ListsPerCenter, list % plan.ListsPerCenter);
            var random = RowIds.Random(RowKind.DistributionList, -1 - RowIds.ListIndex(center, place));
            var sort = place == ListRows.AllPartners ? 6.0 : place == ListRows.LawEnforcement ? 3.0 : 1.0;
            weights[list] = sort * (0.4 + random.Fraction()) / Math.Pow(center + 1, 0.6);
        }

        var total = weights.Sum();
        return [.. weights.Select(weight =>
            Math.Clamp((int)(plan.Memberships * weight / total), 3, plan.LargestList))];
    }
}
