using GraphApi.Distribution.PrivacyReviews;

namespace GraphApi.Distribution.Import;

/// <summary>
/// The privacy, civil rights and civil liberties review that an imported product went through before.
/// </summary>
/// <param name="Reviewer">The subject of who reviewed.</param>
/// <param name="SignedAt">When, UTC.</param>
/// <param name="Outcome">What it came to: a concurrence.</param>
/// <param name="Rationale">Why; null: not given.</param>
sealed record ReviewFields(string Reviewer, DateTime SignedAt, ReviewOutcome Outcome, string? Rationale)
{
    /// <summary>
    /// Reads the review; null where it is missing, which is reported: nothing is published without one.
    /// </summary>
    public static ReviewFields? Read(LineReader line, string author, DateTime publishedAt)
    {
        var reader = line.OptionalObject("privacyReview");
        if (reader is null)
        {
            line.Refuse("privacyReview", "is missing: a published product needs a concurring review");
            return null;
        }

        var reviewer = reader.Text("reviewer", 200);
        if (reviewer == author)
        {
            reader.Refuse("reviewer", "is the author: somebody else is to have reviewed");
        }

        var signedAt = reader.Moment("signedAt");
        if (signedAt > publishedAt)
        {
            reader.Refuse("signedAt", "is after publishedAt");
        }

        var outcome = reader.Choice<ReviewOutcome>("outcome");
        if (outcome is not (ReviewOutcome.Concur or ReviewOutcome.ConcurWithChanges or ReviewOutcome.ResolvedConcur))
        {
            reader.Refuse("outcome", "is no concurrence: the product may not be published");
        }

        var rationale = reader.OptionalText("rationale", 10_000, multiline: true);
        reader.RefuseUnknown();
        return new ReviewFields(reviewer, signedAt, outcome, rationale);
    }
}
