namespace GraphApi.Data.Steps;

/// <summary>A candidate of a merged page.</summary>
sealed class MergedRow<TSort>
{
    /// <summary>What it is sorted by.</summary>
    public TSort SortValue { get; init; } = default!;

    /// <summary>The key of the entity.</summary>
    public Guid Key { get; init; }
}
