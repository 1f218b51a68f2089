using GraphApi.Server.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>Signs access tokens (RFC 9068) for named demonstration principals, with the development keys.</summary>
sealed class TokenIssuer(AuthenticationOptions options, DevelopmentKeys keys, TimeProvider time)
{
    /// <summary>
    /// A token with <paramref name="claims"/> (values: strings, numbers, booleans, arrays of strings), valid from now
    /// for
    /// <paramref name="lifetime"/>.
    /// </summary>
    public string Issue(IReadOnlyDictionary<string, object> claims, TimeSpan lifetime)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = options.Issuer,
            Audience = options.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            TokenType = "at+jwt",
            Claims = new Dictionary<string, object>(claims) { ["jti"] = Guid.NewGuid().ToString("N") },
            SigningCredentials = new SigningCredentials(keys.TokenKeys[0], SecurityAlgorithms.EcdsaSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }
}
