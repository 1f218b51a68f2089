using GraphApi.Data.Bindings;
using GraphApi.Distribution.Ledger;

namespace GraphApi.Distribution.Receipts;

/// <summary>The fields of <c>Receipt</c>, each a column or reference of its name.</summary>
sealed class ReceiptFields : EntityFields<Receipt>
{
    public ReceiptFields() => OrderByDescending(receipt => receipt.AcknowledgedAt);
}
