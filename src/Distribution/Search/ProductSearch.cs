using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Search;

/// <summary>
/// How products are found: by the words of the portions of their current version, and by their number. The row rules of
/// products, versions and portions are in the statement; what a term counts depends on nothing but the portion it is
/// found in.
/// </summary>
static class ProductSearch
{
    /// <summary>What a term counts where it is the product's number.</summary>
    const int NumberPoints = 16;

    /// <summary>The source of <c>Query.search</c>.</summary>
    public static SearchSource<DistributionContext, Product, Portion> Source { get; } = new(
        context => context.Set<Entitlement>().Where(right => right.IsCurrent).Select(right => right.VersionId),
        product => product.CurrentVersion!.Id,
        portion => portion.VersionId,
        portion => portion.Kind == PortionKind.Title ? 8 : portion.Kind == PortionKind.Summary ? 4 : 1,
        product => product.PublicNumber,
        NumberPoints,
        PortionIndex.Of);
}
