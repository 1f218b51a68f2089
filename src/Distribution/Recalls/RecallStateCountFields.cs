using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallStateCount</c>, each a property of its name.</summary>
sealed class RecallStateCountFields : RowFields<RecallStateCount>;
