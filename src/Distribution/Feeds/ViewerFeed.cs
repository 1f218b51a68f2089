using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Feeds;

/// <summary>
/// The feed of a viewer as the merge of his audiences: an index holds the rights of each audience newest first, so a
/// page
/// reads a page's worth of each and never walks the products of others.
/// </summary>
static class ViewerFeed
{
    /// <summary>The products that were ever released: those in preparation are work, and no news.</summary>
    public static Expression<Func<DistributionContext, IQueryable<Product>>> Products { get; } =
        context => context.Set<Product>().Where(product => product.CurrentVersionId != null);

    /// <summary>The rights in force of one audience, newest first, and the products behind them.</summary>
    public static MergedSource<DistributionContext, Entitlement, Product> Source { get; } = new(
        context => context.FeedAudienceIds,
        (context, audience) => context.Set<Entitlement>()
            .Where(right => right.AudienceId == audience && right.IsCurrent),
        right => right.ProductId,
        right => right.Product,
        (Expression<Func<Entitlement, DateTime?>>)(right => right.EffectiveAt));
}
