using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Import;

/// <summary>A distribution list with its members.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">Its center and reference.</param>
/// <param name="Make">Makes its row, given its center.</param>
/// <param name="Members">Its members.</param>
sealed record ListLine(
    LineReader Reader,
    ImportKey Key,
    Func<Guid, Guid, DateTime, DistributionList> Make,
    IReadOnlyList<ListLine.Member> Members) : ImportLine(Reader, Key)
{
    const int MaxMembers = 20_000;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, ImportKey Key)> References => Members
        .Select((member, index) => ($"members[{index}]", member.Key))
        .Prepend(("center", ImportKey.OfCenter(Key.Scope)));

    /// <summary>Reads the fields.</summary>
    public static new ListLine Read(LineReader reader)
    {
        var reference = reader.Text("ref", 200);
        var center = reader.Text("center", 40);
        var name = reader.Text("name", 200);
        var purpose = reader.Text("purpose", 2_000, multiline: true);
        var kind = reader.OptionalChoice<DistributionListKind>("listKind") ?? DistributionListKind.Static;
        var ceiling = reader.Tlp("tlpCeiling");
        var sensitivities = reader.Choices<Sensitivity>("ceilingSensitivities");
        var types = reader.Choices<ProductType>("productTypes");
        var joinPolicy = reader.OptionalChoice<JoinPolicy>("joinPolicy") ?? JoinPolicy.InviteOnly;
        var visibility = reader.OptionalChoice<MembershipVisibility>("membershipVisibility")
            ?? MembershipVisibility.OwnerOnly;
        var members = reader.Objects("members", MaxMembers).Select(Member.Read).ToArray();
        RefuseTwice(reader, members);
        DistributionList Make(Guid id, Guid owner, DateTime now) => new()
        {
            Id = id,
            Name = name,
            OwnerId = owner,
            Purpose = purpose,
            Kind = kind,
            TlpCeiling = ceiling,
            CeilingSensitivities = [.. sensitivities],
            ProductTypes = types.Count == 0 ? Enum.GetValues<ProductType>() : [.. types],
            JoinPolicy = joinPolicy,
            MembershipVisibility = visibility,
            RecertifyEveryDays = 365,
            State = DistributionListState.Active,
            ExternalReference = reference,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return new ListLine(reader, ImportKey.OfList(center, reference), Make, members);
    }

    /// <inheritdoc/>
    public override void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch)
    {
        var center = references[ImportKey.OfCenter(Key.Scope)];
        var list = Make(id, center, now);
        references.Define(list);
        batch.Add(list);
        foreach (var member in Members)
        {
            batch.Add(member.RowOf(list, references, now));
        }
    }

    static void RefuseTwice(LineReader reader, Member[] members)
    {
        var seen = new HashSet<ImportKey>();
        for (var i = 0; i < members.Length; i++)
        {
            if (!seen.Add(members[i].Key))
            {
                reader.Refuse($"members[{i}]", "is in the list twice");
            }
        }
    }

    /// <summary>A member: a person by subject, or an organization by reference.</summary>
    /// <param name="Key">Who.</param>
    /// <param name="Role">Its role on the list.</param>
    /// <param name="Basis">Why it is on the list.</param>
    internal sealed record Member(ImportKey Key, MembershipRole Role, string Basis)
    {
        /// <summary>Reads the fields.</summary>
        public static Member Read(LineReader reader)
        {
            var person = reader.OptionalText("person", 200);
            var organization = reader.OptionalText("organization", 200);
            if (person is null == organization is null)
            {
                reader.Refuse("", "is to name either a person or an organization");
            }

            var role = reader.OptionalChoice<MembershipRole>("role") ?? MembershipRole.Member;
            var basis = reader.OptionalText("basis", 1_000) ?? "Imported.";
            reader.RefuseUnknown();
            var key = person is not null
                ? ImportKey.OfPerson(person)
                : ImportKey.OfOrganization(organization ?? "");
            return new Member(key, role, basis);
        }

        /// <summary>Its row: an active membership from now on.</summary>
        public ListMembership RowOf(DistributionList list, ImportReferences references, DateTime now) => new()
        {
            Id = Guid.NewGuid(),
            ListId = list.Id,
            CenterId = list.OwnerId,
            PersonId = Key.Kind == ImportKey.Person ? references[Key] : null,
            OrganizationId = Key.Kind == ImportKey.Organization ? references[Key] : null,
            Role = Role,
            State = MembershipState.Active,
            Basis = Basis,
            RequestedAt = now,
            GrantedAt = now,
            RecertifyBy = DateOnly.FromDateTime(now).AddDays(list.RecertifyEveryDays),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
