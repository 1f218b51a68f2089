namespace GraphApi.Distribution.Demonstration;

/// <summary>Which lifeline a sector sustains, as generated rows have it.</summary>
static class Lifelines
{
    /// <summary>The code of the lifeline of the first of the sectors that sustains one; null where none does.</summary>
    public static string? Of(IReadOnlyList<string> sectors) =>
        sectors.Select(OfSector).FirstOrDefault(lifeline => lifeline is not null);

    static string? OfSector(string sector) => sector switch
    {
        "WATER_AND_WASTEWATER_SYSTEMS" or "DAMS" => "WATER_SYSTEMS",
        "HEALTHCARE_AND_PUBLIC_HEALTH" => "HEALTH_AND_MEDICAL",
        "ENERGY" or "NUCLEAR_REACTORS_MATERIALS_AND_WASTE" => "ENERGY",
        "COMMUNICATIONS" or "INFORMATION_TECHNOLOGY" or "FINANCIAL_SERVICES" => "COMMUNICATIONS",
        "TRANSPORTATION_SYSTEMS" => "TRANSPORTATION",
        "CHEMICAL" => "HAZARDOUS_MATERIALS",
        "FOOD_AND_AGRICULTURE" => "FOOD_HYDRATION_SHELTER",
        "EMERGENCY_SERVICES" or "GOVERNMENT_FACILITIES" => "SAFETY_AND_SECURITY",
        _ => null,
    };
}
