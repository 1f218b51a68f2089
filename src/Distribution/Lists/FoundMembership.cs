using GraphApi.Data.Bindings;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>A membership that somebody wants to change, and its list.</summary>
/// <param name="Membership">The membership.</param>
/// <param name="List">The list.</param>
sealed record FoundMembership(ListMembership Membership, DistributionList List)
{
    /// <summary>The membership of an id, where the viewer may know of it; else null.</summary>
    public static async Task<FoundMembership?> FindAsync(
        UnitOfWork work, string id, CancellationToken cancellationToken)
    {
        var key = NodeIds.KeyOf(id, nameof(ListMembership)) ?? Guid.Empty;
        // The row as it is, with the ids of persons that the viewer may not know: they are compared, never answered.
        return await work.Visible<ListMembership>().FirstOrDefaultAsync(row => row.Id == key, cancellationToken)
            is { } membership
                ? new FoundMembership(
                    membership,
                    await work.All<DistributionList>().SingleAsync(
                        list => list.Id == membership.ListId, cancellationToken))
                : null;
    }
}
