namespace GraphApi.Distribution.Access;

/// <summary>Which attributes an issuer or identity provider is believed to say of its users.</summary>
/// <param name="Issuer">The <c>iss</c> of the tokens; null: any.</param>
/// <param name="IdentityProvider">The identity provider that the token names; null: any, or none.</param>
/// <param name="Attributes">
/// Some of <see cref="Names"/>; where none is given, all.
/// </param>
public sealed record TrustedAttributes(string? Issuer, string? IdentityProvider, IReadOnlyList<string> Attributes)
{
    /// <summary>The names of the attributes there are.</summary>
    public static IReadOnlyList<string> Names { get; } = Enum.GetNames<AttributeKind>();

    /// <summary>Whether a token's word on an attribute counts by this.</summary>
    internal bool Covers(TokenClaims claims, AttributeKind attribute) =>
        (Issuer is null || Issuer == claims.Issuer)
        && (IdentityProvider is null || IdentityProvider == claims.IdentityProvider)
        && (Attributes.Count == 0
            || Attributes.Contains(attribute.ToString(), StringComparer.OrdinalIgnoreCase));
}
