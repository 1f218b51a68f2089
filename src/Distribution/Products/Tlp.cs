namespace GraphApi.Distribution.Products;

/// <summary>The Traffic Light Protocol 2.0, from the widest to the narrowest.</summary>
enum Tlp
{
    /// <summary>TLP:CLEAR. Anyone, once approved for public release.</summary>
    Clear,

    /// <summary>TLP:GREEN. The community of vetted partners.</summary>
    Green,

    /// <summary>TLP:AMBER. The recipient's organization and its clients.</summary>
    Amber,

    /// <summary>TLP:AMBER+STRICT. The recipient's organization only.</summary>
    AmberStrict,

    /// <summary>TLP:RED. The named persons only.</summary>
    Red,
}
