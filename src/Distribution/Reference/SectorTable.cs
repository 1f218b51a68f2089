namespace GraphApi.Distribution.Reference;

/// <summary>
/// The sixteen sectors of Presidential Policy Directive 21, which National Security Memorandum 22 kept, and the two
/// that the eighteen-sector list before it had in addition, with the end of their validity: old material is marked
/// with them.
/// </summary>
static class SectorTable
{
    /// <summary>The date of Presidential Policy Directive 21.</summary>
    public static readonly DateOnly Directive21 = new(2013, 2, 12);

    /// <summary>The date of Homeland Security Presidential Directive 7, which PPD-21 replaced.</summary>
    public static readonly DateOnly Directive7 = new(2003, 12, 17);

    /// <summary>All sectors by code, the valid ones first.</summary>
    public static readonly IReadOnlyList<SectorReference> All =
    [
        Valid("CHEMICAL", "Chemical", "chemical", ["CHEM", "HAZMAT"], "Chemical"),
        Valid("COMMERCIAL_FACILITIES", "Commercial Facilities", "commercial-facilities",
            ["COMM", "RETL", "ENTMT", "MASS", "CULTR"], "Commercial Facilities"),
        Valid("COMMUNICATIONS", "Communications", "communications", ["TELCM"], "Communications"),
        Valid("CRITICAL_MANUFACTURING", "Critical Manufacturing", "critical-manufacturing", ["MFG"],
            "Critical Manufacturing"),
        Valid("DAMS", "Dams", "dams", ["DAMS"], "Dams"),
        Valid("DEFENSE_INDUSTRIAL_BASE", "Defense Industrial Base", "dib", ["DFNSE"], "Defense Industrial Base"),
        Valid("EMERGENCY_SERVICES", "Emergency Services", "emergency-services", ["EMRG", "TACTCP"],
            "Emergency Services"),
        Valid("ENERGY", "Energy", "energy", ["ENRG", "UTL"], "Energy"),
        Valid("FINANCIAL_SERVICES", "Financial Services", "financial-services", ["FIN"], "Banking and Finance"),
        Valid("FOOD_AND_AGRICULTURE", "Food and Agriculture", "food-agriculture", ["AGRI", "LIVSTK"],
            "Agriculture and Food"),
        Valid("GOVERNMENT_FACILITIES", "Government Services and Facilities", "government-facilities",
            ["GVTBLDG", "EDU", "CORR"], "Government Facilities"),
        Valid("HEALTHCARE_AND_PUBLIC_HEALTH", "Healthcare and Public Health", "healthcare-public", ["HLTH"],
            "Healthcare and Public Health"),
        Valid("INFORMATION_TECHNOLOGY", "Information Technology", "it", ["IT"], "Information Technology"),
        Valid("NUCLEAR_REACTORS_MATERIALS_AND_WASTE", "Nuclear Reactors, Materials, and Waste", "nuclear", ["NCLR"],
            "Nuclear Reactors, Materials, and Waste"),
        Valid("TRANSPORTATION_SYSTEMS", "Transportation Systems", "transport", ["TRANS", "CSTL"],
            "Transportation Systems"),
        Valid("WATER_AND_WASTEWATER_SYSTEMS", "Water and Wastewater Systems", "water", ["WATR"], "Water"),
        Former("NATIONAL_MONUMENTS_AND_ICONS", "National Monuments and Icons", ["MNMT"], "GOVERNMENT_FACILITIES"),
        Former("POSTAL_AND_SHIPPING", "Postal and Shipping", ["MAIL"], "TRANSPORTATION_SYSTEMS"),
    ];

    /// <summary>The codes of the sectors that are valid today, in the order of <see cref="All"/>.</summary>
    public static readonly IReadOnlyList<string> ValidCodes =
        [.. All.Where(sector => sector.ValidUntil is null).Select(sector => sector.Code)];

    static SectorReference Valid(string code, string name, string misp, string[] niem, string nipp) =>
        new(code, name, Directive21, null, null, misp, niem, nipp);

    static SectorReference Former(string code, string name, string[] niem, string successor) =>
        new(code, name, Directive7, Directive21, successor, null, niem, name);
}
