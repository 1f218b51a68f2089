namespace GraphApi.Distribution.Recalls;

/// <summary>From whom staff have an answer that they record for a recipient of a recall.</summary>
/// <param name="ToldBy">Who gave it, by name.</param>
/// <param name="ToldAt">When he gave it, UTC.</param>
/// <param name="Means">By which means.</param>
sealed record RecallAnswerSource(string ToldBy, DateTime ToldAt, RecallAnswerMeans Means);
