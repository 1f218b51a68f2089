using GraphApi.Engine.Errors;

namespace GraphApi.Data.Searching;

/// <summary>
/// What a caller looks for, read from what he wrote: plain words, which all have to be found, in whatever form;
/// <c>"words in quotes"</c>, found as they are; <c>prefix*</c>; <c>-word</c> or <c>-"words"</c>, which must not be
/// found. Whatever else is written stands between words: there is no text that is no search text but one that asks for
/// nothing or for too much. Immutable.
/// </summary>
public sealed class SearchText
{
    /// <summary>The most characters of a text, in UTF-16 code units.</summary>
    public const int MaxLength = 500;

    /// <summary>The most words and phrases, those that are excluded included.</summary>
    public const int MaxTerms = 10;

    /// <summary>The most words of one phrase.</summary>
    public const int MaxPhraseWords = 30;

    /// <summary>The most characters of a word, folded.</summary>
    public const int MaxWordLength = 128;

    /// <summary>The fewest characters before a <c>*</c>.</summary>
    public const int MinPrefixLength = 2;

    const int MinCodeLength = 4;
    const int MaxCodeLength = 60;

    SearchText(IReadOnlyList<SearchTerm> sought, IReadOnlyList<SearchTerm> excluded)
    {
        Sought = sought;
        Excluded = excluded;
    }

    /// <summary>What must be found, each of it; at least one.</summary>
    public IReadOnlyList<SearchTerm> Sought { get; }

    /// <summary>What must not be found.</summary>
    public IReadOnlyList<SearchTerm> Excluded { get; }

    /// <summary>
    /// Reads a text. Throws <see cref="GraphQLException"/> with <see cref="ErrorCode.SearchTextInvalid"/> where it
    /// looks for nothing or for too much.
    /// </summary>
    public static SearchText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw Invalid($"The search text is longer than {MaxLength} characters. Look for fewer words.");
        }

        var sought = new List<SearchTerm>();
        var common = new List<SearchTerm>();
        var excluded = new List<SearchTerm>();
        foreach (var item in SearchItem.Split(text))
        {
            if (TermOf(item) is not { } term)
            {
                continue;
            }

            var isCommon = term is { IsStemmed: true, Words: [var word] } && StopWords.Contains(word);
            var terms = !isCommon ? item.IsExcluded ? excluded : sought : item.IsExcluded ? null : common;
            if (terms?.Exists(known => known.ToString() == term.ToString()) is false)
            {
                terms.Add(term);
            }
        }

        // Where there is nothing else, the words that stand everywhere are looked for as well.
        var all = sought.Count > 0 ? sought : common;
        if (all.Count == 0)
        {
            throw Invalid(excluded.Count > 0
                ? "The search text only excludes. Add a word that is to be found."
                : "The search text has no word to look for. Write one with letters or digits.");
        }

        return all.Count + excluded.Count <= MaxTerms
            ? new SearchText(all, excluded)
            : throw Invalid($"The search text has more than {MaxTerms} words and phrases. Look for fewer.");
    }

    /// <summary>The text in its terms; equal for texts that find the same.</summary>
    public override string ToString() => string.Join('\n', [.. Sought, .. Excluded.Select(term => $"-{term}")]);

    /// <summary>What an item looks for; null: nothing.</summary>
    static SearchTerm? TermOf(SearchItem item)
    {
        var words = Words.Of(item.Text);
        if (words.Count == 0)
        {
            return null;
        }

        if (words.Count > MaxPhraseWords)
        {
            throw Invalid($"A phrase has more than {MaxPhraseWords} words. Look for a shorter one.");
        }

        if (words.Exists(word => word.Folded.Length > MaxWordLength))
        {
            throw Invalid($"A word is longer than {MaxWordLength} characters. Write its beginning and a *.");
        }

        if (item.IsPrefix && words.Sum(word => word.Folded.Length) < MinPrefixLength)
        {
            throw Invalid($"Before a * must stand at least {MinPrefixLength} letters or digits.");
        }

        return new SearchTerm(
            [.. words.Select(word => word.Folded)],
            IsStemmed: !item.IsQuoted && !item.IsPrefix,
            item.IsPrefix,
            item is { IsQuoted: false, IsExcluded: false } ? CodeOf(item.Text[words[0].Start..words[^1].End]) : null);
    }

    static string? CodeOf(string written) =>
        written.Length is >= MinCodeLength and <= MaxCodeLength
        && written.Any(char.IsAsciiDigit)
        && written.All(char.IsAscii)
            ? written
            : null;

    static GraphQLException Invalid(string message) => new(new GraphQLError(message, ErrorCode.SearchTextInvalid));
}
