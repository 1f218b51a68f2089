namespace GraphApi.Distribution.Products;

/// <summary>Why a viewer sees a product.</summary>
/// <param name="ListIds">The lists it was published to that the viewer is on.</param>
/// <param name="Rule">The rule that opens it, the nearest to the viewer personally.</param>
/// <param name="MatchedTerms">What it is about that the viewer's organization works in, in order.</param>
/// <param name="PolicyVersion">The version of the rules.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
sealed record DeliveryBasis(
    IReadOnlyList<Guid> ListIds,
    DeliveryRule Rule,
    IReadOnlyList<string> MatchedTerms,
    string PolicyVersion,
    DateTime DecidedAt);
