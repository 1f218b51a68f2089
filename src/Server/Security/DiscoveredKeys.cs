using GraphApi.Server.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// The keys that an OpenID Connect issuer publishes. They are asked for again from time to time, and when a token names
/// one that is not known; but never twice within <see cref="AuthenticationOptions.KeyRetry"/>, so that made-up ids
/// cannot be used against the issuer. While it does not answer, the keys that are known are believed, up to
/// <see cref="AuthenticationOptions.KeyMaxAge"/>.
/// </summary>
/// <seealso href="https://openid.net/specs/openid-connect-discovery-1_0.html"/>
sealed class DiscoveredKeys : ISigningKeys, IDisposable
{
    const int MostBytes = 1024 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly AuthenticationOptions _options;
    readonly TimeProvider _time;
    readonly ILogger _logger;
    readonly HttpClient _client;
    readonly Lock _lock = new();

    Known? _known;
    Task? _asking;
    DateTimeOffset? _asked;
    Exception? _problem;

    /// <summary>Keys of the authority of <paramref name="options"/>; nothing is asked for yet.</summary>
    public DiscoveredKeys(AuthenticationOptions options, TimeProvider time, ILogger<DiscoveredKeys> logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        _client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
    }

    /// <inheritdoc/>
    public async ValueTask<IssuerKey?> FindAsync(
        string keyId, string algorithm, CancellationToken cancellationToken)
    {
        var known = Usable();
        if (known is not null && known.Has(keyId))
        {
            if (_time.GetUtcNow() >= known.At + _options.KeyRefresh)
            {
                // The known keys serve meanwhile: nobody waits for the issuer.
                _ = AskAsync();
            }

            return known.Find(keyId, algorithm);
        }

        await AskAsync().WaitAsync(cancellationToken);
        known = Usable();
        return known?.Has(keyId) is true ? known.Find(keyId, algorithm)
            // The issuer may have the key, and could not be asked.
            : known is null || _problem is not null ? throw new KeysUnavailableException(_problem)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    Known? Usable() => _known is { } known && _time.GetUtcNow() < known.At + _options.KeyMaxAge ? known : null;

    /// <summary>Asks the issuer, or joins who asks already; does nothing where it was asked a moment ago.</summary>
    Task AskAsync()
    {
        lock (_lock)
        {
            if (_asking is { IsCompleted: false })
            {
                return _asking;
            }

            var now = _time.GetUtcNow();
            if (_asked is { } asked && now < asked + _options.KeyRetry)
            {
                return Task.CompletedTask;
            }

            _asked = now;
            // Not cancelled by the request that happens to ask: others wait for the same answer.
            return _asking = Task.Run(() => ReadAsync(now), CancellationToken.None);
        }
    }

    async Task ReadAsync(DateTimeOffset now)
    {
        try
        {
            using var stop = new CancellationTokenSource(Patience);
            var authority = _options.Authority!.TrimEnd('/');
            var published = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{authority}/.well-known/openid-configuration",
                new HttpDocumentRetriever(_client)
                {
                    RequireHttps = authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase),
                },
                stop.Token);
            if (_options.Issuer is null && published.Issuer?.TrimEnd('/') != authority)
            {
                throw new InvalidOperationException(
                    "The issuer calls itself otherwise than Authentication:Authority does. Set Authentication:Issuer.");
            }

            _known = new Known(
                _options.Issuer ?? published.Issuer!,
                [.. published.JsonWebKeySet.Keys.Where(key => !string.IsNullOrEmpty(key.KeyId))],
                now);
            _problem = null;
        }
        catch (Exception problem) when (problem
            is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException
            or ArgumentException or System.Text.Json.JsonException or System.Security.SecurityException)
        {
            _problem = problem;
            Log.IssuerFailed(_logger, problem);
        }
    }

    sealed record Known(string Issuer, IReadOnlyList<JsonWebKey> Keys, DateTimeOffset At)
    {
        public bool Has(string keyId) => Keys.Any(key => key.KeyId == keyId);

        public IssuerKey? Find(string keyId, string algorithm) =>
            Keys.FirstOrDefault(key => key.KeyId == keyId && SignatureAlgorithm.Fits(algorithm, key)) is { } key
                ? new IssuerKey(Issuer, key)
                : null;
    }
}
