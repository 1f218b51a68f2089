namespace GraphApi.Distribution.Changes;

/// <summary>A page of all products there are for a reader.</summary>
/// <param name="Keys">The products.</param>
/// <param name="EndCursor">Where the next page begins; null: this is the last one.</param>
/// <param name="ChangesCursor">From where changes lead on; null before the last page.</param>
sealed record ProductSnapshot(IReadOnlyList<Guid> Keys, string? EndCursor, string? ChangesCursor)
{
    /// <summary>Whether there are more pages.</summary>
    public bool HasNextPage => EndCursor is not null;
}
