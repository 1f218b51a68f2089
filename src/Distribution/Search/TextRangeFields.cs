using GraphApi.Data.Bindings;
using GraphApi.Data.Searching;

namespace GraphApi.Distribution.Search;

/// <summary>The fields of <c>TextRange</c>, each a property of its name.</summary>
sealed class TextRangeFields() : RowFields<PassageRange>("TextRange");
