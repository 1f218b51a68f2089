namespace GraphApi.Distribution.Products;

/// <summary>
/// The categories of controlled unclassified information in use here, by the abbreviation of the registry.
/// </summary>
enum CuiCategory
{
    /// <summary>General law enforcement.</summary>
    Lei,

    /// <summary>Investigation.</summary>
    Inv,

    /// <summary>General intelligence.</summary>
    Intel,

    /// <summary>General privacy.</summary>
    Prvcy,

    /// <summary>Informant.</summary>
    Inf,

    /// <summary>Witness protection.</summary>
    Wit,

    /// <summary>Victim.</summary>
    Lvic,

    /// <summary>Juvenile.</summary>
    Juv,

    /// <summary>Criminal history records.</summary>
    Chri,

    /// <summary>General critical infrastructure.</summary>
    Crit,

    /// <summary>Protected critical infrastructure information.</summary>
    Pcii,

    /// <summary>Chemical-terrorism vulnerability information.</summary>
    Cvi,

    /// <summary>Critical energy infrastructure information.</summary>
    Ceii,

    /// <summary>Sensitive security information.</summary>
    Ssi,

    /// <summary>Safeguards information.</summary>
    Sgi,

    /// <summary>Nuclear security-related information.</summary>
    Sri,

    /// <summary>Physical security.</summary>
    Phys,

    /// <summary>Emergency management.</summary>
    Emgt,

    /// <summary>Information systems vulnerability information.</summary>
    Isvi,

    /// <summary>Water assessments.</summary>
    Water,

    /// <summary>General proprietary business information.</summary>
    Propin,

    /// <summary>Whistleblower identity.</summary>
    Whstl,

    /// <summary>Operations security.</summary>
    Opsec,

    /// <summary>Law enforcement screening.</summary>
    Lscrn,

    /// <summary>Firearms trace data.</summary>
    Trace,
}
