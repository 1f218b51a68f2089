using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Ledger;

/// <summary>The fields of <c>DeliveryProgress</c>.</summary>
sealed class DeliveryProgressFields : RowFields<DeliveryProgress>;
