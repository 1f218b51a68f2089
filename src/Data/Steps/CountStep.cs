using GraphApi.Data.Paging;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>
/// <c>totalCount</c> of connections: one statement for all pages of a level that came of one selection.
/// </summary>
sealed class CountStep(string coordinate) : DataStep
{
    protected override async ValueTask<object?[]> ReadAsync(
        DbContext db,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        var results = new object?[parents.Length];
        var pages = Enumerable.Range(0, parents.Length).Select(i => (Index: i, Page: (Page)parents.Span[i])).ToList();
        foreach (var group in pages.GroupBy(p => p.Page.Counting))
        {
            Guid[] keys = [.. group.Select(p => p.Page.ParentKey).Distinct()];
            var counts = await group.Key.Count(db, group.Key.Arguments, keys, cancellationToken);
            var byKey = counts.ToDictionary(c => c.ParentKey, c => c.Count);
            foreach (var (index, page) in group)
            {
                results[index] = byKey.GetValueOrDefault(page.ParentKey);
            }
        }

        return results;
    }

    public override string ToString() => $"Count {coordinate}";
}
