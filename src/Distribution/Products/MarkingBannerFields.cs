using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>MarkingBanner</c>.</summary>
sealed class MarkingBannerFields : RowFields<MarkingBanner>;
