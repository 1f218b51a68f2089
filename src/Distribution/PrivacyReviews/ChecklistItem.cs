namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>An item of a checklist: a statement that holds, or does not, or has nothing to be about.</summary>
/// <param name="Key">Its name, which stays as it is in later versions of the checklist.</param>
/// <param name="Theme">The theme it belongs to.</param>
/// <param name="Text">What should hold.</param>
sealed record ChecklistItem(string Key, ChecklistTheme Theme, string Text);
