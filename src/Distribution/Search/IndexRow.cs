namespace GraphApi.Distribution.Search;

/// <summary>A row of an FTS5 table of SQLite, as a query of it returns it.</summary>
sealed class IndexRow
{
    /// <summary>The number of the portion in the index; the column is called so by SQLite.</summary>
    public long Rowid { get; init; }
}
