using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallKindCount</c>, each a property of its name.</summary>
sealed class RecallKindCountFields : RowFields<RecallKindCount>;
