namespace GraphApi.Distribution.Drafting;

/// <summary>What it takes to give a draft to review.</summary>
/// <param name="Id">The version.</param>
/// <param name="Revision">The revision that was read.</param>
sealed record DraftSubmission(string Id, int Revision);
