namespace GraphApi.Distribution.Products;

/// <summary>Why a version may be out.</summary>
enum ClearanceKind
{
    /// <summary>A privacy review of it concurred.</summary>
    Review,

    /// <summary>Two persons released it before its review, for imminent danger to life or property.</summary>
    Emergency,

    /// <summary>It was released before clearances were kept, and neither can be told. Nothing new is.</summary>
    Earlier,
}
