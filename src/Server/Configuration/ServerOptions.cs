using GraphApi.Distribution;

namespace GraphApi.Server.Configuration;

/// <summary>
/// Everything that can be configured, read and checked once at start (<c>docs/operations.md</c> lists it).
/// </summary>
sealed record ServerOptions
{
    /// <summary>Where the data is: an SQLite file or PostgreSQL.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// PostgreSQL as the role that owns the tables, for migrations and demonstration data. Null: as
    /// <see cref="ConnectionString"/>.
    /// </summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>The folder of what the server makes for itself: the embedded database, the development keys.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Whether this is a developer's machine, where keys are made and tokens are given out freely.</summary>
    public required bool IsDevelopment { get; init; }

    /// <summary>
    /// Introspection, SDL, suggestions in messages and the IDE: one switch. <value>Default: on in Development
    /// alone.</value>
    /// </summary>
    public required bool Exploration { get; init; }

    /// <summary>
    /// Whether an empty embedded database is filled with demonstration data. <value>Default: in Development
    /// alone.</value>
    /// </summary>
    public required bool SeedsWhenEmpty { get; init; }

    /// <summary>How requests may come in.</summary>
    public required TransportOptions Transport { get; init; }

    /// <summary>
    /// The most rows of a page, where a field has no bound of its own. <value>Default 50; 1 to 1,000.</value>
    /// </summary>
    public required int MaxPageSize { get; init; }

    /// <summary>Which documents may be run, and which are held for clients.</summary>
    public required DocumentOptions Documents { get; init; }

    /// <summary>What one request may ask.</summary>
    public required LimitOptions Limits { get; init; }

    /// <summary>What an operation, and a caller in a minute, may cost.</summary>
    public required CostOptions Cost { get; init; }

    /// <summary>Whose tokens are believed.</summary>
    public required AuthenticationOptions Authentication { get; init; }

    /// <summary>The longest an audit case may last. <value>Default 30 days; 1 to 366.</value></summary>
    public required TimeSpan LongestAudit { get; init; }

    /// <summary>
    /// The longest the clock sleeps before it looks again what is due: how late a release can be that another node
    /// scheduled. <value>Default 15 seconds; 1 to 300.</value>
    /// </summary>
    public required TimeSpan LongestClockPause { get; init; }

    /// <summary>How long changes are kept, and how they are waited for.</summary>
    public required ChangeOptions Changes { get; init; }

    /// <summary>The proxies in front of the server.</summary>
    public required ProxyOptions Proxies { get; init; }

    /// <summary>
    /// The keys that seal cursors, 32 bytes each; the first seals, all open. Empty: the server makes and keeps one, in
    /// Development only.
    /// </summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>Whether the data is in the embedded database, a file of this machine.</summary>
    public bool IsEmbedded => DistributionModule.IsEmbedded(ConnectionString);

    /// <summary>
    /// Reads and checks the configuration. Throws a <see cref="ConfigurationException"/> with the whole list.
    /// </summary>
    public static ServerOptions Read(IConfiguration configuration, bool isDevelopment)
    {
        var settings = new SettingsReader(configuration);
        var dataDirectory = Path.GetFullPath(settings.Text("DataDirectory") ?? ".data");
        var transport = TransportOptions.Read(settings);
        var read = new ServerOptions
        {
            ConnectionString = ReadConnectionString(settings, isDevelopment, dataDirectory),
            OwnerConnectionString = settings.Text("ConnectionStrings:Owner"),
            DataDirectory = dataDirectory,
            IsDevelopment = isDevelopment,
            Exploration = settings.Boolean("Exploration:Enabled", isDevelopment),
            SeedsWhenEmpty = settings.Boolean("Demonstration:SeedWhenEmpty", isDevelopment),
            Transport = transport,
            MaxPageSize = settings.Integer("Paging:MaxPageSize", 50, 1, 1_000),
            Documents = DocumentOptions.Read(settings),
            Limits = LimitOptions.Read(settings),
            Cost = CostOptions.Read(settings, isDevelopment),
            Authentication = AuthenticationOptions.Read(settings, isDevelopment),
            LongestAudit = TimeSpan.FromDays(settings.Integer("Access:LongestAuditDays", 30, 1, 366)),
            LongestClockPause = TimeSpan.FromSeconds(settings.Integer("Clock:LongestPauseSeconds", 15, 1, 300)),
            Changes = ChangeOptions.Read(settings, transport.ExecutionTimeout),
            Proxies = ProxyOptions.Read(settings),
            CursorKeys = ReadCursorKeys(settings, isDevelopment),
        };
        if (read.SeedsWhenEmpty && !isDevelopment)
        {
            settings.Refuse("Demonstration:SeedWhenEmpty", "cannot be true outside Development.");
        }

        if (read.OwnerConnectionString is not null && read.IsEmbedded)
        {
            settings.Refuse("ConnectionStrings:Owner", "is for PostgreSQL: a file has no roles.");
        }

        settings.RefuseUnknown(
            "Transport",
            "Authentication",
            "Access",
            "Clock",
            "Changes",
            "Proxies",
            "Exploration",
            "Demonstration",
            "Cursors",
            "Paging",
            "Documents",
            "Limits",
            "Cost");
        settings.ThrowIfRefused();
        return read;
    }

    static string ReadConnectionString(SettingsReader settings, bool isDevelopment, string dataDirectory)
    {
        if (settings.Text("ConnectionStrings:Distribution") is { } connectionString)
        {
            return connectionString;
        }

        if (!isDevelopment)
        {
            settings.Refuse("ConnectionStrings:Distribution", "is needed outside Development.");
        }

        return $"Data Source={Path.Combine(dataDirectory, "graphapi.db")}";
    }

    static List<ReadOnlyMemory<byte>> ReadCursorKeys(SettingsReader settings, bool isDevelopment)
    {
        var keys = new List<ReadOnlyMemory<byte>>();
        foreach (var text in settings.List("Cursors:Keys"))
        {
            var key = new byte[32];
            if (Convert.TryFromBase64String(text, key, out var length) && length == key.Length)
            {
                keys.Add(key);
            }
            else
            {
                settings.Refuse("Cursors:Keys", $"key {keys.Count} must be 32 bytes in base64.");
            }
        }

        if (keys.Count == 0 && !isDevelopment)
        {
            settings.Refuse("Cursors:Keys", "is needed outside Development, so that a cursor outlives a restart.");
        }

        return keys;
    }
}
