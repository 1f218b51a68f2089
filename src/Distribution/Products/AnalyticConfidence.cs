namespace GraphApi.Distribution.Products;

/// <summary>How well founded a judgment is.</summary>
enum AnalyticConfidence
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>High.</summary>
    High,
}
