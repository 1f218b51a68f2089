using System.Collections.Frozen;
using GraphApi.Distribution.Access;

namespace GraphApi.Server.Configuration;

/// <summary>
/// Whose tokens are believed. Exactly one of an authority, key files and the development keys signs them.
/// </summary>
sealed record AuthenticationOptions
{
    /// <summary>
    /// The algorithms that can be allowed: signatures only, since a shared secret would let a reader of tokens write
    /// them.
    /// </summary>
    static readonly FrozenSet<string> Asymmetric =
        new[] { "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512" }.ToFrozenSet();

    /// <summary>
    /// The OpenID Connect issuer whose published keys are used; null: <see cref="KeyFiles"/> or the development keys.
    /// </summary>
    public string? Authority { get; init; }

    /// <summary>PEM files with public keys (or private ones, of which the public half is used).</summary>
    public IReadOnlyList<NamedKeyFile> KeyFiles { get; init; } = [];

    /// <summary>Whether the keys that this server made for itself are used. Only ever in Development.</summary>
    public bool UsesDevelopmentKeys => Authority is null && KeyFiles.Count == 0;

    /// <summary>
    /// What <c>iss</c> must be. <value>Default: the authority's own word; in Development the development
    /// issuer.</value>
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>What <c>aud</c> must contain. <value>Default <c>graphapi</c>.</value></summary>
    public string Audience { get; init; } = "graphapi";

    /// <summary>The signature algorithms allowed. <value>Default ES256, PS256, RS256.</value></summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["ES256", "PS256", "RS256"];

    /// <summary>
    /// The token types (<c>typ</c>) allowed. <value>Default <c>at+jwt</c> and <c>application/at+jwt</c> (RFC 9068), so
    /// that an id token is no access token.</value>
    /// </summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = ["at+jwt", "application/at+jwt"];

    /// <summary>How far clocks may differ. <value>Default 30 seconds; 0 to 300.</value></summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest life (<c>exp</c> less <c>iat</c>) of a user's token. <value>Default 10 minutes, with the development
    /// keys 1440; 1 to 1440.</value>
    /// </summary>
    public TimeSpan MaxUserLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The longest life of a machine client's own token. <value>Default 60 minutes, with the development keys 1440; 1
    /// to 1440.</value>
    /// </summary>
    public TimeSpan MaxClientLifetime { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>
    /// How old the keys of <see cref="Authority"/> may be before they are asked for again, which is how long a key that
    /// was withdrawn is believed. <value>Default 600 seconds; 30 to 86,400.</value>
    /// </summary>
    public TimeSpan KeyRefresh { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>
    /// How long after it was asked the authority is not asked again. <value>Default 30 seconds; 1 to 600.</value>
    /// </summary>
    public TimeSpan KeyRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How old the keys may become while the authority does not answer. Then no token can be checked. <value>Default
    /// 86,400 seconds; 60 to 604,800.</value>
    /// </summary>
    public TimeSpan KeyMaxAge { get; init; } = TimeSpan.FromSeconds(86_400);

    /// <summary>
    /// Whether tokens of machine clients must be bound to a key (DPoP) or certificate. <value>Default: outside
    /// Development.</value>
    /// </summary>
    public bool SenderConstrainedClients { get; init; }

    /// <summary>How old a DPoP proof may be. <value>Default 60 seconds; 5 to 300.</value></summary>
    public TimeSpan ProofWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Scheme, host and port under which clients know this server, for DPoP; null: as the request says.
    /// </summary>
    public string? PublicOrigin { get; init; }

    /// <summary>
    /// Whether connections are asked for a client certificate, which browsers show their users. <value>Default
    /// false.</value>
    /// </summary>
    public bool ClientCertificates { get; init; }

    /// <summary>How a user must have signed in for what asks for a step-up.</summary>
    public StepUpRule StepUp { get; init; } = new();

    /// <summary>Whose word on attributes counts, where the records confirm it; empty: everybody's.</summary>
    public IReadOnlyList<TrustedAttributes> TrustedAttributes { get; init; } = [];

    /// <summary>How sure it must be who a user is, for material of some markings.</summary>
    public IReadOnlyList<AssuranceRule> MinimumAssurance { get; init; } = [];

    /// <summary>Reads the section <c>Authentication</c>.</summary>
    public static AuthenticationOptions Read(SettingsReader settings, bool isDevelopment)
    {
        var algorithms = settings.List("Authentication:Algorithms");
        var tokenTypes = settings.List("Authentication:TokenTypes");
        var read = new AuthenticationOptions
        {
            Authority = settings.Text("Authentication:Authority"),
            KeyFiles = [.. settings.List("Authentication:KeyFiles").Select(NamedKeyFile.Parse)],
            Issuer = settings.Text("Authentication:Issuer"),
            Audience = settings.Text("Authentication:Audience") ?? "graphapi",
            Algorithms = algorithms.Count > 0 ? algorithms : ["ES256", "PS256", "RS256"],
            TokenTypes = tokenTypes.Count > 0 ? tokenTypes : ["at+jwt", "application/at+jwt"],
            ClockSkew = TimeSpan.FromSeconds(settings.Integer("Authentication:ClockSkewSeconds", 30, 0, 300)),
            KeyRefresh = TimeSpan.FromSeconds(settings.Integer("Authentication:KeyRefreshSeconds", 600, 30, 86_400)),
            KeyRetry = TimeSpan.FromSeconds(settings.Integer("Authentication:KeyRetrySeconds", 30, 1, 600)),
            KeyMaxAge = TimeSpan.FromSeconds(
                settings.Integer("Authentication:KeyMaxAgeSeconds", 86_400, 60, 604_800)),
            SenderConstrainedClients =
                settings.Boolean("Authentication:SenderConstrainedClients", byDefault: !isDevelopment),
            ProofWindow = TimeSpan.FromSeconds(settings.Integer("Authentication:ProofWindowSeconds", 60, 5, 300)),
            PublicOrigin = settings.Text("Authentication:PublicOrigin")?.TrimEnd('/'),
            ClientCertificates = settings.Boolean("Authentication:ClientCertificates", byDefault: false),
            StepUp = ReadStepUp(settings),
            TrustedAttributes = AttributeOptions.ReadTrusted(settings),
            MinimumAssurance = AttributeOptions.ReadAssurance(settings),
        };
        read.Check(settings, isDevelopment);
        var longest = read.UsesDevelopmentKeys ? 1440 : 0;
        return read with
        {
            StepUp = read.StepUp with { ClockSkew = read.ClockSkew },
            Issuer = read.Issuer ?? (read.UsesDevelopmentKeys ? Security.DevelopmentKeys.Issuer : null),
            MaxUserLifetime = TimeSpan.FromMinutes(
                settings.Integer("Authentication:MaxUserTokenMinutes", Math.Max(longest, 10), 1, 1440)),
            MaxClientLifetime = TimeSpan.FromMinutes(
                settings.Integer("Authentication:MaxClientTokenMinutes", Math.Max(longest, 60), 1, 1440)),
        };
    }

    static StepUpRule ReadStepUp(SettingsReader settings)
    {
        var byDefault = new StepUpRule();
        var acr = settings.List("Authentication:StepUp:AcrValues");
        var amr = settings.List("Authentication:StepUp:AmrValues");
        var isGiven = acr.Count + amr.Count > 0;
        foreach (var value in acr.Where(value => value.Any(c => c is '"' or '\\' or < '!' or > '~')))
        {
            settings.Refuse("Authentication:StepUp:AcrValues", $"{value} cannot be written in a header.");
        }

        return new StepUpRule
        {
            AcrValues = isGiven ? acr : byDefault.AcrValues,
            AmrValues = isGiven ? amr : byDefault.AmrValues,
            MaxAge = TimeSpan.FromSeconds(settings.Integer("Authentication:StepUp:MaxAgeSeconds", 900, 60, 86_400)),
        };
    }

    void Check(SettingsReader settings, bool isDevelopment)
    {
        if (Authority is not null && KeyFiles.Count > 0)
        {
            settings.Refuse("Authentication:KeyFiles", "cannot stand beside Authentication:Authority; choose one.");
        }

        if (UsesDevelopmentKeys && !isDevelopment)
        {
            settings.Refuse("Authentication:Authority", "is needed outside Development, or Authentication:KeyFiles.");
        }

        if (Authority is not null && !(Uri.TryCreate(Authority, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (isDevelopment && uri.Scheme == Uri.UriSchemeHttp))))
        {
            settings.Refuse("Authentication:Authority", "must be an https address.");
        }

        if (KeyFiles.Count > 0 && Issuer is null)
        {
            settings.Refuse("Authentication:Issuer", "is needed with Authentication:KeyFiles.");
        }

        foreach (var file in KeyFiles.Where(file => !File.Exists(file.Path)))
        {
            settings.Refuse("Authentication:KeyFiles", $"there is no file {file.Path}.");
        }

        if (PublicOrigin is not null && !(Uri.TryCreate(PublicOrigin, UriKind.Absolute, out var origin)
            && origin.Scheme is "https" or "http" && origin.GetLeftPart(UriPartial.Authority) == PublicOrigin))
        {
            settings.Refuse("Authentication:PublicOrigin", "must be an origin, such as https://api.example.");
        }

        foreach (var algorithm in Algorithms.Where(algorithm => !Asymmetric.Contains(algorithm)))
        {
            settings.Refuse(
                "Authentication:Algorithms", $"{algorithm} is not one of {string.Join(", ", Asymmetric.Order())}.");
        }
    }
}
