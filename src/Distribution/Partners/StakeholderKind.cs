namespace GraphApi.Distribution.Partners;

/// <summary>What kind of stakeholder a center or partner is.</summary>
enum StakeholderKind
{
    /// <summary>A fusion center.</summary>
    FusionCenter,

    /// <summary>A federal agency.</summary>
    FederalAgency,

    /// <summary>A state agency.</summary>
    StateAgency,

    /// <summary>A local agency.</summary>
    LocalAgency,

    /// <summary>A tribal nation.</summary>
    TribalNation,

    /// <summary>A territorial agency.</summary>
    TerritorialAgency,

    /// <summary>A law enforcement agency.</summary>
    LawEnforcementAgency,

    /// <summary>A court, prosecutor or other justice partner.</summary>
    JusticePartner,

    /// <summary>A fire service.</summary>
    FireService,

    /// <summary>A public health partner, hospitals included.</summary>
    PublicHealth,

    /// <summary>An emergency management agency.</summary>
    EmergencyManagement,

    /// <summary>An emergency response service.</summary>
    EmergencyResponse,

    /// <summary>A public safety agency.</summary>
    PublicSafety,

    /// <summary>An owner or operator of critical infrastructure.</summary>
    CiOwnerOperator,

    /// <summary>A business.</summary>
    Business,

    /// <summary>A chamber of commerce.</summary>
    ChamberOfCommerce,

    /// <summary>A crime stoppers organization.</summary>
    CrimeStoppers,

    /// <summary>A college or university.</summary>
    CollegeOrUniversity,

    /// <summary>A nongovernmental organization.</summary>
    Ngo,

    /// <summary>A nonprofit group.</summary>
    Nonprofit,

    /// <summary>A community organization.</summary>
    CommunityOrganization,

    /// <summary>An advocacy group.</summary>
    AdvocacyGroup,

    /// <summary>An information sharing and analysis center.</summary>
    Isac,

    /// <summary>A national association.</summary>
    NationalAssociation,

    /// <summary>Another public agency.</summary>
    OtherPublicAgency,

    /// <summary>None of the others.</summary>
    Other,
}
