namespace GraphApi.Distribution.Publishing;

/// <summary>What a release would change against the version in force.</summary>
/// <param name="Kept">How many would receive both; null: too few to be told.</param>
/// <param name="Added">How many would receive the new one alone; null: too few to be told.</param>
/// <param name="Removed">How many have the one in force and would not receive the new one; null: too few.</param>
sealed record AudienceDelta(int? Kept, int? Added, int? Removed);
