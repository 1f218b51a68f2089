using GraphApi.Data.Bindings;
using GraphApi.Distribution.Products;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>How often a version was read, without telling by whom.</summary>
/// <param name="Reads">How many requests read it; null: too few readers to be told.</param>
/// <param name="Readers">How many persons and machine clients read it; null: too few to be told.</param>
/// <param name="Organizations">For how many organizations it was read; null: too few readers to be told.</param>
/// <param name="IsSuppressed">Whether there are too few readers to be told.</param>
sealed record AccessSummary(int? Reads, int? Readers, int? Organizations, bool IsSuppressed)
{
    // With fewer a count tells who it was.
    const int FewestReaders = 5;

    /// <summary>
    /// The counts of a version for those who oversee its center; null: there is no such version, or it is of a center
    /// the caller does not oversee. Records of single reads are not theirs to see, so that it is decided here who may
    /// know the counts, and not by the row rule of records.
    /// </summary>
    public static async ValueTask<AccessSummary?> LoadAsync(
        DistributionSession session, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var id = NodeIds.KeyOf(arguments.Get<string>("productVersion"), nameof(ProductVersion));
        session.NoteRead(RecordSubject.Records(id, id));
        if (id is not { } versionId)
        {
            return null;
        }

        var context = await session.GetTypedContextAsync(cancellationToken);
        var (centers, isAuditor) = (session.Viewer.OversightCenterIds, session.Viewer.IsAuditor);
        var isTheirs = await context.Set<ProductVersion>().IgnoreQueryFilters().AnyAsync(
            version => version.Id == versionId && (isAuditor || centers.Contains(version.OriginatorId)),
            cancellationToken);
        if (!isTheirs)
        {
            return null;
        }

        var reads = context.Set<AccessRecord>().IgnoreQueryFilters().Where(record =>
            record.VersionId == versionId && record.Kind == AccessRecordKind.ContentRead);
        var readers = await reads.Select(record => record.PersonId ?? record.ServiceClientId).Distinct()
            .CountAsync(cancellationToken);
        if (readers is > 0 and < FewestReaders)
        {
            return new AccessSummary(null, null, null, IsSuppressed: true);
        }

        return new AccessSummary(
            await reads.CountAsync(cancellationToken),
            readers,
            await reads.Where(record => record.OrganizationId != null).Select(record => record.OrganizationId)
                .Distinct().CountAsync(cancellationToken),
            IsSuppressed: false);
    }
}
