namespace GraphApi.Data.Searching;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Folded">
/// The word as it is compared: small letters, without accents, compatible characters as one.
/// </param>
readonly record struct Word(int Start, int Length, string Folded)
{
    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Length;
}
