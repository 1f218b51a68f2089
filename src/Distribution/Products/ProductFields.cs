using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Products;

/// <summary>The fields of <c>Product</c> that are not simply a column, reference or collection of their name.</summary>
sealed class ProductFields : EntityFields<Product>
{
    public ProductFields()
    {
        OrderByDescending(product => product.PublishedAt);
        // Reading it leaves an access record, which needs to know of what it is.
        Reference(
            "onBehalfOf",
            product => product.OnBehalfOf,
            product => product.Id,
            product => product.CurrentVersionId,
            product => product.OriginatorId);

        // What time alone has changed holds at once, also where nothing has been written yet.
        Computed("state", product => product.PresentState, (DistributionContext context, Product product) =>
            product.State == ProductState.InPreparation && product.PublishedAt <= context.Now
                ? ProductState.Current
                : product.State == ProductState.Current && product.ValidUntil <= context.Now
                    ? ProductState.Expired
                    : product.State);
        Batch<DistributionSession, DeliveryBasis>("deliveryBasis", DeliveryBases.LoadAsync, product => product.Id);
    }
}
