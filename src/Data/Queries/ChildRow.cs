namespace GraphApi.Data.Queries;

/// <summary>A row with the key of the parent it belongs to.</summary>
abstract class ChildRow
{
    /// <summary>The key of the parent.</summary>
    public Guid ParentKey { get; init; }

    /// <summary>The row.</summary>
    public abstract object Child { get; }
}

/// <summary>A <see cref="ChildRow"/> with the type of the row, as a query can make it.</summary>
#pragma warning disable MA0048 // the generic twin of ChildRow
sealed class ChildRow<TRow> : ChildRow
#pragma warning restore MA0048
    where TRow : class
{
    /// <summary>The row.</summary>
    public TRow Row { get; init; } = null!;

    /// <inheritdoc/>
    public override object Child => Row;
}
