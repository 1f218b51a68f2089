namespace GraphApi.Data.Searching;

/// <summary>A place in a passage.</summary>
/// <param name="Start">Where it begins in the passage, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
public sealed record PassageRange(int Start, int Length);
