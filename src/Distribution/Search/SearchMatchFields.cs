using GraphApi.Data.Bindings;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Search;

/// <summary>The fields of <c>SearchMatch</c>, a portion in which something was found.</summary>
sealed class SearchMatchFields : RowFields<PortionMatch>
{
    public SearchMatchFields()
        : base("SearchMatch")
    {
        Entity<Portion>("portion", match => match.PortionId);
        Batch<DistributionSession, SearchHighlight?>("highlight", LoadHighlightsAsync);
    }

    /// <summary>
    /// A passage of each portion. What is TLP:RED is for the eyes of those who open it: its text is not read for this.
    /// </summary>
    static async ValueTask<IReadOnlyList<SearchHighlight?>> LoadHighlightsAsync(
        DistributionSession session,
        IReadOnlyList<PortionMatch> matches,
        CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var ids = matches.Select(match => match.PortionId).Distinct().ToArray();
        var texts = await context.Set<Portion>()
            .Where(portion => ids.Contains(portion.Id) && portion.Tlp != Tlp.Red)
            .Select(portion => new { portion.Id, portion.Text })
            .ToDictionaryAsync(portion => portion.Id, portion => portion.Text, cancellationToken);
        return
        [
            .. matches.Select(match =>
                texts.TryGetValue(match.PortionId, out var text)
                    ? new SearchHighlight(match, Passage.Of(text, match.Sought))
                    : null),
        ];
    }
}
