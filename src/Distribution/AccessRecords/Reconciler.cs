using GraphApi.Data.Databases;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Compares the reads of a day with the audiences that products were delivered to. It does not look at entitlements,
/// which decided then: it works out from publications, lists, memberships, roles, releases and grants, and from the
/// history of their states, who was meant to read, so that a mistake in the former shows.
/// </summary>
sealed class Reconciler(Database<AccessContext> database, TimeProvider time)
{
    /// <summary>"recon" in ASCII: nobody else's number.</summary>
    const long AdvisoryLock = 0x7265_636f_6e;

    /// <summary>
    /// The days that were not compared yet, oldest first: from that of the first read, or the last alone where nothing
    /// was read.
    /// </summary>
    /// <param name="last">The last day that is over, in UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<DateOnly>> FindDueAsync(DateOnly last, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var first = await context.Set<AccessRecord>()
            .Where(record => record.VersionId != null && record.Kind != AccessRecordKind.RecordRead)
            .MinAsync(record => (DateTime?)record.At, cancellationToken);
        var from = first is { } at && DateOnly.FromDateTime(at) < last ? DateOnly.FromDateTime(at) : last;
        var compared = await context.Set<AccessReconciliation>()
            .Where(run => run.Day >= from)
            .Select(run => run.Day)
            .ToHashSetAsync(cancellationToken);
        return
        [
            .. Enumerable.Range(0, last.DayNumber - from.DayNumber + 1)
                .Select(from.AddDays)
                .Where(day => !compared.Contains(day)),
        ];
    }

    /// <summary>
    /// Compares a day and keeps what is found. Nodes that do it at the same time do it once.
    /// </summary>
    /// <param name="day">The day, in UTC; it should be over.</param>
    /// <param name="again">Whether to compare a day that was compared before.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public async Task<ReconciliationResult> RunAsync(DateOnly day, bool again, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({AdvisoryLock})", cancellationToken);
        }

        var known = await context.Set<AccessReconciliation>()
            .Where(run => run.Day == day)
            .OrderByDescending(run => run.At)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is not null && !again)
        {
            return new ReconciliationResult(day, known.Reads, known.Outside, IsNew: false);
        }

        var from = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var to = from.AddDays(1);
        var reads = await context.Set<AccessRecord>().LongCountAsync(
            record => record.VersionId != null && record.Kind != AccessRecordKind.RecordRead
                && record.At >= from && record.At < to,
            cancellationToken);
        var outside = await FindOutsideAsync(context, day, from, to, cancellationToken);
        var run = new AccessReconciliation
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Day = day,
            At = AccessRecord.Moment(time.GetUtcNow().UtcDateTime),
            Reads = reads,
            Outside = outside.Count,
            PolicyVersion = HandlingPolicy.Version,
        };
        var writer = BulkWriter.For(context);
        await writer.WriteAsync(
            context.Model.FindEntityType(typeof(AccessReconciliation))!, [run], cancellationToken);
        await writer.WriteAsync(
            context.Model.FindEntityType(typeof(AccessFinding))!,
            outside.ConvertAll(read => new AccessFinding
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                ReconciliationId = run.Id,
                RecordId = read.RecordId,
                VersionId = read.VersionId,
                OriginatorId = read.OriginatorId,
                Day = day,
                FoundAt = run.At,
            }),
            cancellationToken);
        await new ChainHeads(time).SweepAsync(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ReconciliationResult(day, run.Reads, run.Outside, IsNew: true);
    }

    static Task<List<OutsideRead>> FindOutsideAsync(
        AccessContext context, DateOnly day, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        context.Database
            .SqlQueryRaw<OutsideRead>(OutsideReads.Sql(context.Database.IsNpgsql()), from, to, day)
            .ToListAsync(cancellationToken);
}
