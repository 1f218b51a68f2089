namespace GraphApi.Distribution.Products;

/// <summary>A key judgment of a version: a portion, and how likely and how well founded it is.</summary>
/// <param name="Portion">The portion that says it, with all its columns.</param>
sealed record KeyJudgment(Portion Portion)
{
    /// <summary>How likely it is; null: not said.</summary>
    public Likelihood? Likelihood => Portion.Likelihood;

    /// <summary>How well founded it is; null: not said.</summary>
    public AnalyticConfidence? Confidence => Portion.Confidence;
}
