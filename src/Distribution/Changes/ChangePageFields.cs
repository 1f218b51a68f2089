using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Changes;

/// <summary>The fields of <c>ChangePage</c>.</summary>
sealed class ChangePageFields : RowFields<ChangePage>;
