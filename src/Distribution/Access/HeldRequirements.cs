using System.Collections.Immutable;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Access;

/// <summary>What of <see cref="Requirement"/> a principal meets by what was verified about it.</summary>
static class HeldRequirements
{
    /// <summary>Recorded as a contractor, whether the token says so or not: this one takes something away.</summary>
    public static bool IsContractor(List<PrincipalFact> facts) =>
        facts.Any(f => f is { Kind: "Attribute", Name: nameof(AttributeKind.FederalContractor) });

    /// <summary>The requirements that attributes, and not being a contractor, meet.</summary>
    public static Requirement Of(
        ImmutableArray<AttributeKind> attributes,
        PrincipalRecord record,
        bool isStaff,
        bool isContractor)
    {
        var holds = Requirement.None;
        foreach (var attribute in attributes)
        {
            holds |= Of(attribute);
        }

        // Employees of a government are no contractors, unless they are recorded as such.
        var isGovernment = isStaff || record.GovernmentLevel is not (null or GovernmentLevel.None);
        return isGovernment && !isContractor
            ? holds | Requirement.NotContractor
            : holds;
    }

    /// <summary>What an attribute meets by itself.</summary>
    public static Requirement Of(AttributeKind attribute) => attribute switch
    {
        AttributeKind.LawEnforcementOfficer => Requirement.LawEnforcement,
        AttributeKind.PciiCertified => Requirement.Pcii,
        AttributeKind.SsiCertified => Requirement.Ssi,
        AttributeKind.CviCertified => Requirement.Cvi,
        AttributeKind.CeiiCertified => Requirement.Ceii,
        AttributeKind.SgiCertified => Requirement.Sgi,
        AttributeKind.UsPerson => Requirement.UsPerson,
        AttributeKind.FederalEmployee => Requirement.FederalEmployee | Requirement.FederalOrContractor,
        AttributeKind.FederalContractor => Requirement.FederalOrContractor,
        AttributeKind.ProprietaryHandling => Requirement.Proprietary,
        AttributeKind.LegalPrivilege => Requirement.LegalPrivilege,
        _ => Requirement.None,
    };
}
