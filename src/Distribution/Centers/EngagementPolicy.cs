namespace GraphApi.Distribution.Centers;

/// <summary>How a center engages with the private sector.</summary>
/// <param name="Level">How far.</param>
/// <param name="Process">How a private partner comes to be engaged; null: not published.</param>
/// <param name="Restrictions">What the law rules out; null: nothing published.</param>
sealed record EngagementPolicy(EngagementLevel Level, string? Process, string? Restrictions);
