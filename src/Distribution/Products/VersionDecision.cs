namespace GraphApi.Distribution.Products;

/// <summary>What a step in the life of a version takes where it takes no more.</summary>
/// <param name="Id">The id of the version.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Reason">Why.</param>
sealed record VersionDecision(string Id, int Revision, string Reason);
