namespace GraphApi.Distribution.Partners;

/// <summary>What kind of liaison somebody is.</summary>
enum LiaisonKind
{
    /// <summary>A fusion liaison officer.</summary>
    FusionLiaisonOfficer,

    /// <summary>A federal protective security advisor.</summary>
    ProtectiveSecurityAdvisor,

    /// <summary>A deployed federal intelligence officer.</summary>
    DhsIntelligenceOfficer,

    /// <summary>A center's liaison to the private sector.</summary>
    PrivateSectorLiaison,

    /// <summary>A liaison to tribal nations.</summary>
    TribalLiaison,

    /// <summary>A terrorism liaison officer, as some centers call it.</summary>
    TerrorismLiaisonOfficer,

    /// <summary>The liaison a partner organization named.</summary>
    PartnerLiaison,
}
