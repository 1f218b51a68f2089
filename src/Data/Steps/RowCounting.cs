using GraphApi.Data.Queries;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Steps;

/// <summary>
/// Counts all rows of the lists that pages are of, filtered as the pages are: one statement for all parents.
/// </summary>
/// <param name="Count">Counts, given the keys of the parents (none at the root).</param>
/// <param name="Arguments">The arguments of the connection.</param>
sealed record RowCounting(
    Func<DbContext, ArgumentValues, Guid[], CancellationToken, ValueTask<List<RowCount>>> Count,
    ArgumentValues Arguments);
