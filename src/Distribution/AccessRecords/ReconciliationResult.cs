namespace GraphApi.Distribution.AccessRecords;

/// <summary>What a comparison of a day's reads with their audiences found.</summary>
/// <param name="Day">The day, in UTC.</param>
/// <param name="Reads">How many records of reads of content there are.</param>
/// <param name="Outside">How many of them are outside the audience; 0 is the only good number.</param>
/// <param name="IsNew">Whether it was made now; false: the day had been compared before, and this is what was found
/// then.</param>
public sealed record ReconciliationResult(DateOnly Day, long Reads, long Outside, bool IsNew);
