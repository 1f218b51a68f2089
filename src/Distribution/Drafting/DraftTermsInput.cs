using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Drafting;

/// <summary>What a draft says about itself. Null: as it was.</summary>
/// <param name="Urgency">How soon a recipient should read it.</param>
/// <param name="IntendedUses">What it is meant to be used for.</param>
/// <param name="ValidUntil">When it will end to be valid.</param>
/// <param name="DisclosesWithholding">Whether readers are let know that portions are withheld.</param>
/// <param name="AnalystNotes">What its analysts write down for themselves.</param>
sealed record DraftTermsInput(
    Urgency? Urgency,
    IntendedUse[]? IntendedUses,
    Optional<DateTime?> ValidUntil,
    bool? DisclosesWithholding,
    Optional<string?> AnalystNotes);
