using GraphApi.Data.Bindings;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Search;

/// <summary>The fields of <c>SearchHit</c>, a product that was found.</summary>
sealed class SearchHitFields : RowFields<SearchRow>
{
    public SearchHitFields()
        : base("SearchHit")
    {
        Entity<Product>("product", hit => hit.Key);
        Batch<DistributionSession, IReadOnlyList<PortionMatch>>("matches", LoadMatchesAsync);
    }

    /// <summary>The portions of each product in which something was found: which they are, not what they say.</summary>
    static async ValueTask<IReadOnlyList<IReadOnlyList<PortionMatch>>> LoadMatchesAsync(
        DistributionSession session,
        IReadOnlyList<SearchRow> hits,
        CancellationToken cancellationToken)
    {
        // The hits of a level are those of one page.
        var text = hits[0].Text;
        var ids = hits.Select(hit => hit.Key).ToArray();
        var context = await session.GetTypedContextAsync(cancellationToken);
        var found = await PortionIndex.Of(context).Having(context.Set<Portion>(), context, text)
            .Join(
                context.Set<Product>().Where(product => ids.Contains(product.Id)),
                portion => portion.VersionId,
                product => product.CurrentVersion!.Id,
                (portion, product) => new
                {
                    ProductId = product.Id,
                    portion.Id,
                    portion.VersionId,
                    portion.OriginatorId,
                    portion.Ordinal,
                })
            .OrderBy(portion => portion.Ordinal)
            .ThenBy(portion => portion.Id)
            .ToListAsync(cancellationToken);
        var byProduct = found.ToLookup(
            portion => portion.ProductId,
            portion => new PortionMatch(
                portion.Id, portion.VersionId, portion.OriginatorId, portion.Ordinal, text));
        return [.. hits.Select(hit => byProduct[hit.Key].ToList())];
    }
}
