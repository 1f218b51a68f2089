using System.Collections.Frozen;

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
    public IReadOnlyList<string> KeyFiles { get; init; } = [];

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
    /// The token types (<c>typ</c>) allowed. <value>Default <c>at+jwt</c> (RFC 9068), so that an id token is no access
    /// token.</value>
    /// </summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = ["at+jwt"];

    /// <summary>How far clocks may differ. <value>Default 30 seconds; 0 to 300.</value></summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the section <c>Authentication</c>.</summary>
    public static AuthenticationOptions Read(SettingsReader settings, bool isDevelopment)
    {
        var algorithms = settings.List("Authentication:Algorithms");
        var tokenTypes = settings.List("Authentication:TokenTypes");
        var read = new AuthenticationOptions
        {
            Authority = settings.Text("Authentication:Authority"),
            KeyFiles = settings.List("Authentication:KeyFiles"),
            Issuer = settings.Text("Authentication:Issuer"),
            Audience = settings.Text("Authentication:Audience") ?? "graphapi",
            Algorithms = algorithms.Count > 0 ? algorithms : ["ES256", "PS256", "RS256"],
            TokenTypes = tokenTypes.Count > 0 ? tokenTypes : ["at+jwt"],
            ClockSkew = TimeSpan.FromSeconds(settings.Integer("Authentication:ClockSkewSeconds", 30, 0, 300)),
        };
        read.Check(settings, isDevelopment);
        return read.UsesDevelopmentKeys ? read with { Issuer = read.Issuer ?? Security.DevelopmentKeys.Issuer } : read;
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

        foreach (var file in KeyFiles.Where(file => !File.Exists(file)))
        {
            settings.Refuse("Authentication:KeyFiles", $"there is no file {file}.");
        }

        foreach (var algorithm in Algorithms.Where(algorithm => !Asymmetric.Contains(algorithm)))
        {
            settings.Refuse(
                "Authentication:Algorithms", $"{algorithm} is not one of {string.Join(", ", Asymmetric.Order())}.");
        }
    }
}
