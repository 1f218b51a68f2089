using GraphApi.Distribution.AccessRecords;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Ledger;

/// <summary>
/// That a version was read, once for each sort of recipient as whom it may have been delivered to who read it.
/// </summary>
sealed class LedgerRead
{
    /// <summary>The version.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Who read it: the person, the machine client, or the organization of either.</summary>
    public required Guid ReaderId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>
    /// The reads of some versions, for a join by version and reader. It may seem wise to ask for each delivery whether
    /// its recipient is the person, the client or the organization of a read: that looks through all reads for each.
    /// </summary>
    /// <param name="context">A database; the whole query sets row rules aside.</param>
    /// <param name="versions">The versions.</param>
    public static IQueryable<LedgerRead> Of(DbContext context, Guid[] versions)
    {
        var reads = context.Set<AccessRecord>().IgnoreQueryFilters().Where(read =>
            read.Kind == AccessRecordKind.ContentRead && versions.Contains(read.VersionId!.Value));
        return reads.Where(read => read.PersonId != null)
            .Select(read => new LedgerRead
            {
                VersionId = read.VersionId!.Value,
                ReaderId = read.PersonId!.Value,
                At = read.At,
            })
            .Concat(reads.Where(read => read.ServiceClientId != null)
                .Select(read => new LedgerRead
                {
                    VersionId = read.VersionId!.Value,
                    ReaderId = read.ServiceClientId!.Value,
                    At = read.At,
                }))
            .Concat(reads.Where(read => read.OrganizationId != null)
                .Select(read => new LedgerRead
                {
                    VersionId = read.VersionId!.Value,
                    ReaderId = read.OrganizationId!.Value,
                    At = read.At,
                }));
    }
}
