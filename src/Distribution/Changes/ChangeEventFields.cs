using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;

namespace GraphApi.Distribution.Changes;

/// <summary>The fields of <c>ChangeEvent</c> that are not simply a property of their name.</summary>
sealed class ChangeEventFields : RowFields<ChangeEvent>
{
    public ChangeEventFields()
    {
        Memory("id", change => change.Id.ToString());
        Memory("productId", change => NodeIds.Format(nameof(Product), change.ProductKey));
        Entity<Product>("product", change => change.IsVisible ? change.ProductKey : null);
        Entity<RecallNotice>("recallNotice", change => change.RecallKey);
    }
}
