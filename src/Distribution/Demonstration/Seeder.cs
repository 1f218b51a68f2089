using System.Threading.Channels;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Fills a migrated database with demonstration data, all or nothing. Rows are made on one thread and written on
/// another, in batches, so that memory stays bounded however large the set.
/// </summary>
/// <param name="context">The database, without row rules.</param>
/// <param name="time">The clock; everything is dated back from its day.</param>
/// <param name="progress">Told after every batch of a table; null: nobody is told.</param>
sealed class Seeder(AccessContext context, TimeProvider time, IProgress<SeedProgress>? progress)
{
    readonly Dictionary<string, long> _written = [];

    /// <summary>Whether there are centers, organizations or products.</summary>
    public static async Task<bool> HoldsDataAsync(AccessContext context, CancellationToken cancellationToken) =>
        await context.Set<Product>().AnyAsync(cancellationToken)
        || await context.Set<Organization>().AnyAsync(cancellationToken)
        || await context.Set<Centers.FusionCenter>().AnyAsync(cancellationToken);

    /// <summary>
    /// Writes the set of a size. Does nothing where the database holds centers, organizations or products already,
    /// unless
    /// <paramref name="replace"/> says to delete all of them first.
    /// </summary>
    public async Task<SeedResult> SeedAsync(SeedSize size, bool replace, CancellationToken cancellationToken)
    {
        if (!replace && await HoldsDataAsync(context, cancellationToken))
        {
            return new SeedResult(false, size, _written);
        }

        await ReferenceLoader.EnsureAsync(context, cancellationToken);
        context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var frame = new SeedFrame(size, time.GetUtcNow().UtcDateTime);
        if (context.Database.IsNpgsql())
        {
            await LoadPostgreSqlAsync(frame, cancellationToken);
        }
        else
        {
            await LoadSqliteAsync(frame, cancellationToken);
        }

        await StartLogOverAsync(cancellationToken);
        return new SeedResult(true, size, _written);
    }

    /// <summary>
    /// Has whoever followed the change log take a new snapshot: what there was is gone, and nobody was told of it.
    /// </summary>
    async Task StartLogOverAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ChangeRetention.StartOverAsync(context, time.GetUtcNow().UtcDateTime, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    async Task LoadPostgreSqlAsync(SeedFrame frame, CancellationToken cancellationToken)
    {
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await ExecuteAsync("SET LOCAL synchronous_commit = off", cancellationToken);
            var connection = (NpgsqlConnection)transaction.GetDbTransaction().Connection!;
            var refusals = await SuspendedTriggers.SuspendAsync(connection, Names().ToHashSet(), cancellationToken);
            await ExecuteAsync($"TRUNCATE {string.Join(", ", Tables())} CASCADE", cancellationToken);
            await refusals.RestoreAsync(cancellationToken);
            var suspended = await SuspendedConstraints.SuspendAsync(connection, cancellationToken);
            await WriteAsync(frame, cancellationToken);
            await suspended.RestoreAsync(new IndexProgress(progress), cancellationToken);
            await MemberCounts.RefreshAsync(context, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        // Statistics for the planner, and the visibility map that index-only scans need.
        progress?.Report(new SeedProgress("statistics", 0, 1));
        await ExecuteAsync($"VACUUM (ANALYZE) {string.Join(", ", Tables())}", cancellationToken);
        progress?.Report(new SeedProgress("statistics", 1, 1));
    }

    async Task LoadSqliteAsync(SeedFrame frame, CancellationToken cancellationToken)
    {
        // Demonstration data can be made again: not waiting for the disk is worth more than surviving a power cut.
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await ExecuteAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000", cancellationToken);
            await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
            {
                await ExecuteAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
                var connection = context.Database.GetDbConnection();
                var suspended = await SuspendedTriggers.SuspendAsync(
                    connection, Names().ToHashSet(), cancellationToken);
                foreach (var table in Tables().Reverse())
                {
                    await ExecuteAsync($"DELETE FROM {table}", cancellationToken);
                }

                await suspended.RestoreAsync(cancellationToken);

                await WriteAsync(frame, cancellationToken);
                await MemberCounts.RefreshAsync(context, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            await ExecuteAsync("ANALYZE", cancellationToken);
            await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = NORMAL", cancellationToken);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    async Task WriteAsync(SeedFrame frame, CancellationToken cancellationToken)
    {
        var batches = Channel.CreateBounded<RowBatch>(2);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var making = Task.Run(() => MakeAsync(frame, batches.Writer, stop.Token), stop.Token);
        var writer = BulkWriter.For(context);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var type in LoadOrder.Types)
                {
                    await WriteAsync(frame, writer, type, batch.Of(type), cancellationToken);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        await making;
    }

    static async Task MakeAsync(SeedFrame frame, ChannelWriter<RowBatch> batches, CancellationToken cancellationToken)
    {
        // What goes wrong here is seen by the reader when it awaits this task, before it commits.
        try
        {
            foreach (var batch in SyntheticSet.Batches(frame))
            {
                await batches.WriteAsync(batch, cancellationToken);
            }
        }
        finally
        {
            batches.Complete();
        }
    }

    async Task WriteAsync(
        SeedFrame frame,
        IBulkWriter writer,
        Type type,
        IReadOnlyList<object> rows,
        CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entityType = context.Model.FindEntityType(type)!;
        await writer.WriteAsync(entityType, rows, cancellationToken);
        var table = entityType.GetTableName()!;
        _written[table] = _written.GetValueOrDefault(table) + rows.Count;
        progress?.Report(new SeedProgress(table, _written[table], TotalOf(frame.Plan, type)));
    }

    static long? TotalOf(SeedPlan plan, Type type) =>
        type == typeof(Centers.FusionCenter) ? plan.Centers
        : type == typeof(Organization) ? plan.Organizations
        : type == typeof(Person) ? plan.Partners + plan.Staff
        : type == typeof(Lists.DistributionList) ? plan.Centers * plan.ListsPerCenter
        : type == typeof(Product) ? plan.Products
        : null;

    // What imports wrote goes with the rows that it became.
    IEnumerable<string> Tables()
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return Names().Select(sql.DelimitIdentifier);
    }

    IEnumerable<string> Names() => LoadOrder.Types.Append(typeof(Import.ImportRecord))
        .Select(type => context.Model.FindEntityType(type)!.GetTableName()!);

    // Table names come from the model: nothing a caller gives gets into these statements.
    Task<int> ExecuteAsync(string statement, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlRawAsync(statement, cancellationToken);

    sealed class IndexProgress(IProgress<SeedProgress>? progress) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) =>
            progress?.Report(new SeedProgress("indexes and constraints", value.Done, value.Total));
    }
}
