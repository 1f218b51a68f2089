namespace GraphApi.Distribution.Products;

/// <summary>Sensitivities beside the registry.</summary>
enum Sensitivity
{
    /// <summary>Law enforcement sensitive.</summary>
    Les,

    /// <summary>Protected critical infrastructure information.</summary>
    Pcii,

    /// <summary>Intelligence.</summary>
    Int,

    /// <summary>Personally identifiable information.</summary>
    Pii,

    /// <summary>Commercial proprietary.</summary>
    Pr,

    /// <summary>Targeted entity information.</summary>
    Tei,
}
