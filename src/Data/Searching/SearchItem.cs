namespace GraphApi.Data.Searching;

/// <summary>A piece of a search text as it is written: what stands between blanks, or between quotes.</summary>
/// <param name="Text">The piece without its signs.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
/// <param name="IsExcluded">Whether a <c>-</c> stood before it.</param>
/// <param name="IsPrefix">Whether a <c>*</c> stood behind it.</param>
sealed record SearchItem(string Text, bool IsQuoted, bool IsExcluded, bool IsPrefix)
{
    /// <summary>The pieces of a text, in order. A quote that is not closed goes to the end of the text.</summary>
    public static IEnumerable<SearchItem> Split(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (IsBlank(text[i]))
            {
                i++;
                continue;
            }

            var isExcluded = text[i] == '-';
            while (i < text.Length && text[i] == '-')
            {
                i++;
            }

            var isQuoted = i < text.Length && IsQuote(text[i]);
            var start = isQuoted ? ++i : i;
            while (i < text.Length && !IsQuote(text[i]) && (isQuoted || !IsBlank(text[i])))
            {
                i++;
            }

            var piece = text[start..i];
            if (isQuoted)
            {
                i++;
            }

            var isPrefix = isQuoted ? i < text.Length && text[i] == '*' : piece.EndsWith('*');
            yield return new SearchItem(piece, isQuoted, isExcluded, isPrefix);
        }
    }

    // A text editor writes the others on its own.
    static bool IsQuote(char character) => character is '"' or '\u201C' or '\u201D' or '\u201E';

    static bool IsBlank(char character) => char.IsWhiteSpace(character) || char.IsControl(character);
}
