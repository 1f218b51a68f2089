using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Ledger;

/// <summary>The fields of <c>RecipientCount</c>.</summary>
sealed class RecipientCountFields : RowFields<RecipientCount>;
