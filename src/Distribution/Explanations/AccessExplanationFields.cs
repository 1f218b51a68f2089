using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Explanations;

/// <summary>The fields of <c>AccessExplanation</c>.</summary>
sealed class AccessExplanationFields : RowFields<AccessExplanation>;
