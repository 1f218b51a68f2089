namespace GraphApi.Server.Documents;

/// <summary>Where trusted documents are that may change while the server runs: the database.</summary>
/// <param name="ListAsync">All ids, each with the hash of its document.</param>
/// <param name="ReadAsync">The text of a hash; null: it is gone meanwhile.</param>
sealed record TrustedSource(
    Func<CancellationToken, Task<IReadOnlyList<(string Id, string Hash)>>> ListAsync,
    Func<string, CancellationToken, Task<string?>> ReadAsync);
