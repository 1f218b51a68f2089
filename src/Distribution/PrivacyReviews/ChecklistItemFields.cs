using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>The fields of <c>ChecklistItem</c>.</summary>
sealed class ChecklistItemFields : RowFields<ChecklistItem>;
