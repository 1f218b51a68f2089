namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>An answer to one item of a checklist.</summary>
/// <param name="Item">The key of the item.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Comment">What there is to say about it; required with a no. Null: nothing.</param>
sealed record ChecklistAnswerInput(string Item, ChecklistAnswer Answer, string? Comment);
