namespace GraphApi.Distribution.Recalls;

/// <summary>How many recipients of a recall got how far.</summary>
/// <param name="State">How far.</param>
/// <param name="Count">How many; null: too few to be told to the reader.</param>
sealed record RecallStateCount(RecallResponseState State, int? Count);
