namespace GraphApi.Distribution.AccessRecords;

/// <summary>What a verification of the access records found.</summary>
/// <param name="Chains">How many chains are right from the first on.</param>
/// <param name="Records">How many records are right from the first on.</param>
/// <param name="Problem">What is wrong first; null: nothing is.</param>
public sealed record AccessVerification(long Chains, long Records, string? Problem);
