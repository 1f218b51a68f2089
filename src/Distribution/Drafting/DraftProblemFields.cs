using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Drafting;

/// <summary>The fields of <c>DraftProblem</c>.</summary>
sealed class DraftProblemFields : RowFields<DraftProblem>;
