using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Import;

/// <summary>A partner organization.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">Its reference.</param>
/// <param name="Make">Makes its row.</param>
/// <param name="Sectors">Its sectors, the main one first.</param>
/// <param name="Disciplines">Its disciplines.</param>
/// <param name="Jurisdictions">Its jurisdictions.</param>
/// <param name="Agreements">Its agreements, each with a center it is a customer of.</param>
/// <param name="Questionnaire">Makes what it answered, given the organization; null: nothing.</param>
sealed record OrganizationLine(
    LineReader Reader,
    ImportKey Key,
    Func<Guid, DateTime, Organization> Make,
    IReadOnlyList<Guid> Sectors,
    IReadOnlyList<Guid> Disciplines,
    IReadOnlyList<Guid> Jurisdictions,
    IReadOnlyList<OrganizationLine.Agreement> Agreements,
    Func<Guid, DateTime, PartnerQuestionnaire>? Questionnaire) : ImportLine(Reader, Key)
{
    const int MaxAgreements = 100;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, ImportKey Key)> References =>
        Agreements.Select((agreement, index) => ($"agreements[{index}].center", ImportKey.OfCenter(agreement.Center)));

    /// <summary>Reads the fields.</summary>
    public static new OrganizationLine Read(LineReader reader)
    {
        var reference = reader.Text("ref", 200);
        var legalName = reader.Text("legalName", 300);
        var displayName = reader.OptionalText("displayName", 300) ?? legalName;
        var kind = reader.Choice<StakeholderKind>("organizationKind");
        var level = reader.Choice<GovernmentLevel>("governmentLevel");
        var status = reader.Choice<OrganizationStatus>("status");
        var isListed = reader.Flag("directoryListed", @default: false);
        Organization Make(Guid id, DateTime now) => new()
        {
            Id = id,
            LegalName = legalName,
            DisplayName = displayName,
            Kind = kind,
            GovernmentLevel = level,
            Status = status,
            IsDirectoryListed = isListed,
            ExternalReference = reference,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return new OrganizationLine(
            reader,
            ImportKey.OfOrganization(reference),
            Make,
            reader.Codes("sectors", ReferenceCodes.Sectors),
            reader.Codes("disciplines", ReferenceCodes.Disciplines),
            reader.Codes("jurisdictions", ReferenceCodes.Jurisdictions),
            [.. reader.Objects("agreements", MaxAgreements).Select(Agreement.Read)],
            QuestionnaireFields.Read(reader));
    }

    /// <inheritdoc/>
    public override void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch)
    {
        batch.Add(Make(id, now));
        if (Questionnaire is not null)
        {
            batch.Add(Questionnaire(id, now));
        }

        for (var i = 0; i < Sectors.Count; i++)
        {
            batch.Add(new OrganizationSector { OrganizationId = id, SectorId = Sectors[i], IsPrimary = i == 0 });
        }

        foreach (var discipline in Disciplines)
        {
            batch.Add(new OrganizationDiscipline { OrganizationId = id, DisciplineId = discipline });
        }

        foreach (var jurisdiction in Jurisdictions)
        {
            batch.Add(new OrganizationJurisdiction { OrganizationId = id, JurisdictionId = jurisdiction });
        }

        foreach (var center in Agreements.Select(agreement => agreement.Center).Distinct())
        {
            batch.Add(new OrganizationCenter
            {
                OrganizationId = id,
                CenterId = references[ImportKey.OfCenter(center)],
            });
        }

        foreach (var agreement in Agreements)
        {
            batch.Add(agreement.RowOf(id, references, now));
        }
    }

    /// <summary>An agreement with a center.</summary>
    /// <param name="Center">The center's short name.</param>
    /// <param name="Make">Makes its row, given organization, center and time.</param>
    internal sealed record Agreement(string Center, Func<Guid, Guid, DateTime, SharingAgreement> Make)
    {
        /// <summary>Reads the fields.</summary>
        public static Agreement Read(LineReader reader)
        {
            var center = reader.Text("center", 40);
            var kind = reader.Choice<AgreementKind>("kind");
            var onward = reader.OptionalChoice<OnwardSharing>("onwardSharing") ?? OnwardSharing.None;
            var effective = reader.Date("effectiveOn");
            var expires = reader.OptionalDate("expiresOn");
            if (expires <= effective)
            {
                reader.Refuse("expiresOn", "is not after effectiveOn");
            }

            reader.RefuseUnknown();
            return new Agreement(center, (organization, party, now) => new SharingAgreement
            {
                Id = Guid.NewGuid(),
                OrganizationId = organization,
                CenterId = party,
                Kind = kind,
                State = AgreementState.Active,
                OnwardSharing = onward,
                EffectiveOn = effective,
                ExpiresOn = expires,
                CreatedAt = now,
                UpdatedAt = now,
            });
        }

        /// <summary>Its row.</summary>
        public SharingAgreement RowOf(Guid organization, ImportReferences references, DateTime now) =>
            Make(organization, references[ImportKey.OfCenter(Center)], now);
    }
}
