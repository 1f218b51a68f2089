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
        var taken = new TakenPlaces(text.Length);
        var found = new List<TextSpan>();
        foreach (var pattern in (ReadOnlySpan<Regex>)
            [PortionMark(), Banner(), SmallBanner(), BannerLine(), TopSecret(), Block()])
        {
            foreach (Match match in pattern.Matches(scanned.Plain))
            {
                Add(match.Groups["mark"]);
            }
        }

        foreach (Match match in LoneMark().Matches(scanned.Plain))
        {
            // (A), (B), (C) counts; (C) before a year says who holds a copyright.
            if (match.Groups["mark"].Value != "(C)" || !(isEnumerated || match.Groups["year"].Success))
            {
                Add(match.Groups["mark"]);
            }
        }

        return [.. found.OrderBy(span => span.Start)];

        void Add(Group mark)
        {
            var span = scanned.SpanOf(mark.Index, mark.Length);
            if (taken.TryTake(span))
            {
                found.Add(span);
            }
        }
    }

    /// <summary>(S//NF), (TS//SI//NF), also without parentheses. (U//FOUO) is unclassified.</summary>
    [GeneratedRegex(
        @"(?<mark>\((?:TS|S|C) ?//[A-Z0-9 ,/-]{0,80}\))"
        + @"|(?<![A-Za-z0-9/:])(?<mark>(?:TS|S|C)//(?:SI|TK|HCS|G|NF|NOFORN|REL|ORCON|OC|FGI|SAR|RSEN|IMC|RD|FRD)\b)",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex PortionMark();

    /// <summary>SECRET//NOFORN, and the like within a line, also with blanks between the letters.</summary>
    [GeneratedRegex(
        @"\b(?<mark>(?:(?:T ?O ?P\s+)?S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L) ?//)"
        + @"|\b(?<mark>NATO\s+(?:SECRET|CONFIDENTIAL|RESTRICTED))\b",
        RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex Banner();

    /// <summary>secret//noforn, (s//nf): small letters before a control of classified information.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9/:])(?<mark>\(?(?:top\s+secret|secret|confidential|ts|s|c) ?// ?"
        + @"(?:si|tk|hcs|nf|noforn|orcon|rel to|fgi|sar|rsen|imcon|frd)\b\)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex SmallBanner();

    /// <summary>A line that is nothing but a classification, as headers and footers have it.</summary>
    [GeneratedRegex(
        @"^[ \t*_#>]*(?<mark>(?:T ?O ?P\s+)?S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L)[ \t*_]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        ScannedText.PatternTimeout)]
    private static partial Regex BannerLine();

    /// <summary>TOP SECRET in capitals; a clearance of that name is no marking.</summary>
    [GeneratedRegex(
        @"\b(?<mark>TOP\s+SECRET)\b(?!\s+clearance)",
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
