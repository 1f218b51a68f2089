using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A portion to be made.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text.</param>
/// <param name="Marking">Its marking.</param>
/// <param name="Likelihood">The likelihood of a judgment; null for other kinds.</param>
/// <param name="Confidence">The confidence in a judgment; null for other kinds.</param>
/// <param name="Sources">Where what it says comes from; null: not said.</param>
sealed record PortionSpec(
    PortionKind Kind,
    string Text,
    PortionMarking Marking,
    Likelihood? Likelihood = null,
    AnalyticConfidence? Confidence = null,
    IReadOnlyList<SourceSpec>? Sources = null);
