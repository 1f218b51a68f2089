namespace GraphApi.Server.Configuration;

/// <summary>How long changes are kept, and how they are waited for (<c>docs/changes.md</c>).</summary>
sealed record ChangeOptions
{
    /// <summary>
    /// How long the log is kept; who comes later begins again with a snapshot. <value>Default 35 days; 1 to
    /// 3,650.</value>
    /// </summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(35);

    /// <summary>
    /// The longest that a request for changes waits, whatever it asks for. <value>Default 20 seconds, or two thirds of
    /// <see cref="TransportOptions.ExecutionTimeout"/> where that is less; 0 to 30, and less than that timeout.</value>
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How often a node looks at the end of the log where nothing tells it that it moved. <value>Default 2 seconds; 1
    /// to 20.</value>
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How often a subscriber to whom nothing is sent gets a newer cursor. <value>Default 30 seconds; 1 to 300.</value>
    /// </summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Reads the section <c>Changes</c>.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="executionTimeout">Time an operation may take.</param>
    public static ChangeOptions Read(SettingsReader settings, TimeSpan executionTimeout)
    {
        const string Wait = "Changes:LongestWaitSeconds";
        var most = (int)executionTimeout.TotalSeconds;
        var wait = settings.Integer(Wait, 20, 0, 30);
        if (wait >= most)
        {
            if (settings.Text(Wait) is not null)
            {
                settings.Refuse(Wait, "must be less than Transport:ExecutionTimeoutSeconds, which ends who waits.");
            }

            wait = most * 2 / 3;
        }

        return new ChangeOptions
        {
            Retention = TimeSpan.FromDays(settings.Integer("Changes:RetentionDays", 35, 1, 3_650)),
            LongestWait = TimeSpan.FromSeconds(wait),
            PollInterval = TimeSpan.FromSeconds(settings.Integer("Changes:PollSeconds", 2, 1, 20)),
            HeartbeatInterval = TimeSpan.FromSeconds(settings.Integer("Changes:HeartbeatSeconds", 30, 1, 300)),
        };
    }
}
