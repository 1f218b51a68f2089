using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>KeyJudgment</c>.</summary>
sealed class KeyJudgmentFields : RowFields<KeyJudgment>;
