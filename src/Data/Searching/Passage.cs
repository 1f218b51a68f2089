namespace GraphApi.Data.Searching;

/// <summary>A passage of a text with the places in it where a search text is found.</summary>
/// <param name="Text">The passage, a part of the text as it is.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Ranges">The places, in order, not overlapping.</param>
public sealed record Passage(string Text, int Start, IReadOnlyList<PassageRange> Ranges)
{
    /// <summary>How long a passage is, words being kept whole, in UTF-16 code units.</summary>
    public const int Length = 240;

    const int Lead = 60;

    /// <summary>The passage of a text in which the most is found; its beginning where nothing is.</summary>
    public static Passage Of(string text, SearchText sought)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sought);
        var words = Words.Of(text);
        var isFound = new bool[words.Count];
        var stems = new string?[words.Count];
        foreach (var term in sought.Sought)
        {
            Mark(term, words, stems, isFound);
        }

        var first = FirstOf(words, isFound);
        var begin = first < 0 ? 0 : first;
        while (begin > 0 && words[begin - 1].Start >= words[first].Start - Lead)
        {
            begin--;
        }

        var last = Math.Max(begin, first);
        while (last + 1 < words.Count && words[last + 1].End - words[begin].Start <= Length)
        {
            last++;
        }

        var start = begin == 0 && (words.Count == 0 || words[0].Start <= Lead) ? 0 : words[begin].Start;
        var end = last < words.Count - 1 ? words[last].End : EndOf(text, start, words.Count == 0 ? 0 : words[^1].End);
        return new Passage(text[start..end], start, RangesOf(words, isFound, begin, last, start));
    }

    /// <summary>Where a passage ends behind the last word, not within a character.</summary>
    static int EndOf(string text, int start, int wordEnd)
    {
        var end = Math.Max(wordEnd, Math.Min(text.Length, start + Length));
        return end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    static void Mark(SearchTerm term, List<Word> words, string?[] stems, bool[] isFound)
    {
        var length = term.Words.Count;
        string[] wanted = term.IsStemmed ? [.. term.Words.Select(EnglishStemmer.Of)] : [.. term.Words];
        for (var i = 0; i + length <= words.Count; i++)
        {
            var isHere = true;
            for (var j = 0; j < length && isHere; j++)
            {
                var word = words[i + j].Folded;
                isHere = term.IsStemmed ? (stems[i + j] ??= EnglishStemmer.Of(word)) == wanted[j]
                    : term.IsPrefix && j == length - 1 ? word.StartsWith(wanted[j], StringComparison.Ordinal)
                    : word == wanted[j];
            }

            if (isHere)
            {
                isFound.AsSpan(i, length).Fill(true);
            }
        }
    }

    /// <summary>The found word after which the most others follow within a passage; -1: none is found.</summary>
    static int FirstOf(List<Word> words, bool[] isFound)
    {
        var (first, most) = (-1, 0);
        var (end, within) = (0, 0);
        for (var i = 0; i < isFound.Length; i++)
        {
            if (!isFound[i])
            {
                continue;
            }

            end = Math.Max(end, i);
            for (; end < isFound.Length && words[end].End - words[i].Start <= Length - Lead; end++)
            {
                within += isFound[end] ? 1 : 0;
            }

            if (within > most || first < 0)
            {
                (first, most) = (i, within);
            }

            within = Math.Max(0, within - 1);
        }

        return first;
    }

    static List<PassageRange> RangesOf(List<Word> words, bool[] isFound, int begin, int last, int start)
    {
        var ranges = new List<PassageRange>();
        for (var i = begin; i <= last && i < words.Count; i++)
        {
            if (isFound[i])
            {
                ranges.Add(new PassageRange(words[i].Start - start, words[i].Length));
            }
        }

        return ranges;
    }
}
