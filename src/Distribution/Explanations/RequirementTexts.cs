using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Explanations;

/// <summary>What each requirement of a marking asks for, in words.</summary>
static class RequirementTexts
{
    /// <summary>The requirements in the order of their bits.</summary>
    public static readonly IReadOnlyList<(Requirement Requirement, AccessPredicateKind Kind, string Text)> All =
    [
        (Requirement.TlpGreen, AccessPredicateKind.Tlp, "TLP:GREEN: a vetted partner of the network"),
        (Requirement.TlpAmber, AccessPredicateKind.Tlp, "TLP:AMBER: a recipient's organization and its clients"),
        (Requirement.TlpAmberStrict, AccessPredicateKind.Tlp, "TLP:AMBER+STRICT: a recipient's organization"),
        (Requirement.TlpRed, AccessPredicateKind.Tlp, "TLP:RED: a named person"),
        (Requirement.LawEnforcement, AccessPredicateKind.Sensitivity,
            "law enforcement sensitive: a sworn law enforcement officer"),
        (Requirement.Pcii, AccessPredicateKind.Sensitivity, "PCII: certified for it"),
        (Requirement.Ssi, AccessPredicateKind.Sensitivity, "SSI: cleared for it"),
        (Requirement.Cvi, AccessPredicateKind.Sensitivity, "CVI: trained for it"),
        (Requirement.Ceii, AccessPredicateKind.Sensitivity, "CEII: cleared for it"),
        (Requirement.Sgi, AccessPredicateKind.Sensitivity, "SGI: cleared for it"),
        (Requirement.UsPerson, AccessPredicateKind.DisseminationControl,
            "NOFORN, REL TO or DISPLAY ONLY: a United States person"),
        (Requirement.FederalEmployee, AccessPredicateKind.DisseminationControl,
            "FED ONLY: an employee of the federal government"),
        (Requirement.FederalOrContractor, AccessPredicateKind.DisseminationControl,
            "FEDCON: an employee or contractor of the federal government"),
        (Requirement.NotContractor, AccessPredicateKind.DisseminationControl,
            "NOCON: no contractor of the federal government"),
        (Requirement.Proprietary, AccessPredicateKind.Sensitivity, "proprietary information: bound to protect it"),
        (Requirement.LegalPrivilege, AccessPredicateKind.DisseminationControl,
            "attorney-client privilege: inside of it"),
    ];
}
