namespace GraphApi.Data.Queries;

/// <summary>How many rows a parent has; at the root the key is empty.</summary>
sealed class RowCount
{
    /// <summary>The key of the parent.</summary>
    public Guid ParentKey { get; init; }

    /// <summary>How many rows.</summary>
    public int Count { get; init; }
}
