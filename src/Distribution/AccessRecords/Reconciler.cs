using GraphApi.Data.Databases;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Compares the reads of a day with the audiences that products were delivered to. It does not look at entitlements,
/// which decided then: it works out from publications, lists, memberships, roles, releases and grants who was meant to
/// read, so that a mistake in the former shows.
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
            .Where(record => record.Kind == AccessRecordKind.ContentRead)
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
            record => record.Kind == AccessRecordKind.ContentRead && record.At >= from && record.At < to,
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

    // One statement, the same on both databases, in the words of those who wrote the rules: it shares no code with what
    // decides on a read, on purpose.
    static Task<List<OutsideRead>> FindOutsideAsync(
        AccessContext context, DateOnly day, DateTime from, DateTime to, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<OutsideRead>(
            $"""
            SELECT r.id AS "RecordId", r.version_id AS "VersionId", r.originator_id AS "OriginatorId"
            FROM access_records r
            WHERE r.kind = 'ContentRead' AND r.at >= {from} AND r.at < {to}
            -- Staff of the originating center.
            AND NOT EXISTS (
                SELECT 1 FROM role_assignments a
                JOIN product_versions v ON v.id = r.version_id AND v.originator_id = a.center_id
                WHERE a.person_id = r.person_id
                    AND a.role IN ('Analyst', 'Supervisor', 'CenterDirector', 'PcrclOfficer')
                    AND a.starts_on <= {day} AND (a.ends_on IS NULL OR a.ends_on > {day}))
            -- A grant of two persons, of the version's product or its center, while it was open.
            AND NOT EXISTS (
                SELECT 1 FROM access_grants g
                JOIN product_versions v ON v.id = r.version_id AND v.originator_id = g.originator_id
                WHERE g.id = r.grant_id AND g.grantee_id = r.person_id
                    AND (g.product_id IS NULL OR g.product_id = v.product_id)
                    AND g.starts_at <= r.at AND g.expires_at > r.at
                    AND g.decided_by_id <> g.grantee_id)
            -- A publication that was in force, to somebody the reader was.
            AND NOT EXISTS (
                SELECT 1 FROM publications b
                JOIN product_versions v ON v.id = b.version_id
                JOIN products p ON p.id = v.product_id
                WHERE b.version_id = r.version_id AND b.effective_at <= r.at
                    AND (v.valid_until IS NULL OR v.valid_until > r.at)
                    AND (v.state IN ('Published', 'Scheduled') OR v.updated_at > r.at)
                    AND (
                        -- Released to the public: nothing in it that is not clear.
                        (v.is_public_release_approved AND NOT p.is_exercise AND NOT EXISTS (
                            SELECT 1 FROM portions q WHERE q.version_id = v.id
                                AND (q.tlp <> 'Clear' OR q.requires <> 0 OR q.originator_control <> 'None')))
                        -- Named as a recipient: a person, or the organization of one unless it is for named persons.
                        OR (r.person_id IS NOT NULL
                            AND NOT EXISTS (
                                SELECT 1 FROM portions q WHERE q.version_id = v.id
                                    AND CAST(q.dissemination_controls AS text) LIKE '%DlOnly%')
                            AND EXISTS (
                                SELECT 1 FROM publication_recipients n WHERE n.publication_id = b.id
                                    AND (n.person_id = r.person_id
                                        OR (n.organization_id = r.organization_id AND NOT EXISTS (
                                            SELECT 1 FROM portions q WHERE q.version_id = v.id AND q.tlp = 'Red')))))
                        -- On a list it went to, by himself or through the organization; never what is for named
                        -- persons, and a machine client only from lists it was granted.
                        OR (EXISTS (
                                SELECT 1 FROM publication_lists l
                                JOIN list_memberships m ON m.list_id = l.list_id
                                WHERE l.publication_id = b.id
                                    AND (m.person_id = r.person_id OR m.organization_id = r.organization_id
                                        OR m.service_client_id = r.service_client_id)
                                    AND m.granted_at <= r.at AND (m.expires_at IS NULL OR m.expires_at > r.at)
                                    AND (m.state = 'Active' OR m.updated_at > r.at)
                                    AND (r.service_client_id IS NULL OR EXISTS (
                                        SELECT 1 FROM service_client_lists c
                                        WHERE c.service_client_id = r.service_client_id AND c.list_id = l.list_id)))
                            AND NOT EXISTS (
                                SELECT 1 FROM portions q WHERE q.version_id = v.id AND q.tlp = 'Red'))
                        -- A client of an organization on a list that extends to clients, up to TLP:AMBER.
                        OR (r.person_id IS NOT NULL
                            AND EXISTS (
                                SELECT 1 FROM publication_lists l
                                JOIN distribution_lists d ON d.id = l.list_id AND d.client_audience_id IS NOT NULL
                                JOIN list_memberships m ON m.list_id = l.list_id
                                JOIN organization_clients c ON c.organization_id = m.organization_id
                                WHERE l.publication_id = b.id AND c.client_id = r.organization_id
                                    AND m.granted_at <= r.at AND (m.expires_at IS NULL OR m.expires_at > r.at)
                                    AND (m.state = 'Active' OR m.updated_at > r.at))
                            AND NOT EXISTS (
                                SELECT 1 FROM portions q WHERE q.version_id = v.id
                                    AND (q.tlp IN ('Red', 'AmberStrict')
                                        OR CAST(q.dissemination_controls AS text) LIKE '%DlOnly%')))))
            """).ToListAsync(cancellationToken);
}
