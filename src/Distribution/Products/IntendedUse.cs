namespace GraphApi.Distribution.Products;

/// <summary>What a product is meant to be used for.</summary>
enum IntendedUse
{
    /// <summary>Protecting facilities and operations.</summary>
    FacilityProtection,

    /// <summary>Keeping officers safe.</summary>
    OfficerSafety,

    /// <summary>Deciding where resources go.</summary>
    ResourcePrioritization,

    /// <summary>Making a community aware.</summary>
    CommunityAwareness,

    /// <summary>Planning an event.</summary>
    EventPlanning,

    /// <summary>Leads for an investigation.</summary>
    InvestigativeLead,

    /// <summary>Training.</summary>
    Training,

    /// <summary>Making policy.</summary>
    Policy,
}
