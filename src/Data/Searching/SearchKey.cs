namespace GraphApi.Data.Searching;

/// <summary>What identifies and orders an entity.</summary>
sealed class SearchKey<TSort>
{
    /// <summary>Its key.</summary>
    public Guid Key { get; init; }

    /// <summary>The value of its own order.</summary>
    public TSort SortValue { get; init; } = default!;
}
