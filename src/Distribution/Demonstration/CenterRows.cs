using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes the fusion centers: two thirds primary, the others of major urban areas.</summary>
static class CenterRows
{
    static readonly string[] Disciplines =
        ["LAW_ENFORCEMENT", "FIRE_SERVICE", "EMERGENCY_MANAGEMENT", "PUBLIC_HEALTH", "CYBERSECURITY",
            "CRITICAL_INFRASTRUCTURE", "PRIVATE_SECTOR", "TRIBAL"];

    /// <summary>Adds the centers and their links.</summary>
    public static void Add(SeedFrame frame, RowBatch batch)
    {
        for (var center = 0; center < frame.Plan.Centers; center++)
        {
            AddCenter(frame, center, batch);
        }
    }

    /// <summary>The jurisdiction a center is in.</summary>
    public static JurisdictionReference JurisdictionOf(int center)
    {
        // The n-th primary center is five jurisdictions behind the one before; five shares no divisor with fifty-
        // six, so that each has a jurisdiction of its own. The others are urban areas of some state.
        var all = JurisdictionTable.All;
        var primary = center - (center / 3);
        return IsPrimary(center) ? all[((primary * 5) + 5) % all.Count] : all[((center * 11) + 3) % 51];
    }

    static void AddCenter(SeedFrame frame, int center, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.FusionCenter, center);
        var id = random.NextId();
        var number = center + 1;
        var jurisdiction = JurisdictionOf(center);
        batch.Add(new FusionCenter
        {
            Id = id,
            Name = SyntheticNames.Center(number),
            ShortName = SyntheticNames.CenterShort(number),
            Designation = IsPrimary(center) ? FusionCenterDesignation.Primary : FusionCenterDesignation.Recognized,
            Scope = !IsPrimary(center) ? FusionCenterScope.MajorUrbanArea
                : jurisdiction.Kind == Jurisdictions.JurisdictionKind.Territory ? FusionCenterScope.Territory
                : FusionCenterScope.State,
            MissionScopes = random.Chance(0.7)
                ? [HazardScope.AllCrimes, HazardScope.AllHazards]
                : [HazardScope.AllCrimes, HazardScope.Terrorism],
            ContactEmail = SyntheticNames.Mail($"center{number:00}"),
            ContactPhone = SyntheticNames.Telephone(center),
            ContactUrl = $"https://www.example.org/center{number:00}",
            PrivacyMailbox = SyntheticNames.Mail($"privacy.center{number:00}"),
            PrivacyPolicyTitle = "Privacy, Civil Rights and Civil Liberties Policy (synthetic)",
            PrivacyPolicyUrl = $"https://www.example.org/center{number:00}/privacy",
            PrivacyPolicyVersion = "3.0",
            PrivacyPolicyAdoptedOn = DateOnly.FromDateTime(frame.Founded),
            EngagementLevel = random.Weighted<EngagementLevel>(
                [(EngagementLevel.Full, 7), (EngagementLevel.Limited, 2), (EngagementLevel.None, 1)]),
            EngagementProcess = "Write to the center; a liaison answers within five working days (synthetic).",
            EngagementRestrictions = null,
            RedressProcedure = "Write to the center's privacy officer: say what you believe is wrong and how to "
                + "reach you. You will be answered within thirty days (synthetic).",
            SyntheticBatch = frame.Batch,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        });
        batch.Add(new CenterJurisdiction
        {
            CenterId = id,
            JurisdictionId = ReferenceRows.JurisdictionId(jurisdiction.FipsCode),
        });
        foreach (var discipline in Disciplines.Take(random.Between(4, Disciplines.Length)))
        {
            batch.Add(new CenterDiscipline { CenterId = id, DisciplineId = ReferenceRows.DisciplineId(discipline) });
        }
    }

    // 54 of 80 are primary; of the four of the S set, three.
    static bool IsPrimary(int center) => center % 3 != 2;
}
