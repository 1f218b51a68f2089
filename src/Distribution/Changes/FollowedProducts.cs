using System.Linq.Expressions;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// The products that those who follow are told of: released ones. What is in preparation is seen by those who work on
/// it, and followed by nobody.
/// </summary>
static class FollowedProducts
{
    /// <summary>Them, as far as the row rules let the reader see them.</summary>
    public static readonly Expression<Func<DistributionContext, IQueryable<Product>>> Query = context =>
        context.Set<Product>().Where(product => product.Entitlements.Any(right =>
            right.IsCurrent && right.Kind != EntitlementKind.Draft && right.EffectiveAt <= context.Now));
}
