namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>A place in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
readonly record struct TextSpan(int Start, int Length);
