using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>Validates access tokens and remembers the valid ones for a moment (<see cref="KnownTokens"/>).</summary>
sealed class AccessTokenHandler : JsonWebTokenHandler
{
    readonly KnownTokens _known;

    /// <summary>A handler that keeps the names of claims as the issuer wrote them.</summary>
    public AccessTokenHandler(KnownTokens known)
    {
        _known = known;
        MapInboundClaims = false;
        MaximumTokenSizeInBytes = 16 * 1024;
    }

    /// <inheritdoc/>
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        if (_known.Find(token) is { } known)
        {
            return known;
        }

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
        {
            _known.Remember(token, result);
        }

        return result;
    }
}
