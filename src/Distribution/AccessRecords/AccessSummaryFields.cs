using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>The fields of <c>AccessSummary</c>.</summary>
sealed class AccessSummaryFields : RowFields<AccessSummary>;
