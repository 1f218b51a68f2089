using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes the partner organizations with their sectors, disciplines, homes and agreements.</summary>
static class OrganizationRows
{
    /// <summary>In how many centers, from the first, the named organizations are customers.</summary>
    public const int NamedReach = 6;

    static readonly (int Template, int Weight)[] Weights =
        [.. OrganizationTemplates.All.Select((template, index) => (index, template.Weight))];

    /// <summary>Adds the organizations and their links, and says what was made.</summary>
    public static IReadOnlyList<SyntheticOrganization> Add(SeedFrame frame, RowBatch batch)
    {
        var made = new SyntheticOrganization[frame.Plan.Organizations];
        for (var index = 0; index < made.Length; index++)
        {
            made[index] = AddOrganization(frame, index, batch);
        }

        // An ISAC's members are its clients: TLP:AMBER may be passed on to them where a list says so.
        for (var client = (int)NamedOrganization.Portal + 1; client < Math.Min(made.Length, 40); client += 3)
        {
            batch.Add(new OrganizationClient
            {
                OrganizationId = made[(int)NamedOrganization.Isac].Id,
                ClientId = made[client].Id,
            });
        }

        return made;
    }

    static SyntheticOrganization AddOrganization(SeedFrame frame, int index, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.Organization, index);
        var id = random.NextId();
        var isNamed = index <= (int)NamedOrganization.Portal;
        var template = TemplateOf(index, ref random);
        var center = isNamed ? 0 : index % frame.Plan.Centers;
        int? second = !isNamed && frame.Plan.Centers > 1 && random.Chance(0.12)
            ? (center + 1 + random.Below(frame.Plan.Centers - 1)) % frame.Plan.Centers
            : null;
        var status = isNamed
            ? OrganizationStatus.Active
            : random.Weighted<OrganizationStatus>(
                [(OrganizationStatus.Active, 93), (OrganizationStatus.Prospect, 3), (OrganizationStatus.Onboarding, 2),
                    (OrganizationStatus.Suspended, 2)]);
        var name = SyntheticNames.Organization(random.Pick<string>(template.NameEndings), index);
        batch.Add(new Organization
        {
            Id = id,
            LegalName = name,
            DisplayName = name,
            Kind = template.Kind,
            GovernmentLevel = template.GovernmentLevel,
            Status = status,
            IsDirectoryListed = random.Chance(0.6),
            IsPubliclyListed = template.GovernmentLevel != GovernmentLevel.None && random.Chance(0.2),
            SyntheticBatch = frame.Batch,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
        AddLinks(id, template, center, second, batch);
        if (status is OrganizationStatus.Active or OrganizationStatus.Suspended)
        {
            AddAgreements(frame, index, id, center, second, isNamed, batch);
        }

        if (status != OrganizationStatus.Prospect)
        {
            PartnerRecords.AddQuestionnaire(frame, index, id, batch);
        }

        if (template.Key == "isac" || random.Chance(0.08))
        {
            AddAffiliation(frame, index, id, template, batch);
        }

        return new SyntheticOrganization(index, id, template, center, second, status == OrganizationStatus.Active);
    }

    static OrganizationTemplate TemplateOf(int index, ref SeededRandom random) => index switch
    {
        < (int)NamedOrganization.Lapsed => OrganizationTemplates.All[index],
        (int)NamedOrganization.Lapsed => OrganizationTemplates.All[(int)NamedOrganization.Business],
        (int)NamedOrganization.Portal => OrganizationTemplates.All.Single(template => template.Key == "federal"),
        _ => OrganizationTemplates.All[random.Weighted<int>(Weights)],
    };

    static void AddLinks(Guid id, OrganizationTemplate template, int center, int? second, RowBatch batch)
    {
        batch.Add(new OrganizationCenter { OrganizationId = id, CenterId = RowIds.Center(center) });
        AddJurisdiction(id, center, batch);
        if (second is { } other)
        {
            batch.Add(new OrganizationCenter { OrganizationId = id, CenterId = RowIds.Center(other) });
            if (CenterRows.JurisdictionOf(other) != CenterRows.JurisdictionOf(center))
            {
                AddJurisdiction(id, other, batch);
            }
        }

        foreach (var sector in template.Sectors)
        {
            batch.Add(new OrganizationSector
            {
                OrganizationId = id,
                SectorId = ReferenceRows.SectorId(sector),
                IsPrimary = sector == template.Sectors[0],
            });
        }

        foreach (var discipline in template.Disciplines)
        {
            batch.Add(new OrganizationDiscipline
            {
                OrganizationId = id,
                DisciplineId = ReferenceRows.DisciplineId(discipline),
            });
        }

        if (Lifelines.Of(template.Sectors) is { } lifeline)
        {
            batch.Add(new OrganizationLifeline
            {
                OrganizationId = id,
                LifelineId = ReferenceRows.LifelineId(lifeline),
            });
        }
    }

    static void AddJurisdiction(Guid id, int center, RowBatch batch) => batch.Add(new OrganizationJurisdiction
    {
        OrganizationId = id,
        JurisdictionId = ReferenceRows.JurisdictionId(CenterRows.JurisdictionOf(center).FipsCode),
    });

    static void AddAgreements(
        SeedFrame frame,
        int index,
        Guid id,
        int center,
        int? second,
        bool isNamed,
        RowBatch batch)
    {
        var centers = isNamed
            ? Enumerable.Range(0, Math.Min(NamedReach, frame.Plan.Centers))
            : second is { } other ? [center, other] : [center];
        foreach (var party in centers)
        {
            var random = RowIds.Random(RowKind.SharingAgreement, ((long)index << 8) | (uint)party);
            var hasLapsed = index == (int)NamedOrganization.Lapsed || (!isNamed && random.Chance(0.03));
            batch.Add(new SharingAgreement
            {
                Id = random.NextId(),
                OrganizationId = id,
                CenterId = RowIds.Center(party),
                Kind = random.Chance(0.7) ? AgreementKind.Mou : AgreementKind.RulesOfBehavior,
                State = AgreementState.Active,
                OnwardSharing = index == (int)NamedOrganization.Isac ? OnwardSharing.ToClients
                    : random.Chance(0.8) ? OnwardSharing.WithinOrganization : OnwardSharing.None,
                EffectiveOn = DateOnly.FromDateTime(frame.Founded),
                ExpiresOn = hasLapsed ? frame.DaysAgo(random.Between(10, 200))
                    : random.Chance(0.5) ? frame.DaysAgo(-random.Between(400, 1500)) : null,
                CreatedAt = frame.Founded,
                UpdatedAt = frame.Founded,
            });
        }
    }

    static void AddAffiliation(SeedFrame frame, int index, Guid id, OrganizationTemplate template, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.Affiliation, index);
        var kind = template.Key == "isac"
            ? AffiliationKind.Isac
            : random.Pick<AffiliationKind>([AffiliationKind.Dsac, AffiliationKind.Infragard, AffiliationKind.Bens]);
        batch.Add(new Affiliation
        {
            Id = random.NextId(),
            OrganizationId = id,
            Kind = kind,
            Name = $"Chapter {random.Between(1, 77)} (synthetic)",
            Since = DateOnly.FromDateTime(frame.Founded),
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
    }
}
