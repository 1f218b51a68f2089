using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Ledger;

/// <summary>The fields of <c>Delivery</c> that are not simply a column or reference of their name.</summary>
sealed class DeliveryFields : EntityFields<Delivery>
{
    public DeliveryFields()
    {
        OrderByDescending(delivery => delivery.DeliveredAt);
        NodeId("productId", delivery => delivery.ProductId, nameof(Product));
        NodeId("versionId", delivery => delivery.VersionId, nameof(ProductVersion));
        OneOf(
            "recipient",
            delivery => delivery.Person,
            delivery => delivery.Organization,
            delivery => delivery.ServiceClient);
        Batch<DistributionSession, DeliveryProgress>(
            "progress",
            DeliveryProgress.LoadAsync,
            delivery => delivery.Id,
            delivery => delivery.DeliveredAt);
    }
}
