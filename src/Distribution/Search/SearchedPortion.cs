namespace GraphApi.Distribution.Search;

/// <summary>
/// The number that a portion has in the FTS5 tables of SQLite. Written by the triggers of the portions alone. It says
/// nothing but that there is a portion, and is read only joined to portions.
/// </summary>
sealed class SearchedPortion
{
    /// <summary>The number.</summary>
    public long Id { get; init; }

    /// <summary>The portion.</summary>
    public Guid PortionId { get; init; }
}
