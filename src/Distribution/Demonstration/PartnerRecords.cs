using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes what stands between partners and their centers: contact points and answered questionnaires.</summary>
static class PartnerRecords
{
    /// <summary>
    /// Adds how a person is reached: a mailbox; a telephone for every other person, which every fourth keeps to
    /// himself.
    /// </summary>
    public static void AddContactPoints(SeedFrame frame, long person, Guid id, string mailbox, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.ContactPoint, person << 2);
        Add(
            0, ContactKind.Email, SyntheticNames.Mail(mailbox),
            random.Chance(0.85) ? ContactVisibility.Centers : ContactVisibility.Organization);
        if (person % 2 == 0)
        {
            Add(
                1, ContactKind.Phone, SyntheticNames.Telephone((int)(person % 100)),
                random.Chance(0.25) ? ContactVisibility.Self : ContactVisibility.Centers);
        }

        void Add(uint place, ContactKind kind, string value, ContactVisibility visibility) => batch.Add(new ContactPoint
        {
            Id = RowIds.Of(RowKind.ContactPoint, (person << 2) | place | 2),
            PersonId = id,
            Kind = kind,
            Value = value,
            MaskedValue = ContactMask.Of(kind, value),
            Visibility = visibility,
            VerifiedAt = place == 0 ? frame.Founded : null,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
    }

    /// <summary>Adds what an organization answered.</summary>
    public static void AddQuestionnaire(SeedFrame frame, int organization, Guid id, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.PartnerQuestionnaire, organization);
        batch.Add(new PartnerQuestionnaire
        {
            Id = random.NextId(),
            OrganizationId = id,
            FormVersion = "Partner questionnaire 2 (synthetic)",
            InformationWanted = "Threats to our facilities and our sector (synthetic).",
            InformationOffered = "Suspicious activity at our facilities (synthetic).",
            LiaisonDesignated = random.Weighted<LiaisonDesignation>(
                [(LiaisonDesignation.Designated, 5), (LiaisonDesignation.Willing, 3), (LiaisonDesignation.No, 2)]),
            PersonnelTrained = random.Chance(0.7),
            TrainingDetail = "Yearly, by the center (synthetic).",
            ProtectionPolicies = "Access on a need-to-know basis, logged (synthetic).",
            AnsweredAt = frame.Founded,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
    }
}
