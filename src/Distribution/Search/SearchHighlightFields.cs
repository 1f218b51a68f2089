using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Search;

/// <summary>The fields of <c>SearchHighlight</c>, each a property of its name.</summary>
sealed class SearchHighlightFields() : RowFields<SearchHighlight>;
