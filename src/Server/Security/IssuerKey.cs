using Microsoft.IdentityModel.Tokens;

namespace GraphApi.Server.Security;

/// <summary>A key and whose tokens it signs.</summary>
/// <param name="Issuer">What <c>iss</c> of these tokens is.</param>
/// <param name="Key">The key; its id is what <c>kid</c> is.</param>
sealed record IssuerKey(string Issuer, SecurityKey Key);
