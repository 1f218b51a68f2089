using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Lists;

/// <summary>The fields of <c>MarkingCeiling</c>.</summary>
sealed class MarkingCeilingFields : RowFields<MarkingCeiling>;
