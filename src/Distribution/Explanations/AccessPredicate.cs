namespace GraphApi.Distribution.Explanations;

/// <summary>One predicate of an access decision.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="IsMet">Whether it holds.</param>
/// <param name="Sentence">It, for people.</param>
/// <param name="ListId">The list it is about; null: none.</param>
sealed record AccessPredicate(AccessPredicateKind Kind, bool IsMet, string Sentence, Guid? ListId = null);
