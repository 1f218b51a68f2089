using System.Text.RegularExpressions;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds telephone numbers of the North American Numbering Plan: area and exchange begin with 2 to 9, and neither is
/// one of the service codes that end in 11.
/// </summary>
static partial class PhoneNumbers
{
    /// <summary>Their places in a plain text.</summary>
    public static IEnumerable<TextSpan> Find(string plain) =>
        Pattern().Matches(plain).Select(match => new TextSpan(match.Index, match.Length));

    [GeneratedRegex(
        @"(?<![\d.]|\d[-/])(?:\+?1[-. ]?)?(?:\([2-9](?!11)\d\d\)|[2-9](?!11)\d\d)[-. ]{0,2}\n?"
        + @"[2-9](?!11)\d\d[-. ]?\n?\d{4}(?!\d|[-/]\d)",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Pattern();
}
