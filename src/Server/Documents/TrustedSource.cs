namespace GraphApi.Server.Documents;

/// <summary>Where trusted documents are that may change while the server runs: the database.</summary>
/// <param name="ListAsync">All ids, each with the hash of its document.</param>
/// <param name="ReadAsync">The texts of hashes, in any order; without those that are gone meanwhile.</param>
sealed record TrustedSource(
    Func<CancellationToken, Task<IReadOnlyList<(string Id, string Hash)>>> ListAsync,
    Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<string>>> ReadAsync);
