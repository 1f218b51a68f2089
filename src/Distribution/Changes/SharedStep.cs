namespace GraphApi.Distribution.Changes;

/// <summary>What subscribers with equal rights who stand at the same place are told next. Immutable.</summary>
/// <param name="Events">What they are told.</param>
/// <param name="Through">The last change that is told with it.</param>
/// <param name="At">The moment it was judged for, UTC.</param>
/// <param name="HasMore">Whether there is more already.</param>
sealed record SharedStep(IReadOnlyList<SharedEvent> Events, long Through, DateTime At, bool HasMore);
