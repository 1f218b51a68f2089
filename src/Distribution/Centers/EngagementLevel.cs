namespace GraphApi.Distribution.Centers;

/// <summary>How far a center engages with the private sector.</summary>
enum EngagementLevel
{
    /// <summary>All engagement opportunities are open.</summary>
    Full,

    /// <summary>Some are open; the restrictions say which are not.</summary>
    Limited,

    /// <summary>None is open.</summary>
    None,
}
