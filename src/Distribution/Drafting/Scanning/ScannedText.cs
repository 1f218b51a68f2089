using System.Globalization;
using System.Text;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// A text as scans read it: characters that only look different are one (wide letters and digits, the many blanks,
/// dashes and slashes), and what is not seen at all is left out. So a marking or a number is not hidden by how it is
/// typed. Places are those of the text itself.
/// </summary>
sealed class ScannedText
{
    /// <summary>
    /// How long one pattern may look through one text, in milliseconds: far longer than any takes, since each looks a
    /// bounded distance from where it begins.
    /// </summary>
    public const int PatternTimeout = 5_000;

    readonly int[] _places;
    readonly int _length;

    ScannedText(string plain, int[] places, int length)
    {
        Plain = plain;
        _places = places;
        _length = length;
    }

    /// <summary>What patterns are looked for in.</summary>
    public string Plain { get; }

    /// <summary>The text for scans.</summary>
    public static ScannedText Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (PlainOf(text[i]) is { } character)
            {
                plain.Append(character);
                places.Add(i);
            }
        }

        return new ScannedText(plain.ToString(), [.. places], text.Length);
    }

    /// <summary>The place in the text of what was found in <see cref="Plain"/>: at least one character.</summary>
    public TextSpan SpanOf(int index, int length)
    {
        var start = _places[index];
        var end = index + length < _places.Length ? _places[index + length - 1] + 1 : _length;
        return new TextSpan(start, end - start);
    }

    /// <summary>The character it is read as; null: it is not read.</summary>
    static char? PlainOf(char character) => character switch
    {
        '\n' or '\t' => character,
        '\r' or '\u2028' or '\u2029' => '\n',
        < '\u0080' => character,
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u2044' or '\u2215' or '\u29F8' => '/',
        '\u2212' => '-',
        '\uFE6B' => '@',
        '\u034F' => null,
        _ => char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Format => null,
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.DecimalDigitNumber => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)),
            _ => character,
        },
    };
}
