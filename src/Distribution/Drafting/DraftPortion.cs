using System.Collections.Immutable;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <summary>A portion of a draft while it is worked on.</summary>
/// <param name="Key">Its key; null: it is new and has none yet.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="Marking">How it must be handled.</param>
/// <param name="IsTearline">Whether it is made to be passed on below the tearline.</param>
/// <param name="ContainsUsPersonInformation">Whether it identifies a United States person.</param>
/// <param name="Likelihood">How likely the judgment is; null where it is none.</param>
/// <param name="Confidence">How well founded the judgment is; null where it is none.</param>
/// <param name="Sources">Where what it says comes from.</param>
sealed record DraftPortion(
    string? Key,
    PortionKind Kind,
    string Text,
    PortionMarking Marking,
    bool IsTearline,
    bool ContainsUsPersonInformation,
    Likelihood? Likelihood,
    AnalyticConfidence? Confidence,
    ImmutableArray<SourceSpec> Sources)
{
    /// <summary>A portion as it is stored, with its sources.</summary>
    public static DraftPortion Of(Portion portion, IEnumerable<SourceReference> sources) => new(
        portion.Key,
        portion.Kind,
        portion.Text,
        PortionMarking.Of(portion),
        portion.IsTearline,
        portion.ContainsUsPersonInformation,
        portion.Likelihood,
        portion.Confidence,
        [.. sources.Select(SpecOf)]);

    /// <summary>What is known of a source as it is stored.</summary>
    public static SourceSpec SpecOf(SourceReference source) => new(
        source.Citation,
        source.Originator,
        source.Kind,
        source.Reliability,
        source.Credibility,
        source.ThirdAgencyConsent);
}
