using System.Text.RegularExpressions;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds Social Security numbers. Nine digits are one where they are grouped as such, or stand behind its name. No
/// number has the area 000, 666 or 900 to 999, the group 00 or the serial 0000, and two that advertisements made public
/// were withdrawn.
/// </summary>
/// <seealso href="https://www.ssa.gov/employer/randomization.html"/>
static partial class SocialSecurityNumbers
{
    static readonly string[] Withdrawn = ["078051120", "219099999"];

    /// <summary>Their places in a plain text.</summary>
    public static IEnumerable<TextSpan> Find(string plain) =>
        from match in Grouped().Matches(plain).Concat(Named().Matches(plain))
        let number = match.Groups["number"]
        where CanBeIssued(string.Concat(number.Value.Where(char.IsAsciiDigit)))
        select new TextSpan(number.Index, number.Length);

    static bool CanBeIssued(string digits) =>
        digits[..3] is not ("000" or "666")
        && digits[0] != '9'
        && digits[3..5] != "00"
        && digits[5..] != "0000"
        && !Withdrawn.Contains(digits);

    // The end of a line may stand behind a hyphen or a blank.
    [GeneratedRegex(
        @"(?<![\d-])(?<number>\d{3}(?<by>[- ])\n?\d{2}\k<by>\n?\d{4})(?![\d-])",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(
        @"\b(?:SSN|Social Security(?: (?:number|no\.?))?)[ :#]{0,4}(?:is )?(?<number>\d{9})(?!\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Named();
}
