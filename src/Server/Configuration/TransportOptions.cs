namespace GraphApi.Server.Configuration;

/// <summary>How requests may come in and responses go out.</summary>
sealed record TransportOptions
{
    /// <summary>
    /// Bytes a request body may have; more is answered with 413. <value>Default 1,048,576; 1,024 to 20,480,000.</value>
    /// </summary>
    public int MaxRequestBytes { get; init; } = 1_048_576;

    /// <summary>
    /// Bytes the body of an answer may have before it is compressed, a batch all together; more is answered with an
    /// error instead. It is the memory an answer takes. <value>Default 16,777,216; 65,536 to 1,073,741,824.</value>
    /// </summary>
    public int MaxResponseBytes { get; init; } = 16_777_216;

    /// <summary>
    /// Whether GET needs the header <c>GraphQL-Preflight</c> or a JSON content type, which no foreign page can send
    /// without asking first. Tokens travel in a header and never in a cookie, so that nothing is lost without it.
    /// <value>Default false.</value>
    /// </summary>
    public bool RequireGetPreflight { get; init; }

    /// <summary>Time an operation may take. <value>Default 30 seconds; 1 second to 5 minutes.</value></summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Which HTTP statuses answers get. <value>Default <see cref="StatusProfile.Audit"/>.</value></summary>
    public StatusProfile StatusProfile { get; init; }

    /// <summary>Connections that stay open.</summary>
    public StreamOptions Streams { get; init; } = new();

    /// <summary>Several operations in one HTTP request.</summary>
    public BatchingOptions Batching { get; init; } = new();

    /// <summary>
    /// Whether answers of some size are compressed for clients that accept it. Compression lets who can send requests
    /// in a victim's name guess secrets of the answer from its size; nobody can here, since tokens travel in a header.
    /// <value>Default true.</value>
    /// </summary>
    public bool Compression { get; init; } = true;

    /// <summary>
    /// The origins whose pages may ask: scheme, host and port as browsers write them, https but on the browser's own
    /// machine. They send tokens in a header; cookies and the like are never allowed. <value>Default: none.</value>
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Reads the section <c>Transport</c>.</summary>
    public static TransportOptions Read(SettingsReader settings) => new()
    {
        MaxRequestBytes = settings.Integer("Transport:MaxRequestBytes", 1_048_576, 1_024, 20_480_000),
        MaxResponseBytes = settings.Integer("Transport:MaxResponseBytes", 16_777_216, 65_536, 1_073_741_824),
        RequireGetPreflight = settings.Boolean("Transport:RequireGetPreflight", byDefault: false),
        ExecutionTimeout = TimeSpan.FromSeconds(settings.Integer("Transport:ExecutionTimeoutSeconds", 30, 1, 300)),
        StatusProfile = settings.Choice("Transport:StatusProfile", StatusProfile.Audit),
        Streams = StreamOptions.Read(settings),
        Batching = BatchingOptions.Read(settings),
        Compression = settings.Boolean("Transport:Compression", byDefault: true),
        AllowedOrigins = ReadOrigins(settings),
    };

    static IReadOnlyList<string> ReadOrigins(SettingsReader settings)
    {
        var origins = settings.List("Transport:AllowedOrigins");
        foreach (var origin in origins.Where(origin => !IsOrigin(origin)))
        {
            settings.Refuse(
                "Transport:AllowedOrigins",
                $"{origin} is no origin as browsers write it, such as https://portal.example.");
        }

        return origins.Count > 0 ? origins : [];
    }

    // Compared with what browsers send letter by letter: what they never send would be a setting without effect.
    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && text.All(char.IsAscii)
        && text == uri.GetLeftPart(UriPartial.Authority);
}
