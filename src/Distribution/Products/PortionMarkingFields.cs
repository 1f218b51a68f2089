using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>PortionMarking</c>.</summary>
sealed class PortionMarkingFields : RowFields<PortionMarking>;
