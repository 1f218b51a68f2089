using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Import;

/// <summary>A person: of a partner organization, or, with roles at a center, of its staff.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">Its subject.</param>
/// <param name="Make">Makes its row, given its organization.</param>
/// <param name="Organization">The reference of its organization; null for a center's staff.</param>
/// <param name="Roles">Its roles, each with the short name of its center.</param>
/// <param name="ContactPoints">How it is reached: makes each row, given the person.</param>
/// <param name="Trainings">The courses it completed, each with the first day on which it no longer counts.</param>
sealed record PersonLine(
    LineReader Reader,
    ImportKey Key,
    Func<Guid, Guid?, DateTime, Person> Make,
    string? Organization,
    IReadOnlyList<(PersonRole Role, string Center)> Roles,
    IReadOnlyList<Func<Guid, DateTime, ContactPoint>> ContactPoints,
    IReadOnlyList<(TrainingCourse Course, DateOnly CompletedOn, DateOnly ExpiresOn)> Trainings)
    : ImportLine(Reader, Key)
{
    const int MaxRoles = 20;
    const int MaxContactPoints = 20;
    const int MaxTrainings = 20;
    const int DaysOfTraining = 365;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, ImportKey Key)> References
    {
        get
        {
            if (Organization is not null)
            {
                yield return ("organization", ImportKey.OfOrganization(Organization));
            }

            for (var i = 0; i < Roles.Count; i++)
            {
                yield return ($"roles[{i}].center", ImportKey.OfCenter(Roles[i].Center));
            }
        }
    }

    /// <summary>Reads the fields.</summary>
    public static new PersonLine Read(LineReader reader)
    {
        var subject = reader.Text("subject", 200);
        var name = reader.Text("displayName", 200);
        var title = reader.OptionalText("title", 200);
        var organization = reader.OptionalText("organization", 200);
        var citizenship = reader.OptionalChoice<CitizenshipClass>("citizenship") ?? CitizenshipClass.Unknown;
        var roles = new List<(PersonRole, string)>();
        foreach (var role in reader.Objects("roles", MaxRoles))
        {
            var kind = role.Choice<PersonRole>("role");
            if (kind is PersonRole.Administrator or PersonRole.Auditor)
            {
                role.Refuse("role", "is of the whole network, not of a center, and cannot be imported");
            }

            roles.Add((kind, role.Text("center", 40)));
            role.RefuseUnknown();
        }

        var trainings = new List<(TrainingCourse, DateOnly, DateOnly)>();
        foreach (var training in reader.Objects("trainings", MaxTrainings))
        {
            var course = training.Choice<TrainingCourse>("course");
            var completed = training.Date("completedOn");
            var expires = training.OptionalDate("expiresOn") ?? LastOf(completed);
            if (expires <= completed)
            {
                training.Refuse("expiresOn", "must be after completedOn");
            }

            trainings.Add((course, completed, expires));
            training.RefuseUnknown();
        }

        if (organization is null && roles.Count == 0)
        {
            reader.Refuse("organization", "is missing, and so are roles: a person belongs to one or has the others");
        }

        Person Make(Guid id, Guid? employer, DateTime now) => new()
        {
            Id = id,
            Subject = subject,
            DisplayName = name,
            Title = title,
            OrganizationId = employer,
            Citizenship = citizenship,
            Status = PrincipalStatus.Active,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return new PersonLine(
            reader, ImportKey.OfPerson(subject), Make, organization, roles, ReadContactPoints(reader), trainings);
    }

    static List<Func<Guid, DateTime, ContactPoint>> ReadContactPoints(LineReader line)
    {
        var made = new List<Func<Guid, DateTime, ContactPoint>>();
        var seen = new HashSet<(ContactKind, string)>();
        foreach (var reader in line.Objects("contactPoints", MaxContactPoints))
        {
            var kind = reader.Choice<ContactKind>("kind");
            var value = reader.Text("value", 300);
            var visibility = reader.OptionalChoice<ContactVisibility>("visibility") ?? ContactVisibility.Organization;
            var verifiedAt = reader.OptionalMoment("verifiedAt");
            reader.RefuseUnknown();
            if (!seen.Add((kind, value)))
            {
                reader.Refuse("value", "is there twice");
            }

            made.Add((person, now) => new ContactPoint
            {
                Id = Guid.NewGuid(),
                PersonId = person,
                Kind = kind,
                Value = value,
                MaskedValue = ContactMask.Of(kind, value),
                Visibility = visibility,
                VerifiedAt = verifiedAt,
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        return made;
    }

    static DateOnly LastOf(DateOnly completed) =>
        completed > DateOnly.MaxValue.AddDays(-DaysOfTraining) ? DateOnly.MaxValue : completed.AddDays(DaysOfTraining);

    /// <inheritdoc/>
    public override void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch)
    {
        batch.Add(Make(id, Organization is null ? null : references[ImportKey.OfOrganization(Organization)], now));
        foreach (var make in ContactPoints)
        {
            batch.Add(make(id, now));
        }

        foreach (var (role, center) in Roles)
        {
            batch.Add(new RoleAssignment
            {
                Id = Guid.NewGuid(),
                PersonId = id,
                Role = role,
                CenterId = references[ImportKey.OfCenter(center)],
                StartsOn = DateOnly.FromDateTime(now),
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        foreach (var (course, completed, expires) in Trainings)
        {
            batch.Add(new TrainingRecord
            {
                Id = Guid.NewGuid(),
                PersonId = id,
                Course = course,
                CompletedOn = completed,
                ExpiresOn = expires,
                CreatedAt = now,
                UpdatedAt = now,
            });
        }
    }
}
