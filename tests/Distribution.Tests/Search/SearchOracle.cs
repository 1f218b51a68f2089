using GraphApi.Data.Bindings;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Tests.Access;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Search;

/// <summary>
/// What a search finds, worked out the long way: portion by portion in memory, of those a viewer sees.
/// </summary>
sealed class SearchOracle
{
    readonly Oracle _oracle;
    readonly ILookup<Guid, Portion> _portions;

    public SearchOracle(DistributionModule module)
    {
        _oracle = Oracle.Read(module, FixedTime.Now.UtcDateTime);
        using var db = module.AccessDatabase.CreateContext();
        _portions = db.Set<Portion>().ToLookup(portion => portion.VersionId);
    }

    /// <summary>The products, as "rank id", in the order in which they are found.</summary>
    public IReadOnlyList<string> Find(string? principal, string[] sought, string[] excluded) =>
    [
        .. Seen(principal)
            .Where(seen => !excluded.Any(term => seen.Portions.Any(portion => Has(portion, term))))
            .Select((seen, place) => (
                seen.Product,
                Place: place,
                Points: Array.ConvertAll(
                    sought,
                    term => seen.Portions.Where(portion => Has(portion, term)).Sum(PointsOf))))
            .Where(found => Array.TrueForAll(found.Points, points => points > 0))
            .OrderByDescending(found => found.Points.Sum())
            .ThenBy(found => found.Place)
            .Select(found => $"{found.Points.Sum()} {NodeIds.Format("Product", found.Product)}"),
    ];

    /// <summary>The products a viewer sees, newest first, each with the portions he sees.</summary>
    public IEnumerable<(Guid Product, IReadOnlyList<Portion> Portions)> Seen(string? principal)
    {
        var products = _oracle.Products.ToDictionary(product => product.Id);
        foreach (var (id, keys) in _oracle.Seen(DistributionHost.PrincipalOf(principal)))
        {
            var portions = _portions[products[id].CurrentVersionId!.Value];
            yield return (id, [.. portions.Where(portion => keys.Contains(portion.Key))]);
        }
    }

    /// <summary>All portions, of which a viewer does not see those that <see cref="Seen"/> leaves out.</summary>
    public IEnumerable<Portion> Portions => _portions.SelectMany(portions => portions);

    static bool Has(Portion portion, string term) =>
        Passage.Of(portion.Text, SearchText.Read(term)).Ranges.Count > 0;

    static int PointsOf(Portion portion) => portion.Kind switch
    {
        PortionKind.Title => 8,
        PortionKind.Summary => 4,
        _ => 1,
    };
}
