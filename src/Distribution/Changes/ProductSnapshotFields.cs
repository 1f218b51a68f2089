using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Changes;

/// <summary>The fields of <c>ProductSnapshot</c> that are not simply a property of their name.</summary>
sealed class ProductSnapshotFields : RowFields<ProductSnapshot>
{
    public ProductSnapshotFields() => Entities<Product>("products", page => page.Keys);
}
