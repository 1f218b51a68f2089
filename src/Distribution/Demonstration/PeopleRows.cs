using GraphApi.Distribution.Access;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes persons with their roles and verified attributes: partners' people and the centers' staff.</summary>
static class PeopleRows
{
    /// <summary>Adds the partners' people, and says who was made.</summary>
    public static IReadOnlyList<SyntheticPerson> AddPartners(
        SeedFrame frame,
        IReadOnlyList<SyntheticOrganization> organizations,
        RowBatch batch)
    {
        var made = new SyntheticPerson[frame.Plan.Partners];
        for (var index = 0; index < made.Length; index++)
        {
            made[index] = index < NamedPartner.All.Count
                ? AddNamed(frame, index, organizations, batch)
                : AddPartner(frame, index, organizations, batch);
        }

        return made;
    }

    /// <summary>Adds the staff of the centers and of the network.</summary>
    public static void AddStaff(SeedFrame frame, RowBatch batch)
    {
        for (var center = 0; center < frame.Plan.Centers; center++)
        {
            for (var place = 0; place < Staff.PlacesOf(frame.Plan, center); place++)
            {
                AddStaffMember(frame, Staff.IndexOf(center, place), Staff.RoleOf(place), center, batch);
            }
        }

        foreach (var named in NamedStaff.All.Where(staff => staff.Center is null))
        {
            AddStaffMember(frame, named.Index, named.Role, null, batch);
        }
    }

    static SyntheticPerson AddNamed(
        SeedFrame frame,
        int index,
        IReadOnlyList<SyntheticOrganization> organizations,
        RowBatch batch)
    {
        var named = NamedPartner.All[index];
        var organization = organizations[(int)named.Organization];
        var id = RowIds.Of(RowKind.Person, index);
        AddPerson(
            frame, id, named.Subject, $"Demonstration {named.Subject} (synthetic)", "Partner", organization.Id,
            named.IsUsPerson ? CitizenshipClass.UsPerson : CitizenshipClass.NonUs,
            named.IsSuspended ? PrincipalStatus.Suspended : PrincipalStatus.Active, batch);
        AddRole(frame, index, id, PersonRole.PartnerUser, null, batch);
        PartnerRecords.AddContactPoints(frame, index, id, $"partner.user.{index:00000}", batch);
        AddAttributes(
            frame, index, id,
            named.IsUsPerson ? [.. named.Attributes, AttributeKind.UsPerson] : named.Attributes, batch);
        return new SyntheticPerson(index, id, organization.Index, !named.IsSuspended);
    }

    static SyntheticPerson AddPartner(
        SeedFrame frame,
        int index,
        IReadOnlyList<SyntheticOrganization> organizations,
        RowBatch batch)
    {
        var random = RowIds.Random(RowKind.Person, index);
        var id = random.NextId();

        // The square makes sizes heavy-tailed: the first tenth of the organizations has a third of the people. The step
        // spreads the large ones over centers and sorts.
        var fraction = random.Fraction();
        var rank = (int)(fraction * fraction * organizations.Count);
        var organization = organizations[(int)((long)rank * 7919 % organizations.Count)];
        var citizenship = random.Weighted<CitizenshipClass>(
            [(CitizenshipClass.UsPerson, 97), (CitizenshipClass.NonUs, 2), (CitizenshipClass.Unknown, 1)]);
        var status = random.Weighted<PrincipalStatus>(
            [(PrincipalStatus.Active, 94), (PrincipalStatus.Suspended, 4), (PrincipalStatus.Left, 2)]);
        AddPerson(
            frame, id, $"partner-user-{index:00000}", SyntheticNames.PartnerUser(index), "Partner", organization.Id,
            citizenship, status, batch);
        AddRole(frame, index, id, PersonRole.PartnerUser, null, batch);
        PartnerRecords.AddContactPoints(frame, index, id, $"partner.user.{index:00000}", batch);
        AddAttributes(frame, index, id, AttributesOf(organization.Template, citizenship, ref random), batch);
        return new SyntheticPerson(index, id, organization.Index, status == PrincipalStatus.Active);
    }

    static List<AttributeKind> AttributesOf(
        OrganizationTemplate template,
        CitizenshipClass citizenship,
        ref SeededRandom random)
    {
        var attributes = new List<AttributeKind>();
        if (citizenship == CitizenshipClass.UsPerson && random.Chance(0.9))
        {
            attributes.Add(AttributeKind.UsPerson);
        }

        if (template.Key is "police" or "federal" && random.Chance(0.85))
        {
            attributes.Add(AttributeKind.LawEnforcementOfficer);
        }

        if (template.Key == "federal")
        {
            attributes.Add(AttributeKind.FederalEmployee);
        }

        if (template.Kind == StakeholderKind.CiOwnerOperator && random.Chance(0.25))
        {
            attributes.Add(AttributeKind.PciiCertified);
        }

        if (template.Key == "transport" && random.Chance(0.4))
        {
            attributes.Add(AttributeKind.SsiCertified);
        }

        if (template.Key == "isac" || random.Chance(0.05))
        {
            attributes.Add(AttributeKind.ProprietaryHandling);
        }

        return attributes;
    }

    /// <summary>The name of the person at a place of a center.</summary>
    public static string NameOfStaff(int center, int place) =>
        NameOf(Staff.RoleOf(place), Staff.IndexOf(center, place));

    static string NameOf(PersonRole role, long index) =>
        SyntheticNames.Staff(TitleOf(role), (int)(index % 10_000));

    static string TitleOf(PersonRole role) => role switch
    {
        PersonRole.PcrclOfficer => "Privacy Officer",
        PersonRole.CenterDirector => "Director",
        PersonRole.LiaisonOfficer => "Liaison Officer",
        PersonRole.ListManager => "List Manager",
        _ => role.ToString(),
    };

    static void AddStaffMember(SeedFrame frame, long index, PersonRole role, int? center, RowBatch batch)
    {
        var id = RowIds.Of(RowKind.Person, index);
        var named = NamedStaff.All.FirstOrDefault(staff => staff.Index == index);
        var title = TitleOf(role);
        AddPerson(
            frame, id, named?.Subject ?? $"staff-{index}", NameOf(role, index), title,
            null, CitizenshipClass.UsPerson, PrincipalStatus.Active, batch);
        AddRole(frame, index, id, role, center, batch);
        PartnerRecords.AddContactPoints(frame, index, id, $"staff.{index}", batch);
        AddAttributes(frame, index, id, [AttributeKind.UsPerson], batch);
        AddTraining(frame, index, id, isNamed: named is not null, batch);
    }

    /// <summary>The annual training of staff, which four in a hundred did not renew in time.</summary>
    static void AddTraining(SeedFrame frame, long index, Guid person, bool isNamed, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.TrainingRecord, index);
        var isCurrent = isNamed || !random.Chance(0.04);
        var completed = frame.DaysAgo(isCurrent ? random.Between(1, 300) : random.Between(370, 500));
        batch.Add(new TrainingRecord
        {
            Id = RowIds.Of(RowKind.TrainingRecord, index),
            PersonId = person,
            Course = TrainingCourse.PrivacyCivilRightsCivilLiberties,
            CompletedOn = completed,
            ExpiresOn = completed.AddDays(365),
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
    }

    static void AddPerson(
        SeedFrame frame,
        Guid id,
        string subject,
        string name,
        string title,
        Guid? organization,
        CitizenshipClass citizenship,
        PrincipalStatus status,
        RowBatch batch) => batch.Add(new Person
        {
            Id = id,
            Subject = subject,
            DisplayName = name,
            Title = title,
            OrganizationId = organization,
            Citizenship = citizenship,
            Status = status,
            SyntheticBatch = frame.Batch,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });

    static void AddRole(SeedFrame frame, long index, Guid person, PersonRole role, int? center, RowBatch batch) =>
        batch.Add(new RoleAssignment
        {
            Id = RowIds.Of(RowKind.RoleAssignment, index),
            PersonId = person,
            Role = role,
            CenterId = center is { } home ? RowIds.Center(home) : null,
            StartsOn = DateOnly.FromDateTime(frame.Founded),
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });

    static void AddAttributes(
        SeedFrame frame,
        long index,
        Guid person,
        IReadOnlyList<AttributeKind> kinds,
        RowBatch batch)
    {
        foreach (var kind in kinds)
        {
            var isNamed = index < NamedPartner.All.Count || index >= Staff.IndexOf(0, 0);
            var random = RowIds.Random(RowKind.VerifiedAttribute, (index << 8) | (uint)kind);

            // Six in a hundred were not renewed in time: training and verification run out.
            var expires = !isNamed && random.Chance(0.06)
                ? frame.DaysAgo(random.Between(1, 300))
                : frame.DaysAgo(-random.Between(30, 365));
            batch.Add(new VerifiedAttribute
            {
                Id = RowIds.Of(RowKind.VerifiedAttribute, (index << 8) | (uint)kind),
                PersonId = person,
                Kind = kind,
                VerifiedOn = expires.AddYears(-1),
                ExpiresOn = isNamed ? null : expires,
                CreatedAt = frame.Founded,
                UpdatedAt = frame.Founded,
            });
        }
    }
}
