using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>Writes where a product stands after something became of its current version.</summary>
static class ProductStanding
{
    /// <summary>
    /// Writes it, whatever revision the product has: the version's revision says who was first.
    /// </summary>
    /// <param name="work">The transaction.</param>
    /// <param name="product">The product.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="validUntil">Until when its current version is valid, UTC; null: open-ended.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task SetAsync(
        UnitOfWork work,
        Product product,
        ProductState state,
        DateTime? validUntil,
        CancellationToken cancellationToken)
    {
        var now = work.Now;
        return work.All<Product>().Where(row => row.Id == product.Id).ExecuteUpdateAsync(
            row => row
                .SetProperty(p => p.State, state)
                .SetProperty(p => p.ValidUntil, validUntil)
                .SetProperty(p => p.Revision, p => p.Revision + 1)
                .SetProperty(p => p.UpdatedAt, now),
            cancellationToken);
    }
}
