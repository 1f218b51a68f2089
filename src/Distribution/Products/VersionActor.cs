namespace GraphApi.Distribution.Products;

/// <summary>Who does something with a version: by a part in its own life, or by an office at its center.</summary>
enum VersionActor
{
    /// <summary>An analyst of the center.</summary>
    Analyst,

    /// <summary>Who wrote it, and still works at the center as an analyst, supervisor or director.</summary>
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
