using System.Collections.Immutable;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>What a draft says: its portions in order, and the sources of it as a whole.</summary>
/// <param name="Portions">The portions: the title first, then the summary where there is one.</param>
/// <param name="Sources">The sources that stand behind no portion in particular.</param>
sealed record DraftContent(ImmutableArray<DraftPortion> Portions, ImmutableArray<SourceSpec> Sources)
{
    /// <summary>A draft without anything in it.</summary>
    public static readonly DraftContent Empty = new([], []);

    /// <summary>What a version says as it is stored.</summary>
    public static async Task<DraftContent> ReadAsync(
        UnitOfWork work, Guid versionId, CancellationToken cancellationToken)
    {
        var portions = await work.All<Portion>().AsNoTracking()
            .Where(portion => portion.VersionId == versionId)
            .OrderBy(portion => portion.Ordinal)
            .ToListAsync(cancellationToken);
        var sources = await work.All<SourceReference>().AsNoTracking()
            .Where(source => source.VersionId == versionId)
            .OrderBy(source => source.Ordinal)
            .ToListAsync(cancellationToken);
        var byPortion = sources.ToLookup(source => source.PortionId);
        return new DraftContent(
            [.. portions.Select(portion => DraftPortion.Of(portion, byPortion[portion.Id]))],
            [.. byPortion[null].Select(DraftPortion.SpecOf)]);
    }
}
