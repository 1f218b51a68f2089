namespace GraphApi.Distribution.AccessGrants;

/// <summary>What approving, declining and ending take.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Reason">Why.</param>
sealed record AccessGrantDecision(string Id, int Revision, string Reason);
