using System.Globalization;
using System.Text;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// A text as scans read it: characters that only look different are one (wide, mathematical and enclosed letters and
/// digits, letters with marks, letters of other scripts that look alike, the many blanks, dashes and slashes), and what
/// is not seen at all is left out. So a marking or a number is not hidden by how it is typed. Places are those of the
/// text itself, in UTF-16 code units.
/// </summary>
sealed class ScannedText
{
    /// <summary>
    /// How long one pattern may look through one text, in milliseconds: far longer than any takes, since each looks a
    /// bounded distance from where it begins.
    /// </summary>
    public const int PatternTimeout = 5_000;

    readonly int[] _starts;
    readonly int[] _ends;

    ScannedText(string plain, int[] starts, int[] ends)
    {
        Plain = plain;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>What patterns are looked for in.</summary>
    public string Plain { get; }

    /// <summary>The text for scans.</summary>
    public static ScannedText Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length);
        var ends = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = 1;
            if (char.IsAscii(text[i]))
            {
                Add(IsFirstOfTwoBreaks(text, i) ? null : text[i] == '\r' ? '\n' : text[i], i, length);
            }
            else
            {
                // Half of a character is none, and stands between what is beside it.
                length = Rune.TryGetRuneAt(text, i, out var rune) ? rune.Utf16SequenceLength : 1;
                if (LetterForms.IsInParentheses(rune.Value))
                {
                    Add('(', i, length);
                    Add(PlainOf(rune), i, length);
                    Add(')', i, length);
                }
                else if (PlainOf(rune) is { } character)
                {
                    Add(character, i, length);
                }
                else if (!IsUnseen(rune))
                {
                    Add(rune.IsBmp ? (char)rune.Value : '\uFFFD', i, length);
                }
            }

            i += length;
        }

        return new ScannedText(plain.ToString(), [.. starts], [.. ends]);

        void Add(char? character, int start, int length)
        {
            if (character is { } seen)
            {
                plain.Append(seen);
                starts.Add(start);
                ends.Add(start + length);
            }
        }
    }

    /// <summary>The place in the text of what was found in <see cref="Plain"/>: at least one character.</summary>
    public TextSpan SpanOf(int index, int length)
    {
        var start = _starts[index];
        return new TextSpan(start, _ends[index + length - 1] - start);
    }

    static bool IsFirstOfTwoBreaks(string text, int index) =>
        text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n';

    /// <summary>The character it is read as; null: it has no such, or is not seen.</summary>
    static char? PlainOf(Rune rune) => rune.Value switch
    {
        < 0x80 => (char)rune.Value,
        0x85 or 0x2028 or 0x2029 => '\n',
        0x2044 or 0x2215 or 0x29F8 => '/',
        0x2212 => '-',
        0x3002 or 0xFF61 => '.',
        0x2800 => ' ',
        var scalar => Lookalikes.Of(scalar) ?? LetterForms.Of(scalar) ?? Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => DigitOf(rune),
            _ => null,
        },
    };

    /// <summary>The digit, also in a circle or raised; null: another number.</summary>
    static char? DigitOf(Rune rune) =>
        Rune.GetNumericValue(rune) is var value and >= 0 and <= 9 && double.IsInteger(value)
            ? (char)('0' + (int)value)
            : null;

    /// <summary>What nobody sees, or sees as part of the character before.</summary>
    static bool IsUnseen(Rune rune) =>
        rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark;
}
