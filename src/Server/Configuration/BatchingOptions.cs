namespace GraphApi.Server.Configuration;

/// <summary>Several operations in one HTTP request: a JSON array in, a JSON array out.</summary>
sealed record BatchingOptions
{
    /// <summary>Whether an array is taken. <value>Default false.</value></summary>
    public bool Enabled { get; init; }

    /// <summary>
    /// Operations in an array; more is answered with 413. <value>Default 10; 1 to 1,024.</value>
    /// </summary>
    public int MaxOperations { get; init; } = 10;

    /// <summary>Reads the section <c>Transport:Batching</c>.</summary>
    public static BatchingOptions Read(SettingsReader settings) => new()
    {
        Enabled = settings.Boolean("Transport:Batching:Enabled", byDefault: false),
        MaxOperations = settings.Integer("Transport:Batching:MaxOperations", 10, 1, 1_024),
    };
}
