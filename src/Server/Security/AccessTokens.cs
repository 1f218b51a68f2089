using System.Globalization;
using System.Security.Claims;
using GraphApi.Server.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// Validates access tokens by the profile of RFC 9068: type, algorithm, key, issuer, audience and lifetime are all
/// pinned, and every claim that the profile requires is there. Remembers the valid ones for a moment
/// (<see cref="KnownTokens"/>). Thread-safe.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9068#section-4"/>
sealed class AccessTokens(AuthenticationOptions options, ISigningKeys keys, TimeProvider time)
{
    /// <summary>The longest token that is looked at, in characters.</summary>
    public const int MostCharacters = 16 * 1024;

    // The end of the year 9999.
    const long LastSecond = 253_402_300_799;

    // Names of claims stay as the issuer wrote them.
    readonly JsonWebTokenHandler _handler = new()
    {
        MapInboundClaims = false,
        MaximumTokenSizeInBytes = MostCharacters,
    };

    readonly KnownTokens _known = new(time);
    readonly SharedTexts _texts = new();

    /// <summary>
    /// The token, where it is valid; else why it is refused. Throws <see cref="KeysUnavailableException"/> where it
    /// cannot be checked now.
    /// </summary>
    public async ValueTask<(AccessToken? Token, CallerRefusal? Refusal)> CheckAsync(
        string text, CancellationToken cancellationToken)
    {
        if (_known.Find(text) is { } known)
        {
            return (known, null);
        }

        if (ReadHeader(text) is not { } unverified
            || await keys.FindAsync(unverified.Kid, unverified.Alg, cancellationToken) is not { } signer)
        {
            return (null, CallerRefusal.InvalidToken);
        }

        var result = await _handler.ValidateTokenAsync(text, Parameters(signer));
        if (!result.IsValid)
        {
            return (null, result.Exception is SecurityTokenExpiredException
                ? CallerRefusal.ExpiredToken
                : CallerRefusal.InvalidToken);
        }

        if (Read((JsonWebToken)result.SecurityToken, result.ClaimsIdentity) is not { } token)
        {
            return (null, CallerRefusal.InvalidToken);
        }

        _known.Remember(text, token);
        return (token, null);
    }

    /// <summary>
    /// The token, of which nothing is believed yet, where its header is one to look further at: signed with an
    /// algorithm and a key that it names, of the type of access tokens, and without extensions that must be understood.
    /// </summary>
    JsonWebToken? ReadHeader(string text)
    {
        if (text.Length > MostCharacters)
        {
            return null;
        }

        try
        {
            var token = new JsonWebToken(text);
            return !string.IsNullOrEmpty(token.Kid)
                && !token.IsEncrypted
                && options.Algorithms.Contains(token.Alg)
                && options.TokenTypes.Contains(token.Typ, StringComparer.OrdinalIgnoreCase)
                && !token.TryGetHeaderValue<object>("crit", out _)
                    ? token
                    : null;
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    TokenValidationParameters Parameters(IssuerKey signer) => new()
    {
        ValidIssuer = signer.Issuer,
        ValidAudience = options.Audience,
        ValidAlgorithms = options.Algorithms,
        IssuerSigningKey = signer.Key,
        TryAllIssuerSigningKeys = false,
        ValidateIssuer = true,
        ValidateAudience = true,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        NameClaimType = "sub",
        RoleClaimType = "roles",
        AuthenticationType = "Bearer",
        LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
    };

    // The library's own check reads the system's clock; a test, and a server whose clock is injected, could not.
    bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (expires is not { } end)
        {
            throw new SecurityTokenNoExpirationException();
        }

        return now > end + options.ClockSkew ? throw new SecurityTokenExpiredException()
            : notBefore is { } start && now < start - options.ClockSkew ? throw new SecurityTokenNotYetValidException()
            : true;
    }

    /// <summary>
    /// The token, where it has what the profile requires besides <c>iss</c> and <c>aud</c>, lives no longer than is
    /// allowed, and is bound to what can be checked; else null.
    /// </summary>
    AccessToken? Read(JsonWebToken token, ClaimsIdentity identity)
    {
        if (TextOf(token, "sub") is not { } subject
            || TextOf(token, "client_id") is not { } client
            || TextOf(token, "jti") is null
            || TimeOf(token, "iat") is not { } issued
            || TimeOf(token, "exp") is not { } expires
            || BindingOf(token) is not { } binding)
        {
            return null;
        }

        var isClients = subject == client;
        return issued - options.ClockSkew <= time.GetUtcNow()
            && expires - issued <= (isClients ? options.MaxClientLifetime : options.MaxUserLifetime)
                ? new AccessToken(PrincipalOf(identity), isClients, binding, expires)
                : null;
    }

    // The claims alone: the identity that validation makes holds the token with all it was read from, and a connection
    // keeps its caller for hours. What many tokens say is one text for all of them, and when the token is valid was
    // looked at already.
    ClaimsPrincipal PrincipalOf(ClaimsIdentity identity) => new(new CaseSensitiveClaimsIdentity(
        identity.Claims.Where(claim => claim.Type is not ("exp" or "iat" or "nbf")).Select(Share),
        identity.AuthenticationType,
        identity.NameClaimType,
        identity.RoleClaimType));

    Claim Share(Claim claim) => new(
        _texts.Share(claim.Type),
        _texts.Share(claim.Value),
        _texts.Share(claim.ValueType),
        _texts.Share(claim.Issuer),
        _texts.Share(claim.OriginalIssuer));

    static TokenBinding? BindingOf(JsonWebToken token) =>
        token.TryGetPayloadValue("cnf", out object confirmation) ? TokenBinding.Read(confirmation) : TokenBinding.None;

    static string? TextOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out object value) && value is string { Length: > 0 } text ? text : null;

    static DateTimeOffset? TimeOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out object value)
        && value is int or long
        && Convert.ToInt64(value, CultureInfo.InvariantCulture) is >= 0 and <= LastSecond and var at
            ? DateTimeOffset.FromUnixTimeSeconds(at)
            : null;
}
