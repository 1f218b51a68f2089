namespace GraphApi.Data.Databases;

/// <summary>
/// A key of a list that a statement is given, as a row: what children are joined to, one parent a row. It has no table.
/// </summary>
sealed class KeyRow
{
    /// <summary>The key.</summary>
    public Guid? Key { get; init; }
}
