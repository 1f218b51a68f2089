namespace GraphApi.Data.Searching;

/// <summary>What all terms together found of what belongs to one owner.</summary>
sealed class SearchScore
{
    /// <summary>What the texts belong to.</summary>
    public Guid Owner { get; init; }

    /// <summary>The points of all matches.</summary>
    public int Rank { get; init; }
}
