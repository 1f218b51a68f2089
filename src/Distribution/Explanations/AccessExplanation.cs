namespace GraphApi.Distribution.Explanations;

/// <summary>Why a principal sees a product or does not.</summary>
/// <param name="IsVisible">Whether it sees the product, as a query of its own would answer.</param>
/// <param name="Predicates">What decides, in the order in which it is asked.</param>
/// <param name="PortionCount">How many portions the current version has.</param>
/// <param name="VisiblePortionCount">How many of them it sees.</param>
/// <param name="PolicyVersion">The version of the handling rules.</param>
/// <param name="DecidedAt">The moment, UTC.</param>
sealed record AccessExplanation(
    bool IsVisible,
    IReadOnlyList<AccessPredicate> Predicates,
    int PortionCount,
    int VisiblePortionCount,
    string PolicyVersion,
    DateTime DecidedAt);
