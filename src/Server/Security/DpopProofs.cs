using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// Checks proofs of possession (DPoP): that who sends a request holds the key its token is bound to, for this request
/// and this token alone. Nonces are not used: proofs are short-lived, and none is taken twice. Thread-safe.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9449#section-4.3"/>
sealed class DpopProofs(AuthenticationOptions options, TimeProvider time)
{
    /// <summary>The name of the header that proofs come in.</summary>
    public const string Header = "DPoP";

    const int MostCharacters = 8 * 1024;
    const int MostIdCharacters = 256;

    readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = MostCharacters };
    readonly SeenProofs _seen = new(options.ProofWindow + options.ClockSkew, time);

    /// <summary>
    /// Checks the proof that came with the token <paramref name="token"/>, bound to the key of
    /// <paramref name="thumbprint"/>; returns why it is refused, else null.
    /// </summary>
    /// <param name="request">The request it is to be for.</param>
    /// <param name="given">The values of the header <see cref="Header"/>, or of what stands for it.</param>
    /// <param name="token">The token.</param>
    /// <param name="thumbprint">The thumbprint of its key.</param>
    public async ValueTask<CallerRefusal?> CheckAsync(
        HttpRequest request, StringValues given, string token, string thumbprint)
    {
        // 1. There is not more than one DPoP header; 2. it is a single JWT.
        if (given is not [{ Length: > 0 and <= MostCharacters } text])
        {
            return CallerRefusal.InvalidProof("the header DPoP must be there once");
        }

        if (Read(text) is not { } proof)
        {
            return CallerRefusal.InvalidProof("it is no JWT");
        }

        // 4. The type.
        if (!string.Equals(proof.Typ, "dpop+jwt", StringComparison.OrdinalIgnoreCase))
        {
            return CallerRefusal.InvalidProof("typ is not dpop+jwt");
        }

        // 5. - 7. A signature by the public key that it brings, with an asymmetric algorithm.
        if (KeyOf(proof) is not { } key || proof.TryGetHeaderValue<object>("crit", out _))
        {
            return CallerRefusal.InvalidProof("jwk must be a public key that alg is for");
        }

        if (!await IsSignedAsync(text, proof.Alg, key))
        {
            return CallerRefusal.InvalidProof("its signature is not that of jwk");
        }

        return CheckClaims(request, proof, token)
            // 12. The key is the one that the token is bound to.
            ?? (Thumbprint(key) == thumbprint ? null : CallerRefusal.InvalidProof("its key is not the token's"))
            // 11. It was not seen before. Asked last, so that only who holds the key of a valid token is remembered.
            ?? CheckSeen(proof, thumbprint);
    }

    CallerRefusal? CheckClaims(HttpRequest request, JsonWebToken proof, string token)
    {
        // 8., 9. For this request.
        if (TextOf(proof, "htm") != request.Method)
        {
            return CallerRefusal.InvalidProof("htm is not the method of the request");
        }

        if (!IsTarget(request, TextOf(proof, "htu")))
        {
            return CallerRefusal.InvalidProof("htu is not the address of the request");
        }

        // 11. Made just now.
        if (!IsFresh(proof))
        {
            return CallerRefusal.InvalidProof(string.Create(
                CultureInfo.InvariantCulture, $"iat is not within {options.ProofWindow.TotalSeconds} seconds of now"));
        }

        // 12. For this token.
        return TextOf(proof, "ath") == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)))
            ? null
            : CallerRefusal.InvalidProof("ath is not the hash of the token");
    }

    CallerRefusal? CheckSeen(JsonWebToken proof, string thumbprint) =>
        TextOf(proof, "jti") is not { Length: <= MostIdCharacters } id
            ? CallerRefusal.InvalidProof("jti is missing or too long")
        : _seen.Add(thumbprint, id) is { } reason ? CallerRefusal.InvalidProof(reason)
        : null;

    bool IsFresh(JsonWebToken proof) =>
        proof.TryGetPayloadValue("iat", out object value)
        && value is int or long
        && Convert.ToInt64(value, CultureInfo.InvariantCulture) is var at
        && time.GetUtcNow().ToUnixTimeSeconds() is var now
        && at >= now - (long)options.ProofWindow.TotalSeconds
        && at <= now + (long)options.ClockSkew.TotalSeconds;

    // Behind a proxy the request's own scheme and host are not those that the client knows.
    bool IsTarget(HttpRequest request, string? htu)
    {
        var origin = options.PublicOrigin ?? $"{request.Scheme}://{request.Host}";
        return Uri.TryCreate(htu, UriKind.Absolute, out var told)
            && Uri.TryCreate(origin + request.PathBase + request.Path, UriKind.Absolute, out var own)
            && Uri.Compare(
                told,
                own,
                UriComponents.SchemeAndServer,
                UriFormat.UriEscaped,
                StringComparison.OrdinalIgnoreCase) == 0
            && told.UserInfo.Length == 0
            && told.AbsolutePath == own.AbsolutePath;
    }

    async ValueTask<bool> IsSignedAsync(string text, string algorithm, JsonWebKey key)
    {
        var result = await _handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [algorithm],
            RequireSignedTokens = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            // The key is the proof's own: nothing is kept of it.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        });
        return result.IsValid;
    }

    JsonWebKey? KeyOf(JsonWebToken proof)
    {
        if (!options.Algorithms.Contains(proof.Alg)
            || !proof.TryGetHeaderValue<JsonElement>("jwk", out var header)
            || header.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            var key = new JsonWebKey(header.GetRawText());
            return !HasPrivatePart(header) && SignatureAlgorithm.Fits(proof.Alg, key) ? key : null;
        }
        catch (Exception problem) when (problem is ArgumentException or JsonException or FormatException)
        {
            return null;
        }
    }

    static bool HasPrivatePart(JsonElement key) =>
        key.TryGetProperty("d", out _) || key.TryGetProperty("p", out _) || key.TryGetProperty("k", out _);

    static string Thumbprint(JsonWebKey key) => Base64Url.EncodeToString(key.ComputeJwkThumbprint());

    static JsonWebToken? Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception problem) when (problem is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    static string? TextOf(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue(claim, out object value) && value is string { Length: > 0 } text ? text : null;
}
