namespace GraphApi.Distribution.Administration;

/// <summary>What suspending and reinstating take.</summary>
/// <param name="Id">A person, an organization or a machine client.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Reason">Why.</param>
sealed record PrincipalChange(string Id, int Revision, string Reason);
