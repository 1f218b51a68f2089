namespace GraphApi.Server.Configuration;

/// <summary>How requests may come in.</summary>
sealed record TransportOptions
{
    /// <summary>
    /// Bytes a request body may have; more is answered with 413. <value>Default 1,048,576; 1,024 to 20,480,000.</value>
    /// </summary>
    public int MaxRequestBytes { get; init; } = 1_048_576;

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

    /// <summary>Several operations in one HTTP request.</summary>
    public BatchingOptions Batching { get; init; } = new();

    /// <summary>
    /// Whether answers of some size are compressed for clients that accept it. Compression lets who can send requests
    /// in a victim's name guess secrets of the answer from its size; nobody can here, since tokens travel in a header.
    /// <value>Default true.</value>
    /// </summary>
    public bool Compression { get; init; } = true;

    /// <summary>Reads the section <c>Transport</c>.</summary>
    public static TransportOptions Read(SettingsReader settings) => new()
    {
        MaxRequestBytes = settings.Integer("Transport:MaxRequestBytes", 1_048_576, 1_024, 20_480_000),
        RequireGetPreflight = settings.Boolean("Transport:RequireGetPreflight", byDefault: false),
        ExecutionTimeout = TimeSpan.FromSeconds(settings.Integer("Transport:ExecutionTimeoutSeconds", 30, 1, 300)),
        StatusProfile = settings.Choice("Transport:StatusProfile", StatusProfile.Audit),
        Batching = BatchingOptions.Read(settings),
        Compression = settings.Boolean("Transport:Compression", byDefault: true),
    };
}
