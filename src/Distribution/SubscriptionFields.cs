using GraphApi.Data.Bindings;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution;

/// <summary>The fields of <c>Subscription</c>.</summary>
sealed class SubscriptionFields : RootFields
{
    public SubscriptionFields()
        : base("Subscription")
    {
        Events<Product>(
            "newBulletins",
            matches => new ChangeEventSource(
                matches, "newBulletins", change => change.Kind == Changes.ChangeKind.Published))
            .From(FollowedProducts.Query);
        Events<Product>("feedChanges", matches => new ChangeEventSource(matches, ChangesQuery.Family))
            .From(FollowedProducts.Query);
        Events<Product>(
            "recalls",
            matches => new ChangeEventSource(matches, "recalls", change => change.RecallKey is not null)
            {
                ReachesFormerReaders = true,
            })
            .From(FollowedProducts.Query);
    }
}
