using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>
/// Which key is for which algorithm. A signature by the right key and another algorithm than the key is for is none.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1"/>
static class SignatureAlgorithm
{
    /// <summary>The bits an RSA key has at least.</summary>
    public const int LeastRsaBits = 2048;

    /// <summary>Whether a key, which is public, is for an algorithm of RFC 7518 that is asymmetric.</summary>
    public static bool Fits(string algorithm, SecurityKey key) => key switch
    {
        ECDsaSecurityKey curve => algorithm == OfCurve(curve.KeySize),
        RsaSecurityKey rsa => rsa.KeySize >= LeastRsaBits && IsRsa(algorithm),
        JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve } web =>
            IsAllowedBy(web, algorithm) && algorithm == OfCurve(web.Crv),
        JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA } web =>
            IsAllowedBy(web, algorithm) && web.KeySize >= LeastRsaBits && IsRsa(algorithm),
        _ => false,
    };

    // What the key says of itself: what it is used for, and with which algorithm.
    static bool IsAllowedBy(JsonWebKey key, string algorithm) =>
        key.Use is null or JsonWebKeyUseNames.Sig
        && (key.KeyOps.Count == 0 || key.KeyOps.Contains("verify"))
        && (key.Alg is null || key.Alg == algorithm);

    static string? OfCurve(int bits) => bits switch
    {
        256 => SecurityAlgorithms.EcdsaSha256,
        384 => SecurityAlgorithms.EcdsaSha384,
        521 => SecurityAlgorithms.EcdsaSha512,
        _ => null,
    };

    static string? OfCurve(string? name) => name switch
    {
        JsonWebKeyECTypes.P256 => SecurityAlgorithms.EcdsaSha256,
        JsonWebKeyECTypes.P384 => SecurityAlgorithms.EcdsaSha384,
        JsonWebKeyECTypes.P521 => SecurityAlgorithms.EcdsaSha512,
        _ => null,
    };

    static bool IsRsa(string algorithm) => algorithm is SecurityAlgorithms.RsaSha256 or SecurityAlgorithms.RsaSha384
        or SecurityAlgorithms.RsaSha512 or SecurityAlgorithms.RsaSsaPssSha256 or SecurityAlgorithms.RsaSsaPssSha384
        or SecurityAlgorithms.RsaSsaPssSha512;
}
