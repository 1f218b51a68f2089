using GraphApi.Data.Loading;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Reference;

/// <summary>
/// Puts the reference tables into a database: part of every start, since products, organizations and imports refer
/// to them.
/// </summary>
static class ReferenceLoader
{
    /// <summary>
    /// Inserts the reference rows that are not there yet, found by their identifier. Rows that are there stay as
    /// they are: an operator may have renamed a topic.
    /// </summary>
    public static async Task EnsureAsync(DbContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = BulkWriter.For(context);
        await EnsureAsync(context, writer, ReferenceRows.Sectors(), row => row.Id, cancellationToken);
        await EnsureAsync(context, writer, ReferenceRows.Topics(), row => row.Id, cancellationToken);
        await EnsureAsync(context, writer, ReferenceRows.Lifelines(), row => row.Id, cancellationToken);
        await EnsureAsync(context, writer, ReferenceRows.Disciplines(), row => row.Id, cancellationToken);
        await EnsureAsync(context, writer, ReferenceRows.Jurisdictions(), row => row.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    static async Task EnsureAsync<T>(
        DbContext context,
        IBulkWriter writer,
        IEnumerable<T> rows,
        Func<T, Guid> idOf,
        CancellationToken cancellationToken)
        where T : class
    {
        var entityType = context.Model.FindEntityType(typeof(T))!;
        var present = await context.Set<T>().AsNoTracking()
            .Select(row => EF.Property<Guid>(row, "Id"))
            .ToHashSetAsync(cancellationToken);
        object[] missing = [.. rows.Where(row => !present.Contains(idOf(row)))];
        await writer.WriteAsync(entityType, missing, cancellationToken);
    }
}
