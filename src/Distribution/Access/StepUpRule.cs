namespace GraphApi.Distribution.Access;

/// <summary>
/// How a user must have signed in for what asks for more than a token: with a method that cannot be phished, and
/// lately.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9470"/>
public sealed record StepUpRule
{
    /// <summary>
    /// The values of <c>acr</c> of which one is enough. <value>Default: <c>phr</c> and <c>phrh</c>, phishing-resistant
    /// and so in hardware.</value>
    /// </summary>
    public IReadOnlyList<string> AcrValues { get; init; } = ["phr", "phrh"];

    /// <summary>
    /// The values of <c>amr</c> of which one is enough where <c>acr</c> says nothing that is known. <value>Default:
    /// <c>hwk</c> and <c>swk</c>, a key in hardware or in software.</value>
    /// </summary>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc8176"/>
    public IReadOnlyList<string> AmrValues { get; init; } = ["hwk", "swk"];

    /// <summary>How long ago he may have signed in. <value>Default 15 minutes.</value></summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How far the issuer's clock may be ahead of ours. <value>Default 30 seconds.</value></summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Until when the way in which a user signed in is good enough, UTC; null: it is not.</summary>
    /// <param name="claims">How he signed in, and when. A sign-in that is yet to come is none.</param>
    /// <param name="now">The moment, UTC.</param>
    internal DateTime? Until(TokenClaims claims, DateTime now) =>
        !claims.IsServiceClient
        && claims.AuthenticatedAt is { } at
        && at <= now + ClockSkew
        && (AcrValues.Contains(claims.AuthenticationContext) || claims.AuthenticationMethods.Any(AmrValues.Contains))
            ? at + MaxAge
            : null;
}
