using System.Text.RegularExpressions;
using GraphApi.Distribution.Drafting.Scanning;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>
/// The statement that goes with every list of indicators: conduct counts, never who somebody is or what he believes.
/// </summary>
static partial class BehaviorStatement
{
    /// <summary>It. Line breaks, capitals and emphasis may differ where it stands.</summary>
    public const string Text =
        "These indicators describe behavior. None of them alone shows that a crime is planned; many can be innocent. "
        + "Race, ethnicity, religion, national origin, sex, gender identity, disability, political views and other "
        + "activity that the Constitution protects are no grounds for suspicion or for a report.";

    static readonly string Plain = PlainOf(Text);

    /// <summary>Whether it stands in a text.</summary>
    public static bool IsIn(string text) => PlainOf(text).Contains(Plain, StringComparison.OrdinalIgnoreCase);

    static string PlainOf(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"[\s*_>\\]+", RegexOptions.CultureInvariant, ScannedText.PatternTimeout)]
    private static partial Regex Blanks();
}
