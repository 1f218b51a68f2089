using GraphApi.Server.Configuration;

namespace GraphApi.Server.Security;

/// <summary>
/// The keys of a developer's server, which reads its folder again: a key that is added is believed at once, one that is
/// deleted no longer after <see cref="Memory"/>.
/// </summary>
/// <param name="options">What <c>iss</c> is.</param>
/// <param name="dataDirectory">The folder that holds the folder of keys.</param>
/// <param name="time">The clock.</param>
sealed class DevelopmentSigningKeys(AuthenticationOptions options, string dataDirectory, TimeProvider time)
    : ISigningKeys
{
    /// <summary>How long the folder is not read again for a key that is known. <value>30 seconds.</value></summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    static readonly TimeSpan LeastMemory = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    DevelopmentKeys _keys = DevelopmentKeys.Open(dataDirectory);
    DateTimeOffset _read = time.GetUtcNow();

    /// <inheritdoc/>
    public ValueTask<IssuerKey?> FindAsync(string keyId, string algorithm, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var age = time.GetUtcNow() - _read;
            if (age >= Memory || (Find(keyId) is null && age >= LeastMemory))
            {
                Read();
            }

            return new(Find(keyId) is { } key && SignatureAlgorithm.Fits(algorithm, key.Key) ? key : null);
        }
    }

    IssuerKey? Find(string keyId) =>
        _keys.TokenKeys.FirstOrDefault(key => key.KeyId == keyId) is { } key ? new(options.Issuer!, key) : null;

    void Read()
    {
        _read = time.GetUtcNow();
        try
        {
            _keys = DevelopmentKeys.Open(dataDirectory);
        }
        catch (ConfigurationException)
        {
            // A file that is only half written, or that others can read, adds nothing: those that are known stay.
        }
    }
}
