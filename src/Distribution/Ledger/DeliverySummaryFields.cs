using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Ledger;

/// <summary>The fields of <c>DeliverySummary</c>.</summary>
sealed class DeliverySummaryFields : RowFields<DeliverySummary>;
