namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>Where a review stands, with what it came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Outcome">What it came to; null: it is not signed, or counts no more.</param>
readonly record struct ReviewStanding(PrivacyReviewState State, ReviewOutcome? Outcome = null)
{
    /// <summary>Where a review stands.</summary>
    public static ReviewStanding Of(PrivacyReview review) => review.State is PrivacyReviewState.Voided
        ? new ReviewStanding(review.State)
        : new ReviewStanding(review.State, review.Outcome);

    /// <summary>
    /// How people call it: the outcome, where there is one that is not under decision, else the state.
    /// </summary>
    public override string ToString() =>
        State is PrivacyReviewState.Completed or PrivacyReviewState.Resolved ? $"{Outcome}" : $"{State}";
}
