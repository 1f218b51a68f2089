using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallProgress</c>, each a property of its name.</summary>
sealed class RecallProgressFields : RowFields<RecallProgress>;
