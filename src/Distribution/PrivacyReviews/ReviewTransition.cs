using System.Collections.Immutable;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>One way from a standing to another.</summary>
/// <param name="From">Where the review stood before; null: it is made by this.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">Where it stands after.</param>
/// <param name="Actors">Who may do it: each alone, unless the guard says otherwise.</param>
/// <param name="Guard">What must hold besides, for people; empty: nothing.</param>
sealed record ReviewTransition(
    ReviewStanding? From,
    ReviewStep Step,
    ReviewStanding To,
    ImmutableArray<ReviewActor> Actors,
    string Guard = "");
