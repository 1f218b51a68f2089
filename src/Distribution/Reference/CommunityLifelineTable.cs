namespace GraphApi.Distribution.Reference;

/// <summary>The eight lifelines of FEMA's Community Lifelines toolkit 2.1 with their components.</summary>
static class CommunityLifelineTable
{
    /// <summary>All eight.</summary>
    public static readonly IReadOnlyList<CommunityLifelineReference> All =
    [
        new("SAFETY_AND_SECURITY", "Safety and Security",
            ["Law Enforcement/Security", "Fire Service", "Search and Rescue", "Government Service",
                "Community Safety"]),
        new("FOOD_HYDRATION_SHELTER", "Food, Hydration, Shelter", ["Food", "Hydration", "Shelter", "Agriculture"]),
        new("HEALTH_AND_MEDICAL", "Health and Medical",
            ["Medical Care", "Public Health", "Patient Movement", "Medical Supply Chain", "Fatality Management"]),
        new("ENERGY", "Energy", ["Power Grid", "Fuel"]),
        new("COMMUNICATIONS", "Communications",
            ["Infrastructure", "Responder Communications", "Alerts, Warnings, and Messages", "Finance",
                "911 and Dispatch"]),
        new("TRANSPORTATION", "Transportation",
            ["Highway/Roadway/Motor Vehicle", "Mass Transit", "Railway", "Aviation", "Maritime"]),
        new("HAZARDOUS_MATERIALS", "Hazardous Materials", ["Facilities", "HAZMAT", "Pollutants", "Contaminants"]),
        new("WATER_SYSTEMS", "Water Systems", ["Potable Water Infrastructure", "Wastewater Management"]),
    ];
}
