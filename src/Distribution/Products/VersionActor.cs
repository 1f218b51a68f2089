namespace GraphApi.Distribution.Products;

/// <summary>
/// Who does something with a version: a part in its own life or an office at the center that made it.
/// </summary>
enum VersionActor
{
    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>A supervisor of the center.</summary>
    Supervisor,

    /// <summary>The director of the center.</summary>
    Director,

    /// <summary>A privacy, civil rights and civil liberties officer of the center.</summary>
    PrivacyOfficer,

    /// <summary>The clock.</summary>
    System,
}
