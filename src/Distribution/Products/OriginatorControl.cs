namespace GraphApi.Distribution.Products;

/// <summary>Whether the originator keeps a say in further release.</summary>
enum OriginatorControl
{
    /// <summary>No.</summary>
    None,

    /// <summary>Each further release needs its consent.</summary>
    OriginatorConsentRequired,
}
