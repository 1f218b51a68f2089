namespace GraphApi.Data.Searching;

/// <summary>A match with the entity it belongs to; the entity's values are what candidates are grouped by.</summary>
sealed class SearchCandidate<TSort>
{
    /// <summary>The entity.</summary>
    public required SearchKey<TSort> Entity { get; init; }

    /// <summary>Which term, from 0.</summary>
    public int Term { get; init; }

    /// <summary>What it counts for the rank.</summary>
    public int Points { get; init; }
}
