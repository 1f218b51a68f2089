using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore.Query;

namespace GraphApi.Distribution.Drafting;

/// <summary>What a draft says about itself, of the input or as it was.</summary>
/// <param name="Urgency">How soon a recipient should read it.</param>
/// <param name="IntendedUses">What it is meant to be used for.</param>
/// <param name="ValidUntil">When it will end to be valid, UTC; null: open-ended.</param>
/// <param name="DisclosesWithholding">Whether readers are let know that portions are withheld.</param>
/// <param name="AnalystNotes">What its analysts wrote down for themselves; null: nothing.</param>
sealed record DraftTerms(
    Urgency Urgency,
    IntendedUse[] IntendedUses,
    DateTime? ValidUntil,
    bool DisclosesWithholding,
    string? AnalystNotes)
{
    const int LongestNotes = 20_000;

    /// <summary>Of a new product.</summary>
    public static DraftTerms New { get; } = new(Urgency.Routine, [], null, false, null);

    /// <summary>Of a version as it is.</summary>
    public static DraftTerms Of(ProductVersion version) => new(
        version.Urgency,
        version.IntendedUses,
        version.ValidUntil,
        version.DisclosesWithholding,
        version.AnalystNotes);

    /// <summary>
    /// Of a version that follows another one: its end is its own, and so are the notes, where they were not the
    /// caller's already.
    /// </summary>
    /// <param name="former">The version before.</param>
    /// <param name="isAuthor">Whether who begins this one wrote that one.</param>
    public static DraftTerms After(ProductVersion former, bool isAuthor) => Of(former) with
    {
        ValidUntil = null,
        AnalystNotes = isAuthor ? former.AnalystNotes : null,
    };

    /// <summary>These with what the input changes.</summary>
    public DraftTerms With(DraftTermsInput? input) => input is null
        ? this
        : new DraftTerms(
            input.Urgency ?? Urgency,
            input.IntendedUses is null ? IntendedUses : [.. input.IntendedUses.Distinct().Order()],
            input.ValidUntil.Or(ValidUntil),
            input.DisclosesWithholding ?? DisclosesWithholding,
            input.AnalystNotes.Or(AnalystNotes));

    /// <summary>What of the input cannot be used; null: nothing.</summary>
    public static InvalidInputError? Check(DraftTermsInput? input, DateTime now) => input switch
    {
        null => null,
        { ValidUntil.Value: { } end } when end <= now =>
            new InvalidInputError("terms.validUntil", "It ends in the future."),
        { AnalystNotes.Value: { } notes } =>
            DraftText.Check(notes, LongestNotes, "terms.analystNotes"),
        _ => null,
    };

    /// <summary>Writes them into the version's row.</summary>
    public void Set(UpdateSettersBuilder<ProductVersion> row) => row
        .SetProperty(v => v.Urgency, Urgency)
        .SetProperty(v => v.IntendedUses, IntendedUses)
        .SetProperty(v => v.ValidUntil, ValidUntil)
        .SetProperty(v => v.DisclosesWithholding, DisclosesWithholding)
        .SetProperty(v => v.AnalystNotes, AnalystNotes);
}
