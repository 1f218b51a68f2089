using System.Data.Common;
using GraphApi.Data.Loading;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Reference;

/// <summary>
/// Puts the reference tables into a database: part of every start, since products, organizations and imports refer
/// to them.
/// </summary>
static class ReferenceLoader
{
    // "reference" cut to eight characters of ASCII: nobody else's number.
    const long AdvisoryLock = 0x7265_6665_7265_6E63;

    const string CountRows =
        "SELECT (SELECT count(*) FROM sectors) + (SELECT count(*) FROM topics) + (SELECT count(*) FROM disciplines)"
        + " + (SELECT count(*) FROM community_lifelines) + (SELECT count(*) FROM jurisdictions)";

    static readonly long Expected = SectorTable.All.Count + TopicTable.All.Count + CommunityLifelineTable.All.Count
        + DisciplineTable.All.Count + JurisdictionTable.All.Count;

    /// <summary>
    /// Whether at least as many reference rows are there as are known here. One statement, for every start; a
    /// database whose rows are fewer is to be completed by <see cref="EnsureAsync(DbContext, CancellationToken)"/>.
    /// </summary>
    public static async Task<bool> IsCompleteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = CountRows;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken)) >= Expected;
    }

    /// <summary>
    /// Inserts the reference rows that are not there yet, found by their identifier. Rows that are there stay as
    /// they are: an operator may have renamed a topic.
    /// </summary>
    public static async Task EnsureAsync(DbContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            // Two nodes may start at once; SQLite's transaction is a lock by itself.
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        }

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
