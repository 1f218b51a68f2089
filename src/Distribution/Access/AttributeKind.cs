namespace GraphApi.Distribution.Access;

/// <summary>An attribute that handling rules ask for and that somebody verified.</summary>
enum AttributeKind
{
    /// <summary>A sworn law enforcement officer, in person.</summary>
    LawEnforcementOfficer,

    /// <summary>Certified for protected critical infrastructure information.</summary>
    PciiCertified,

    /// <summary>Cleared for sensitive security information.</summary>
    SsiCertified,

    /// <summary>Trained for chemical-terrorism vulnerability information.</summary>
    CviCertified,

    /// <summary>Cleared for critical energy infrastructure information.</summary>
    CeiiCertified,

    /// <summary>Cleared for safeguards information.</summary>
    SgiCertified,

    /// <summary>A United States person, verified.</summary>
    UsPerson,

    /// <summary>Employed by the federal government.</summary>
    FederalEmployee,

    /// <summary>A contractor of the federal government.</summary>
    FederalContractor,

    /// <summary>Bound to protect proprietary information.</summary>
    ProprietaryHandling,

    /// <summary>Inside the attorney-client relationship.</summary>
    LegalPrivilege,

    /// <summary>A public safety officer: fire, emergency medical services, hazardous materials.</summary>
    PublicSafetyOfficer,

    /// <summary>Certified for 28 CFR Part 23, criminal intelligence systems.</summary>
    CriminalIntelligenceCertified,

    /// <summary>An intelligence analyst.</summary>
    IntelligenceAnalyst,
}
