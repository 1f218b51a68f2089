namespace GraphApi.Server.Configuration;

/// <summary>
/// Connections that stay open, WebSockets and streams of server-sent events (<c>docs/subscriptions.md</c>).
/// </summary>
sealed record StreamOptions
{
    /// <summary>
    /// WebSockets and event streams of this node, together. <value>Default 10,000; 1 to 1,000,000.</value>
    /// </summary>
    public int MaxConnections { get; init; } = 10_000;

    /// <summary>
    /// The same of one caller: of a principal, or of all who come from one network without a token. <value>Default 50;
    /// 1 to 100,000.</value>
    /// </summary>
    public int MaxConnectionsPerCaller { get; init; } = 50;

    /// <summary>Operations that are open at a time on a WebSocket. <value>Default 100; 1 to 10,000.</value></summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>
    /// Messages that wait to be sent on a WebSocket before its subscriptions are read on. <value>Default 32; 1 to
    /// 10,000.</value>
    /// </summary>
    public int MaxBufferedMessages { get; init; } = 32;

    /// <summary>
    /// Bytes of such messages; one message more may pass it. <value>Default 262,144; 1,024 to 104,857,600.</value>
    /// </summary>
    public int MaxBufferedBytes { get; init; } = 262_144;

    /// <summary>
    /// Time in which the first message of a WebSocket must have come and been answered. <value>Default 10 seconds; 1 to
    /// 60.</value>
    /// </summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often a connection is asked, or told, whether it is still there; a WebSocket that has not answered by the
    /// next time is ended. <value>Default 12 seconds; 1 to 300.</value>
    /// </summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// How long one message may take to be received or sent before its connection is ended. <value>Default 30 seconds;
    /// 1 to 300.</value>
    /// </summary>
    public TimeSpan StuckTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the section <c>Transport:Streams</c>.</summary>
    public static StreamOptions Read(SettingsReader settings)
    {
        const string Section = "Transport:Streams:";
        return new StreamOptions
        {
            MaxConnections = settings.Integer(Section + "MaxConnections", 10_000, 1, 1_000_000),
            MaxConnectionsPerCaller = settings.Integer(Section + "MaxConnectionsPerCaller", 50, 1, 100_000),
            MaxOperations = settings.Integer(Section + "MaxOperations", 100, 1, 10_000),
            MaxBufferedMessages = settings.Integer(Section + "MaxBufferedMessages", 32, 1, 10_000),
            MaxBufferedBytes = settings.Integer(Section + "MaxBufferedBytes", 262_144, 1_024, 104_857_600),
            InitTimeout = Seconds(settings, Section + "InitTimeoutSeconds", 10, 60),
            KeepAlive = Seconds(settings, Section + "KeepAliveSeconds", 12, 300),
            StuckTimeout = Seconds(settings, Section + "StuckTimeoutSeconds", 30, 300),
        };
    }

    static TimeSpan Seconds(SettingsReader settings, string key, int byDefault, int most) =>
        TimeSpan.FromSeconds(settings.Integer(key, byDefault, 1, most));
}
