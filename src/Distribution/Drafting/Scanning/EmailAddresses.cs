using System.Text.RegularExpressions;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>Finds e-mail addresses.</summary>
static partial class EmailAddresses
{
    /// <summary>Their places in a plain text.</summary>
    public static IEnumerable<TextSpan> Find(string plain) =>
        Pattern().Matches(plain).Select(match => new TextSpan(match.Index, match.Length));

    // Each part is bounded, and begins where no such character stands before: a long word is looked at once.
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}._%+'-])[\p{L}\p{Nd}_%+'-](?:[\p{L}\p{Nd}._%+'-]{0,62}[\p{L}\p{Nd}_%+'-])?"
        + @"@(?:[\p{L}\p{Nd}](?:[\p{L}\p{Nd}-]{0,61}[\p{L}\p{Nd}])?\.){1,8}[\p{L}]{2,63}(?![\p{L}\p{Nd}])",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Pattern();
}
