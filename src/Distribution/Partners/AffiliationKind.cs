namespace GraphApi.Distribution.Partners;

/// <summary>A national affiliation of an organization. It never gives access by itself.</summary>
enum AffiliationKind
{
    /// <summary>Domestic Security Alliance Council.</summary>
    Dsac,

    /// <summary>An information sharing and analysis center.</summary>
    Isac,

    /// <summary>InfraGard.</summary>
    Infragard,

    /// <summary>Business Executives for National Security.</summary>
    Bens,

    /// <summary>Another affiliation.</summary>
    Other,
}
