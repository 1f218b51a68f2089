namespace GraphApi.Server.Security;

/// <summary>The public keys that access tokens are signed with. Thread-safe.</summary>
interface ISigningKeys
{
    /// <summary>
    /// The issuer and the key of an id, where it fits the algorithm (<see cref="SignatureAlgorithm"/>); null: there is
    /// none, and nobody signs with it. Throws <see cref="KeysUnavailableException"/> where that cannot be known now.
    /// </summary>
    ValueTask<IssuerKey?> FindAsync(string keyId, string algorithm, CancellationToken cancellationToken);
}
