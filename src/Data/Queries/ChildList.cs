namespace GraphApi.Data.Queries;

/// <summary>The children of one parent, as one row of a query.</summary>
abstract class ChildList
{
    /// <summary>The key of the parent.</summary>
    public Guid ParentKey { get; init; }

    /// <summary>The children.</summary>
    public abstract IReadOnlyList<object> Children { get; }
}

/// <summary>A <see cref="ChildList"/> with the type of the rows, as a query can make it.</summary>
#pragma warning disable MA0048 // the generic twin of ChildList
sealed class ChildList<TRow> : ChildList
#pragma warning restore MA0048
    where TRow : class
{
    /// <summary>The children.</summary>
    public List<TRow> Rows { get; init; } = null!;

    /// <inheritdoc/>
    public override IReadOnlyList<object> Children => Rows;
}
