using System.Collections.Frozen;

namespace GraphApi.Data.Searching;

/// <summary>
/// The English words that stand in nearly every text. They are in the index, so that a phrase is found as it is
/// written; only alone they are not looked for.
/// </summary>
static class StopWords
{
    static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have", "if", "in", "into",
        "is", "it", "its", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these",
        "they", "this", "to", "was", "were", "which", "will", "with",
    ]);

    /// <summary>Whether a folded word is one of them.</summary>
    public static bool Contains(string word) => All.Contains(word);
}
