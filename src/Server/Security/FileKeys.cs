using GraphApi.Server.Configuration;

namespace GraphApi.Server.Security;

/// <summary>Keys that an operator named, read once.</summary>
sealed class FileKeys : ISigningKeys
{
    readonly IReadOnlyList<IssuerKey> _keys;

    /// <summary>
    /// Reads the files. Throws a <see cref="ConfigurationException"/> that names the first that holds no key.
    /// </summary>
    public FileKeys(AuthenticationOptions options) =>
        _keys = [.. options.KeyFiles.Select(file => new IssuerKey(options.Issuer!, KeyFile.Read(file)))];

    /// <inheritdoc/>
    public ValueTask<IssuerKey?> FindAsync(string keyId, string algorithm, CancellationToken cancellationToken) =>
        new(_keys.FirstOrDefault(known =>
            known.Key.KeyId == keyId && SignatureAlgorithm.Fits(algorithm, known.Key)));
}
