using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;
using GraphApi.Distribution.Resources;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// The rows of a small database, made of a seed: everything that access depends on in every state it can be in, far
/// more often odd than in use.
/// </summary>
sealed class RandomRows
{
    public const int Centers = 3;
    const int Organizations = 12;

    static readonly PersonRole[] StaffRoles =
    [
        PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer,
        PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel, PersonRole.Sme,
        PersonRole.Administrator, PersonRole.Auditor,
    ];

    static readonly Guid[] SectorIds = [.. ReferenceRows.Sectors().Select(row => row.Id).Take(5)];
    static readonly Guid[] TopicIds = [.. ReferenceRows.Topics().Select(row => row.Id).Take(5)];
    static readonly Guid[] LifelineIds = [.. ReferenceRows.Lifelines().Select(row => row.Id).Take(4)];
    static readonly Guid[] DisciplineIds = [.. ReferenceRows.Disciplines().Select(row => row.Id).Take(5)];
    static readonly Guid[] JurisdictionIds = [.. ReferenceRows.Jurisdictions().Select(row => row.Id).Take(5)];

    readonly Draw _draw;
    readonly RowBatch _rows = new();
    readonly DateTime _made = FixedTime.Now.UtcDateTime.AddDays(-90);

    RandomRows(int seed) => _draw = new Draw(seed);

    public static RowBatch Make(int seed)
    {
        var rows = new RandomRows(seed);
        rows.AddOrganizations();
        rows.AddCenters();
        rows.AddPartnership();
        rows.AddPeople();
        rows.AddRoles();
        new RandomLists(rows._draw, rows._rows).Add();
        new RandomProducts(rows._draw, rows._rows).Add();
        new RandomLedger(rows._draw, rows._rows).Add();
        rows.AddTerms();
        rows.AddResources();
        rows.AddContacts();
        rows.AddOfficialActs();
        return rows._rows;
    }

    IReadOnlyList<T> All<T>() => [.. _rows.Of<T>()];

    void AddOrganizations()
    {
        var ids = Enumerable.Range(0, Organizations).Select(_ => _draw.Id()).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            _rows.Add(new Organization
            {
                Id = ids[i],
                LegalName = _draw.Text("Legal"),
                DisplayName = _draw.Text("Organization"),
                Kind = _draw.Pick<StakeholderKind>(),
                GovernmentLevel = _draw.Pick<GovernmentLevel>(),
                Status = _draw.Mostly(
                    OrganizationStatus.Active, 0.75, OrganizationStatus.Suspended, OrganizationStatus.Prospect,
                    OrganizationStatus.Onboarding, OrganizationStatus.Offboarded),
                ParentId = i > 0 && _draw.Chance(0.3) ? ids[_draw.Between(0, i - 1)] : null,
                IsDirectoryListed = _draw.Chance(0.5),
                IsPubliclyListed = _draw.Chance(0.2),
                ExternalReference = _draw.Text("external"),
                SyntheticBatch = "law",
                CreatedAt = _made,
                UpdatedAt = _draw.Past(),
            });
        }
    }

    void AddCenters()
    {
        for (var i = 0; i < Centers; i++)
        {
            _rows.Add(new FusionCenter
            {
                Id = _draw.Id(),
                Name = _draw.Text("Center"),
                ShortName = $"EFC{i:D2}",
                Designation = _draw.Pick<FusionCenterDesignation>(),
                Scope = _draw.Pick<FusionCenterScope>(),
                MissionScopes = [.. _draw.Some(Enum.GetValues<HazardScope>(), 0, 2)],
                HostAgencyId = _draw.Pick(All<Organization>()).Id,
                ContactEmail = "office@example.org",
                EngagementLevel = _draw.Pick<EngagementLevel>(),
                RedressProcedure = "Write to the office (synthetic).",
                PrivacyMailbox = "privacy@example.org",
                SyntheticBatch = "law",
                CreatedAt = _made,
                UpdatedAt = _made,
            });
        }
    }

    void AddPartnership()
    {
        foreach (var organization in All<Organization>())
        {
            var centers = _draw.Some(All<FusionCenter>(), 0, 2);
            foreach (var center in centers)
            {
                _rows.Add(new OrganizationCenter { OrganizationId = organization.Id, CenterId = center.Id });
            }

            for (var i = _draw.Between(0, 2); i >= 0; i--)
            {
                _rows.Add(new SharingAgreement
                {
                    Id = _draw.Id(),
                    OrganizationId = organization.Id,
                    CenterId = _draw.Pick(All<FusionCenter>()).Id,
                    Kind = _draw.Pick<AgreementKind>(),
                    State = _draw.Mostly(
                        AgreementState.Active, 0.8, AgreementState.Draft, AgreementState.Terminated),
                    OnwardSharing = _draw.Pick<OnwardSharing>(),
                    EffectiveOn = _draw.StartDay(),
                    ExpiresOn = _draw.EndDay(),
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }

            foreach (var client in _draw.Chance(0.3) ? _draw.Some(All<Organization>(), 1, 3) : [])
            {
                _rows.Add(new OrganizationClient { OrganizationId = organization.Id, ClientId = client.Id });
            }

            if (_draw.Chance(0.4))
            {
                _rows.Add(new Affiliation
                {
                    Id = _draw.Id(),
                    OrganizationId = organization.Id,
                    Kind = _draw.Pick<AffiliationKind>(),
                    Name = _draw.Text("Chapter"),
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }
        }
    }

    void AddPeople()
    {
        var organizations = All<Organization>();
        for (var i = 0; i < 30; i++)
        {
            var isStaff = i >= 16;
            var person = new Person
            {
                Id = _draw.Id(),
                Subject = _draw.Chance(0.95) ? $"subject-{i}" : null,
                DisplayName = $"{(isStaff ? "Analyst" : "Partner User")} {_draw.Between(0, 99_999):D5}",
                Title = _draw.Chance(0.5) ? _draw.Text("Title") : null,
                OrganizationId = !isStaff || _draw.Chance(0.15) ? _draw.Pick(organizations).Id : null,
                Citizenship = _draw.Mostly(
                    CitizenshipClass.UsPerson, 0.6, CitizenshipClass.NonUs, CitizenshipClass.Unknown),
                Status = _draw.Mostly(PrincipalStatus.Active, 0.85, PrincipalStatus.Suspended, PrincipalStatus.Left),
                SyntheticBatch = "law",
                CreatedAt = _made,
                UpdatedAt = _made,
            };
            _rows.Add(person);
            foreach (var kind in _draw.Some(Enum.GetValues<AttributeKind>(), 0, 5))
            {
                _rows.Add(new VerifiedAttribute
                {
                    Id = _draw.Id(),
                    PersonId = person.Id,
                    Kind = kind,
                    VerifiedOn = _draw.StartDay(),
                    ExpiresOn = _draw.EndDay(),
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }
        }
    }

    void AddRoles()
    {
        var centers = All<FusionCenter>();
        foreach (var (person, index) in All<Person>().Select((person, index) => (person, index)))
        {
            // Every role of staff is held, most at a center; now and then one that makes no sense.
            var roles = index < 16
                ? _draw.Some([PersonRole.PartnerUser, PersonRole.PartnerUser, _draw.Pick(StaffRoles)], 1, 1)
                : [StaffRoles[index % StaffRoles.Length], .. _draw.Some(StaffRoles, 0, 1)];
            foreach (var role in roles)
            {
                var isOfNetwork = role is PersonRole.Administrator or PersonRole.Auditor
                    ? _draw.Chance(0.6)
                    : _draw.Chance(0.05);
                _rows.Add(new RoleAssignment
                {
                    Id = _draw.Id(),
                    PersonId = person.Id,
                    Role = role,
                    CenterId = isOfNetwork ? null : _draw.Pick(centers).Id,
                    StartsOn = _draw.StartDay(),
                    EndsOn = _draw.EndDay(),
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }

            if (_draw.Chance(0.9))
            {
                var completed = DateOnly.FromDateTime(FixedTime.Now.UtcDateTime).AddDays(-_draw.Between(1, 400));
                _rows.Add(new TrainingRecord
                {
                    Id = _draw.Id(),
                    PersonId = person.Id,
                    Course = _draw.Mostly(
                        TrainingCourse.PrivacyCivilRightsCivilLiberties, 0.9, Enum.GetValues<TrainingCourse>()),
                    CompletedOn = completed,
                    ExpiresOn = completed.AddDays(365),
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }

            if (_draw.Chance(0.35))
            {
                AddLiaison(person);
            }
        }
    }

    void AddLiaison(Person person) => _rows.Add(new LiaisonAssignment
    {
        Id = _draw.Id(),
        Kind = _draw.Mostly(LiaisonKind.PartnerLiaison, 0.6, Enum.GetValues<LiaisonKind>()),
        PersonId = person.Id,
        CenterId = _draw.Pick(All<FusionCenter>()).Id,
        OrganizationId = _draw.Chance(0.7) ? person.OrganizationId
            : _draw.Chance(0.5) ? _draw.Pick(All<Organization>()).Id : null,
        State = _draw.Mostly(LiaisonState.Active, 0.8, Enum.GetValues<LiaisonState>()),
        StartsOn = _draw.StartDay(),
        EndsOn = _draw.EndDay(),
        CreatedAt = _made,
        UpdatedAt = _made,
    });

    void AddTerms()
    {
        foreach (var organization in All<Organization>())
        {
            var id = organization.Id;
            AddEach(SectorIds, sector => new OrganizationSector { OrganizationId = id, SectorId = sector });
            AddEach(DisciplineIds, term => new OrganizationDiscipline { OrganizationId = id, DisciplineId = term });
            AddEach(
                JurisdictionIds,
                term => new OrganizationJurisdiction { OrganizationId = id, JurisdictionId = term });
            AddEach(LifelineIds, term => new OrganizationLifeline { OrganizationId = id, LifelineId = term });
        }

        foreach (var center in All<FusionCenter>())
        {
            AddEach(JurisdictionIds, term => new CenterJurisdiction { CenterId = center.Id, JurisdictionId = term });
            AddEach(DisciplineIds, term => new CenterDiscipline { CenterId = center.Id, DisciplineId = term });
        }

        foreach (var product in All<Product>())
        {
            var id = product.Id;
            AddEach(SectorIds, term => new ProductSector { ProductId = id, SectorId = term });
            AddEach(TopicIds, term => new ProductTopic { ProductId = id, TopicId = term });
            AddEach(LifelineIds, term => new ProductLifeline { ProductId = id, LifelineId = term });
            AddEach(JurisdictionIds, term => new ProductJurisdiction { ProductId = id, JurisdictionId = term });
            AddEach(DisciplineIds, term => new ProductDiscipline { ProductId = id, DisciplineId = term });
        }
    }

    void AddEach<T>(Guid[] terms, Func<Guid, T> make)
        where T : class
    {
        foreach (var term in _draw.Some(terms, 0, 2))
        {
            _rows.Add(make(term));
        }
    }

    void AddOfficialActs()
    {
        var people = All<Person>();
        for (var i = 0; i < 8; i++)
        {
            var product = _draw.Pick(All<Product>());
            var kind = _draw.Pick<AccessGrantKind>();
            var grant = new AccessGrant
            {
                Id = _draw.Id(),
                Kind = kind,
                State = AccessGrantState.Requested,
                GranteeId = _draw.Pick(people).Id,
                GranteeName = _draw.Text("Grantee"),
                OriginatorId = product.OriginatorId,
                ProductId = kind == AccessGrantKind.BreakGlass || _draw.Chance(0.5) ? product.Id : null,
                Reason = _draw.Text("A reason that is long enough"),
                Minutes = _draw.Between(1, 240),
                RequestedAt = _draw.Past(),
                ExpiresAt = _draw.Mostly(_draw.Future(), 0.5, _draw.Past()),
                CreatedAt = _made,
                UpdatedAt = _made,
            };
            _rows.Add(grant);
            _rows.Add(new AccessGrantEvent
            {
                Id = _draw.Id(),
                GrantId = grant.Id,
                Step = AccessGrantStep.Request,
                Revision = 1,
                ActorId = grant.GranteeId,
                ActorName = grant.GranteeName,
                Reason = grant.Reason,
                OccurredAt = grant.RequestedAt,
            });
        }
    }

    void AddContacts()
    {
        foreach (var person in All<Person>())
        {
            foreach (var kind in _draw.Some(Enum.GetValues<ContactKind>(), 0, 2))
            {
                _rows.Add(new ContactPoint
                {
                    Id = _draw.Id(),
                    PersonId = person.Id,
                    Kind = kind,
                    Value = $"person-{_draw.Between(0, 99_999):D5}@example.org",
                    MaskedValue = "p***@example.org",
                    Visibility = _draw.Pick<ContactVisibility>(),
                    VerifiedAt = _draw.Chance(0.5) ? _draw.Past() : null,
                    CreatedAt = _made,
                    UpdatedAt = _made,
                });
            }
        }

        foreach (var organization in All<Organization>().Where(_ => _draw.Chance(0.6)))
        {
            _rows.Add(new PartnerQuestionnaire
            {
                Id = _draw.Id(),
                OrganizationId = organization.Id,
                FormVersion = "1",
                InformationWanted = _draw.Text("Wanted"),
                InformationOffered = _draw.Text("Offered"),
                LiaisonDesignated = _draw.Pick<LiaisonDesignation>(),
                PersonnelTrained = _draw.Chance(0.5),
                AnsweredById = _draw.Chance(0.7) ? _draw.Pick(All<Person>()).Id : null,
                AnsweredAt = _draw.Past(),
                CreatedAt = _made,
                UpdatedAt = _made,
            });
        }
    }

    void AddResources()
    {
        for (var i = 0; i < 8; i++)
        {
            _rows.Add(new ResourceDocument
            {
                Id = _draw.Id(),
                Title = _draw.Text("Guide"),
                Publisher = _draw.Text("Publisher"),
                Pages = _draw.Chance(0.5) ? _draw.Between(1, 90) : null,
                SizeBytes = _draw.Chance(0.5) ? _draw.Between(1, 900_000) : null,
                MediaType = "application/pdf",
                PublishedOn = _draw.EndDay(),
                PcrclFunctions = [.. _draw.Some(Enum.GetValues<PcrclFunction>(), 0, 3)],
                Access = _draw.Pick<ResourceAccess>(),
                SyntheticBatch = "law",
                CreatedAt = _made,
                UpdatedAt = _made,
            });
        }
    }
}
