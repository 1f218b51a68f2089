using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Publishing;

/// <summary>Whom a version would reach, were it released now, in numbers.</summary>
/// <param name="Recipients">How many; null: too few to be told.</param>
/// <param name="ByKind">By the kind of their organization; <c>STAFF</c>: without one.</param>
/// <param name="BySector">By the sectors of their organization: who is in several counts in each.</param>
/// <param name="ByJurisdiction">By the jurisdictions of their organization, as sectors.</param>
/// <param name="SectorsWithoutRecipients">The sectors it is about of which nobody would receive it.</param>
/// <param name="JurisdictionsWithoutRecipients">The jurisdictions of which nobody would.</param>
/// <param name="Change">What it would change; null: no other version is in force.</param>
/// <param name="Problems">What stands against its release, as far as the caller may know; empty: nothing.</param>
sealed record AudiencePreview(
    int? Recipients,
    IReadOnlyList<RecipientCount> ByKind,
    IReadOnlyList<RecipientCount> BySector,
    IReadOnlyList<RecipientCount> ByJurisdiction,
    IReadOnlyList<string> SectorsWithoutRecipients,
    IReadOnlyList<string> JurisdictionsWithoutRecipients,
    AudienceDelta? Change,
    IReadOnlyList<AudienceError> Problems)
{
    /// <summary>
    /// The preview of a version for those who oversee its center, in full, and for those who wrote it, in numbers that
    /// tell nobody who it is. Whoever writes also chooses who is counted: naming somebody, or marking it so that only
    /// some of those named may have it, must not tell on which lists he is or what he holds. So an author is told whom
    /// the lists reach, roughly, and of problems none that are about who somebody is. Null: there is no such version,
    /// or it is none of theirs.
    /// </summary>
    public static async ValueTask<AudiencePreview?> LoadAsync(
        DistributionSession session, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        if (NodeIds.KeyOf(arguments.Get<string>("productVersion"), nameof(ProductVersion)) is not { } id
            || await context.Set<ProductVersion>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
                is not { } version)
        {
            return null;
        }

        var (viewer, person) = (session.Viewer, session.Viewer.PersonId);
        var isOverseer = viewer.OversightCenterIds.Contains(version.OriginatorId);
        if (!isOverseer
            && !await context.Set<VersionAuthor>().AnyAsync(
                author => author.VersionId == id && author.PersonId == person, cancellationToken))
        {
            return null;
        }

        var product = await context.Set<Product>().IgnoreQueryFilters()
            .SingleAsync(row => row.Id == version.ProductId, cancellationToken);
        var portions = await context.Set<Portion>().IgnoreQueryFilters().Where(row => row.VersionId == id)
            .ToListAsync(cancellationToken);
        var audience = await IntendedAudience.ReadAsync(
            context.Set<VersionList>().IgnoreQueryFilters(),
            context.Set<VersionRecipient>().IgnoreQueryFilters(),
            id,
            cancellationToken);
        var rights = portions.Count == 0 ? [] : audience.RightsOf(product, version, portions, viewer.Now);
        var recipients = RecipientsOf(rights, isOverseer, viewer.Now);
        var counts = await CountAsync(context, recipients, cancellationToken);
        var (sectors, jurisdictions) = await TagsAsync(context, product.Id, cancellationToken);
        var ids = await FindAsync(context, recipients, cancellationToken);
        var change = await ChangeAsync(context, product, version, ids, viewer.Now, isOverseer, cancellationToken);
        List<AudienceError> problems = [.. AudienceFitness.ProblemsOf(product, portions, audience)];
        if (isOverseer)
        {
            problems.AddRange(await AudienceFitness.AbsentAsync(
                context.Set<Organization>().IgnoreQueryFilters(),
                context.Set<Person>().IgnoreQueryFilters(),
                viewer.Now,
                audience,
                cancellationToken));
            if (problems.Count == 0 && ids.Count == 0)
            {
                problems.Add(AudienceFitness.NobodyPresent);
            }
        }

        return Of(ids.Count, counts, sectors, jurisdictions, change, problems, isOverseer);
    }

    static AudiencePreview Of(
        int recipients,
        ILookup<string, (string Name, int Count)> counts,
        List<string> sectors,
        List<string> jurisdictions,
        AudienceDelta? change,
        IReadOnlyList<AudienceError> problems,
        bool isOverseer)
    {
        int? Told(int count) => isOverseer ? count : SmallCounts.Roughly(count);
        IReadOnlyList<RecipientCount> Counts(string dimension) =>
            [.. counts[dimension].Select(row => new RecipientCount(row.Name, Told(row.Count)))];
        return new AudiencePreview(
            Told(recipients),
            [
                .. counts["Kind"].Select(kind => new RecipientCount(
                    kind.Name == DeliverySummary.Staff
                        ? kind.Name
                        : EnumNames.Of(Enum.Parse<StakeholderKind>(kind.Name)),
                    Told(kind.Count))),
            ],
            Counts("Sector"),
            Counts("Jurisdiction"),
            [.. sectors.Except(counts["Sector"].Select(row => row.Name))],
            [.. jurisdictions.Except(counts["Jurisdiction"].Select(row => row.Name))],
            change,
            problems);
    }

    static async Task<ILookup<string, (string Name, int Count)>> CountAsync(
        DistributionContext context, RecipientSet recipients, CancellationToken cancellationToken)
    {
        if (recipients.IsEmpty)
        {
            return Enumerable.Empty<CountRow>().ToLookup(row => row.Dimension, row => (row.Name, (int)row.Count));
        }

        var rows = await context.Database.SqlQuery<CountRow>(recipients.Statement(
            $"""
            SELECT 'Kind' AS "Dimension", coalesce(o.kind, {DeliverySummary.Staff}) AS "Name", count(*) AS "Count"
            FROM recipients r LEFT JOIN organizations o ON o.id = r.recipient_organization_id
            GROUP BY o.kind
            UNION ALL
            SELECT 'Sector', s.code, count(DISTINCT r.recipient_id)
            FROM recipients r
            JOIN organization_sectors l ON l.organization_id = r.recipient_organization_id
            JOIN sectors s ON s.id = l.sector_id
            GROUP BY s.code
            UNION ALL
            SELECT 'Jurisdiction', j.postal_code, count(DISTINCT r.recipient_id)
            FROM recipients r
            JOIN organization_jurisdictions l ON l.organization_id = r.recipient_organization_id
            JOIN jurisdictions j ON j.id = l.jurisdiction_id
            GROUP BY j.postal_code
            """)).ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.Name, StringComparer.Ordinal)
            .ToLookup(row => row.Dimension, row => (row.Name, (int)row.Count));
    }

    static async Task<List<Guid>> FindAsync(
        DistributionContext context, RecipientSet recipients, CancellationToken cancellationToken) =>
        recipients.IsEmpty ? [] : await context.Database.SqlQuery<Guid>(
            recipients.Statement($"SELECT recipient_id AS \"Value\" FROM recipients")).ToListAsync(cancellationToken);

    static async Task<(List<string> Sectors, List<string> Jurisdictions)> TagsAsync(
        DistributionContext context, Guid product, CancellationToken cancellationToken) => (
        await context.Set<ProductSector>().Where(link => link.ProductId == product)
            .Select(link => link.Sector.Code).Order().ToListAsync(cancellationToken),
        await context.Set<ProductJurisdiction>().Where(link => link.ProductId == product)
            .Select(link => link.Jurisdiction.PostalCode).Order().ToListAsync(cancellationToken));

    static async Task<AudienceDelta?> ChangeAsync(
        DistributionContext context,
        Product product,
        ProductVersion version,
        List<Guid> next,
        DateTime now,
        bool isOverseer,
        CancellationToken cancellationToken)
    {
        if (product.State != ProductState.Current
            || product.CurrentVersionId is not { } current
            || current == version.Id)
        {
            return null;
        }

        var rights = await context.Set<Entitlement>().IgnoreQueryFilters()
            .Where(right => right.VersionId == current && right.IsCurrent)
            .ToListAsync(cancellationToken);
        var present = (await FindAsync(context, RecipientsOf(rights, isOverseer, now), cancellationToken)).ToHashSet();
        var kept = next.Count(present.Contains);
        int? Told(int count) => isOverseer ? count : SmallCounts.Roughly(count);
        return new AudienceDelta(Told(kept), Told(next.Count - kept), Told(present.Count - kept));
    }

    static RecipientSet RecipientsOf(IEnumerable<Entitlement> rights, bool isOverseer, DateTime now) => new(
        [.. rights.Where(right => isOverseer || right.Kind is EntitlementKind.List or EntitlementKind.ListClients)],
        now);

    /// <summary>A row of the statement that counts.</summary>
    sealed record CountRow(string Dimension, string Name, long Count);
}
