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

    /// <summary>Reads the section <c>Transport</c>.</summary>
    public static TransportOptions Read(SettingsReader settings) => new()
    {
        MaxRequestBytes = settings.Integer("Transport:MaxRequestBytes", 1_048_576, 1_024, 20_480_000),
        RequireGetPreflight = settings.Boolean("Transport:RequireGetPreflight", byDefault: false),
        ExecutionTimeout = TimeSpan.FromSeconds(settings.Integer("Transport:ExecutionTimeoutSeconds", 30, 1, 300)),
    };
}
