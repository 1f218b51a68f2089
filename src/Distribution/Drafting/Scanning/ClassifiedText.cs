using System.Text.RegularExpressions;

namespace GraphApi.Distribution.Drafting.Scanning;

/// <summary>
/// Finds markings of classified information: banner lines, portion marks, the block that says who classified. It looks
/// for the form of a marking, not for words: a "secret santa" is none.
/// </summary>
static partial class ClassifiedText
{
    /// <summary>The places of markings in a text, in order.</summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var scanned = ScannedText.Of(text);
        var isEnumerated = Enumeration().IsMatch(scanned.Plain);
        var found = new List<TextSpan>();
        foreach (var pattern in (ReadOnlySpan<Regex>)[PortionMark(), Banner(), BannerLine(), TopSecret(), Block()])
        {
            foreach (Match match in pattern.Matches(scanned.Plain))
            {
                Add(found, scanned, match.Groups["mark"]);
            }
        }

        foreach (Match match in LoneMark().Matches(scanned.Plain))
        {
            // (A), (B), (C) counts; (C) before a year says who holds a copyright.
            if (match.Groups["mark"].Value != "(C)" || !(isEnumerated || match.Groups["year"].Success))
            {
                Add(found, scanned, match.Groups["mark"]);
            }
        }

        return [.. found.OrderBy(span => span.Start)];
    }

    static void Add(List<TextSpan> found, ScannedText scanned, Group mark)
    {
        var span = scanned.SpanOf(mark.Index, mark.Length);
        if (!found.Exists(span.Overlaps))
        {
            found.Add(span);
        }
    }

    /// <summary>(S//NF), (TS//SI//NF), also without parentheses. (U//FOUO) is unclassified.</summary>
    [GeneratedRegex(
        @"(?<mark>\((?:TS|S|C) ?//[A-Z0-9 ,/-]{0,80}\))"
        + @"|(?<![A-Za-z0-9/:])(?<mark>(?:TS|S|C)//(?:SI|TK|HCS|G|NF|NOFORN|REL|ORCON|OC|FGI|SAR|RSEN|IMC|RD|FRD)\b)",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex PortionMark();

    /// <summary>SECRET//NOFORN, and the like within a line.</summary>
    [GeneratedRegex(
        @"\b(?<mark>(?:TOP +SECRET|SECRET|CONFIDENTIAL) ?//)|\b(?<mark>NATO +(?:SECRET|CONFIDENTIAL|RESTRICTED))\b",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Banner();

    /// <summary>A line that is nothing but a classification, as headers and footers have it.</summary>
    [GeneratedRegex(
        @"^[ \t*_#>]*(?<mark>TOP +SECRET|SECRET|CONFIDENTIAL)[ \t*_]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex BannerLine();

    /// <summary>TOP SECRET in capitals; a clearance of that name is no marking.</summary>
    [GeneratedRegex(
        @"\b(?<mark>TOP +SECRET)\b(?! +clearance)",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex TopSecret();

    /// <summary>Who classified, and when it ends.</summary>
    [GeneratedRegex(
        @"^[ \t*_>]*(?<mark>(?:classified by|derived from|declassify on) ?:)",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Block();

    /// <summary>(S), (C) or (TS) before a paragraph.</summary>
    [GeneratedRegex(
        @"^[ \t*_#>-]*(?<mark>\((?:TS|S|C)\))[*_]*(?= )(?<year> +(?:Copyright|\d{4}))?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex LoneMark();

    /// <summary>That items are counted with letters.</summary>
    [GeneratedRegex(
        @"^[ \t*_#>-]*\((?:A|B)\)[*_]* ",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Enumeration();
}
