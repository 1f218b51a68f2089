namespace GraphApi.Data.Searching;

/// <summary>A text, or a code, in which one term is found.</summary>
sealed class SearchMatch
{
    /// <summary>What the text belongs to.</summary>
    public Guid Owner { get; init; }

    /// <summary>Which term, from 0.</summary>
    public int Term { get; init; }

    /// <summary>What it counts for the rank.</summary>
    public int Points { get; init; }
}
