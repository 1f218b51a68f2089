namespace GraphApi.Distribution.Recalls;

/// <summary>Whether a version that somebody holds a copy of is still valid; what is worst comes last.</summary>
enum Revocation
{
    /// <summary>Nothing with this hash was ever released here.</summary>
    Unknown,

    /// <summary>It is no longer in force: a newer version took its place, or its time is over.</summary>
    Superseded,

    /// <summary>It is in force.</summary>
    Current,

    /// <summary>It must not be used any more.</summary>
    Recalled,
}
