namespace GraphApi.Distribution.Reference;

/// <summary>The disciplines that fusion centers serve.</summary>
static class DisciplineTable
{
    /// <summary>All thirteen.</summary>
    public static readonly IReadOnlyList<DisciplineReference> All =
    [
        new("CORRECTIONS", "Corrections"),
        new("CRITICAL_INFRASTRUCTURE", "Critical Infrastructure"),
        new("CYBERSECURITY", "Cybersecurity"),
        new("EDUCATION", "Education"),
        new("EMERGENCY_MANAGEMENT", "Emergency Management"),
        new("EMERGENCY_MEDICAL_SERVICES", "Emergency Medical Services"),
        new("FIRE_SERVICE", "Fire Service"),
        new("LAW_ENFORCEMENT", "Law Enforcement"),
        new("PRIVATE_SECTOR", "Private Sector"),
        new("PUBLIC_HEALTH", "Public Health"),
        new("PUBLIC_SAFETY", "Public Safety"),
        new("PUBLIC_WORKS", "Public Works"),
        new("TRIBAL", "Tribal"),
    ];
}
