namespace GraphApi.Server.Configuration;

/// <summary>Which documents may be run, and which are held for clients (<c>docs/documents.md</c>).</summary>
sealed record DocumentOptions
{
    /// <summary>
    /// The folder of trusted documents, with all below it; null: there is none. <value>Default null.</value>
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Whether only trusted documents may be run, by their id; what a client sends itself is refused.
    /// <value>Default false.</value>
    /// </summary>
    public bool OnlyTrusted { get; init; }

    /// <summary>
    /// Whether clients may register documents by their hash (automatic persisted queries). They can send any document
    /// anyway, and what they register is bounded, verified and nobody's secret. Off where only trusted documents may be
    /// run. <value>Default true.</value>
    /// </summary>
    public bool Automatic { get; init; } = true;

    /// <summary>
    /// Documents that clients registered and that are held. <value>Default 1,000; 1 to 100,000.</value>
    /// </summary>
    public int MaxAutomaticEntries { get; init; } = 1_000;

    /// <summary>
    /// Memory of their texts in bytes. <value>Default 16,777,216; 65,536 to 1,073,741,824.</value>
    /// </summary>
    public int MaxAutomaticBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Reads the section <c>Documents</c>.</summary>
    public static DocumentOptions Read(SettingsReader settings)
    {
        var folder = settings.Text("Documents:Folder");
        if (folder is not null && !Directory.Exists(folder))
        {
            settings.Refuse("Documents:Folder", "there is no such folder.");
        }

        return new DocumentOptions
        {
            Folder = folder,
            OnlyTrusted = settings.Boolean("Documents:OnlyTrusted", byDefault: false),
            Automatic = settings.Boolean("Documents:Automatic:Enabled", byDefault: true),
            MaxAutomaticEntries = settings.Integer("Documents:Automatic:MaxEntries", 1_000, 1, 100_000),
            MaxAutomaticBytes = settings.Integer(
                "Documents:Automatic:MaxBytes", 16 * 1024 * 1024, 65_536, 1_073_741_824),
        };
    }
}
