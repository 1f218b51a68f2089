namespace GraphApi.Distribution.Products;

/// <summary>Markings of older systems, kept as they came.</summary>
enum LegacyMarking
{
    /// <summary>For official use only.</summary>
    Fouo,

    /// <summary>Sensitive but unclassified.</summary>
    Sbu,

    /// <summary>Law enforcement sensitive.</summary>
    Les,

    /// <summary>Sensitive security information.</summary>
    Ssi,

    /// <summary>Law enforcement sensitive, not to foreign nationals.</summary>
    NofornLes,
}
