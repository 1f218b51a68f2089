using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <summary>A portion to be added to a draft, or what is to change of one.</summary>
/// <param name="Key">Which; null: a new one.</param>
/// <param name="After">The key of the portion it is to stand behind; null: where it is, a new one at the end.</param>
/// <param name="Kind">What it is; null: as it was.</param>
/// <param name="Text">What it says; null: as it was.</param>
/// <param name="Marking">How it must be handled; null: as it was.</param>
/// <param name="IsTearline">Whether it is made to be passed on; null: as it was.</param>
/// <param name="ContainsUsPersonInformation">Whether it identifies a US person; null: as it was.</param>
/// <param name="Likelihood">How likely the judgment is.</param>
/// <param name="Confidence">How well founded it is.</param>
/// <param name="Sources">All of its sources; null: as they were.</param>
sealed record DraftPortionInput(
    string? Key,
    string? After,
    PortionKind? Kind,
    string? Text,
    PortionMarkingInput? Marking,
    bool? IsTearline,
    bool? ContainsUsPersonInformation,
    Optional<Likelihood?> Likelihood,
    Optional<AnalyticConfidence?> Confidence,
    DraftSourceInput[]? Sources);
