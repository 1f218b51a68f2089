using System.Text.RegularExpressions;
using GraphApi.Distribution.Drafting.Scanning;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting.Readiness;

/// <summary>
/// Banners are made of the markings, never typed. Where a text carries one all the same, such as a page that was
/// copied, it is the banner that its portion or the whole draft has, in the order of the registry.
/// </summary>
static partial class TextsAgreeWithMarkings
{
    /// <summary>What breaks it.</summary>
    public static IEnumerable<DraftProblem> Check(DraftInReadiness draft)
    {
        var portions = draft.Content.Portions;
        var whole = MarkingBanner.Of([.. portions.Select(portion => portion.Marking)]);
        for (var i = 0; i < portions.Length; i++)
        {
            var own = MarkingBanner.Of([portions[i].Marking]);
            var scanned = ScannedText.Of(portions[i].Text);
            var labels = TlpLabel().Matches(scanned.Plain).Where(match =>
                !IsLabel(match, own.Tlp) && !IsLabel(match, whole.Tlp));
            var banners = CuiBanner().Matches(scanned.Plain).Where(match =>
                !Is(match, own.Cui) && !Is(match, whole.Cui));
            foreach (var match in labels.Concat(banners))
            {
                yield return draft.ProblemOf(
                    DraftProblemCode.BannerMismatch,
                    i,
                    scanned.SpanOf(match.Index, match.Value.TrimEnd().Length),
                    $"The text is marked otherwise than its portion, {own.Text}, and the whole, {whole.Text}.");
            }
        }
    }

    static bool Is(Match match, string? banner) =>
        string.Equals(match.Value.TrimEnd(), banner, StringComparison.OrdinalIgnoreCase);

    static bool IsLabel(Match match, Tlp tlp) => string.Equals(
        match.Value.Replace(" ", "", StringComparison.Ordinal),
        MarkingBanner.TextOf(tlp),
        StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"\bTLP ?: ?(?:CLEAR|WHITE|GREEN|AMBER\+STRICT|AMBER|RED)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ScannedText.PatternTimeout)]
    private static partial Regex TlpLabel();

    // With at least one group behind it; the word alone is no banner.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9/])(?:CUI|CONTROLLED)//[A-Z][A-Z0-9 ,/-]{0,200}(?![A-Za-z0-9/])",
        RegexOptions.CultureInvariant, ScannedText.PatternTimeout)]
    private static partial Regex CuiBanner();
}
