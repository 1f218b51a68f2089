namespace GraphApi.Distribution.Products;

/// <summary>How likely a judgment is, in the words of ICD 203.</summary>
enum Likelihood
{
    /// <summary>1 to 5 percent.</summary>
    AlmostNoChance,

    /// <summary>5 to 20 percent.</summary>
    VeryUnlikely,

    /// <summary>20 to 45 percent.</summary>
    Unlikely,

    /// <summary>45 to 55 percent.</summary>
    RoughlyEvenChance,

    /// <summary>55 to 80 percent.</summary>
    Likely,

    /// <summary>80 to 95 percent.</summary>
    VeryLikely,

    /// <summary>95 to 99 percent.</summary>
    AlmostCertain,
}
