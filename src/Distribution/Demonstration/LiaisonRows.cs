using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes the liaison assignments: persons who bridge a partner and its center.</summary>
static class LiaisonRows
{
    static readonly (LiaisonKind, int)[] Kinds =
    [
        (LiaisonKind.FusionLiaisonOfficer, 6), (LiaisonKind.TerrorismLiaisonOfficer, 4),
        (LiaisonKind.PartnerLiaison, 6),
        (LiaisonKind.PrivateSectorLiaison, 2), (LiaisonKind.TribalLiaison, 1),
        (LiaisonKind.ProtectiveSecurityAdvisor, 1),
    ];

    // Behind every assignment of a plan.
    const int FirstOfStaff = 1_000_000;

    /// <summary>Adds the assignments.</summary>
    public static void Add(
        SeedFrame frame,
        IReadOnlyList<SyntheticOrganization> organizations,
        IReadOnlyList<SyntheticPerson> partners,
        RowBatch batch)
    {
        for (var index = 0; index < frame.Plan.Liaisons; index++)
        {
            var random = RowIds.Random(RowKind.LiaisonAssignment, index);
            var id = random.NextId();
            var person = partners[(NamedPartner.All.Count + index) % partners.Count];
            var organization = organizations[person.Organization];
            var kind = random.Weighted<LiaisonKind>(Kinds);
            var hasEnded = random.Chance(0.1);
            batch.Add(new LiaisonAssignment
            {
                Id = id,
                Kind = kind,
                PersonId = person.Id,
                CenterId = RowIds.Center(organization.Center),
                OrganizationId = organization.Id,
                District = kind == LiaisonKind.ProtectiveSecurityAdvisor ? $"District {random.Between(1, 73)}" : null,
                OfficerType = kind != LiaisonKind.FusionLiaisonOfficer ? null
                    : random.Chance(0.5) ? FusionLiaisonOfficerType.Type1 : FusionLiaisonOfficerType.Type2,
                State = hasEnded ? LiaisonState.Ended : LiaisonState.Active,
                StartsOn = DateOnly.FromDateTime(frame.Founded),
                EndsOn = hasEnded ? frame.DaysAgo(random.Between(5, 300)) : null,
                CreatedAt = frame.Founded,
                UpdatedAt = frame.Founded,
            });
        }

        AddStaff(frame, organizations, batch);
    }

    /// <summary>The liaison officer of each center is assigned to some of its organizations, by name.</summary>
    static void AddStaff(SeedFrame frame, IReadOnlyList<SyntheticOrganization> organizations, RowBatch batch)
    {
        const int Assigned = 3;
        for (var center = 0; center < frame.Plan.Centers; center++)
        {
            var own = organizations.Where(organization => organization.Center == center).Take(Assigned);
            foreach (var (place, organization) in own.Index())
            {
                batch.Add(new LiaisonAssignment
                {
                    Id = RowIds.Of(RowKind.LiaisonAssignment, FirstOfStaff + (center * Assigned) + place),
                    Kind = LiaisonKind.PrivateSectorLiaison,
                    PersonId = Staff.Of(center, Staff.Liaison),
                    CenterId = RowIds.Center(center),
                    OrganizationId = organization.Id,
                    State = LiaisonState.Active,
                    StartsOn = DateOnly.FromDateTime(frame.Founded),
                    CreatedAt = frame.Founded,
                    UpdatedAt = frame.Founded,
                });
            }
        }
    }
}
