namespace GraphApi.Distribution.Changes;

/// <summary>A page of what a reader is told.</summary>
/// <param name="Events">What he is told, in order.</param>
/// <param name="EndCursor">Where to go on, also where there is nothing to tell.</param>
/// <param name="HasMore">Whether there is more already.</param>
sealed record ChangePage(IReadOnlyList<ChangeEvent> Events, string EndCursor, bool HasMore);
