using System.Text.RegularExpressions;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds numbers of payment cards: by the length that goes with how they begin, and by their check digit (Luhn).
/// </summary>
static partial class PaymentCards
{
    /// <summary>Their places in a plain text.</summary>
    public static IEnumerable<TextSpan> Find(string plain) =>
        from match in Pattern().Matches(plain)
        let digits = string.Concat(match.Value.Where(char.IsAsciiDigit))
        where HasLengthOfItsBrand(digits) && HasCheckDigit(digits)
        select new TextSpan(match.Index, match.Length);

    static bool HasLengthOfItsBrand(string digits) => digits switch
    {
        ['4', ..] => digits.Length is 13 or 16 or 19,
        ['5', >= '1' and <= '5', ..] => digits.Length == 16,
        ['2', ..] => digits.Length == 16 && string.CompareOrdinal(digits[..4], "2221") >= 0
            && string.CompareOrdinal(digits[..4], "2720") <= 0,
        ['3', '4' or '7', ..] => digits.Length == 15,
        ['3', '0' or '6' or '8' or '9', ..] => digits.Length is >= 14 and <= 19,
        ['3', '5', ..] or ['6', ..] => digits.Length is >= 16 and <= 19,
        _ => false,
    };

    static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(
        @"(?<![\d.]|\d[- ])\d(?:[- ]?\d){12,18}(?![- ]?\d)",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Pattern();
}
