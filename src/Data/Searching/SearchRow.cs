namespace GraphApi.Data.Searching;

/// <summary>An entity that a search found.</summary>
public class SearchRow
{
    /// <summary>The key of the entity.</summary>
    public Guid Key { get; init; }

    /// <summary>The key that the texts of the entity have.</summary>
    public Guid Owner { get; init; }

    /// <summary>The points of all places where a term was found.</summary>
    public int Rank { get; init; }

    /// <summary>What was looked for. Set by the step that read the row, before anybody sees it.</summary>
    public SearchText Text { get; internal set; } = null!;
}

/// <summary>With what the entities are ordered by where the rank is the same.</summary>
#pragma warning disable MA0048 // the generic twin of SearchRow
sealed class SearchRow<TSort> : SearchRow
#pragma warning restore MA0048
{
    /// <summary>The value of the entity's own order.</summary>
    public TSort SortValue { get; init; } = default!;
}
