namespace GraphApi.Distribution.AccessRecords;

/// <summary>What a verification of the access records found.</summary>
/// <param name="Chains">How many chains are right from the first on.</param>
/// <param name="Records">How many records are right from the first on.</param>
/// <param name="Problem">What is wrong first; null: nothing is.</param>
/// <param name="Ends">
/// What to keep somewhere else, to be compared with later: the end of the chain of heads, which stands for all that has
/// a head, and the end of each chain that went on since its newest. Empty where something is wrong.
/// </param>
public sealed record AccessVerification(long Chains, long Records, string? Problem, IReadOnlyList<ChainEnd> Ends);
