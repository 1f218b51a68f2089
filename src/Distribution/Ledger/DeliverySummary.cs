using GraphApi.Distribution.Import;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Ledger;

/// <summary>To how many a version was given, and what became of it, without telling to whom.</summary>
/// <param name="Recipients">To how many; null: too few to be told.</param>
/// <param name="ByKind">By the kind of their organization; <c>STAFF</c>: without one.</param>
/// <param name="Opened">How many of them read something of it; null: too few to be told.</param>
/// <param name="Acknowledged">How many of them said that it arrived; null: too few to be told.</param>
sealed record DeliverySummary(
    int? Recipients, IReadOnlyList<RecipientCount> ByKind, int? Opened, int? Acknowledged)
{
    /// <summary>What recipients without an organization are called.</summary>
    public const string Staff = "STAFF";

    /// <summary>
    /// One summary a version, in order. Who may ask is the field's rule; the deliveries themselves are not his to see.
    /// </summary>
    public static async ValueTask<IReadOnlyList<DeliverySummary>> LoadAsync(
        DistributionSession session, IReadOnlyList<ProductVersion> versions, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var ids = versions.Select(version => version.Id).Distinct().ToArray();
        var deliveries = context.Set<Delivery>().IgnoreQueryFilters()
            .Where(delivery => ids.Contains(delivery.VersionId));
        var kinds = await (
                from delivery in deliveries
                join row in context.Set<Organization>() on delivery.RecipientOrganizationId equals row.Id into rows
                from organization in rows.DefaultIfEmpty()
                group delivery by new { delivery.VersionId, Kind = (StakeholderKind?)organization.Kind } into same
                select new { same.Key.VersionId, same.Key.Kind, Count = same.Count() })
            .ToListAsync(cancellationToken);
        var readers = LedgerRead.Of(context, ids).Select(read => new { read.VersionId, read.ReaderId }).Distinct();
        var opened = await CountAsync(
            deliveries.Join(
                readers,
                delivery => new { delivery.VersionId, ReaderId = delivery.RecipientId },
                read => new { read.VersionId, read.ReaderId },
                (delivery, _) => delivery),
            cancellationToken);
        var acknowledged = await CountAsync(
            deliveries.Where(delivery => context.Set<Receipt>().Any(receipt => receipt.DeliveryId == delivery.Id)),
            cancellationToken);
        return
        [
            .. versions.Select(version =>
            {
                var found = kinds.Where(row => row.VersionId == version.Id)
                    .Select(row => (Name: row.Kind is { } kind ? EnumNames.Of(kind) : Staff, row.Count))
                    .OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
                var (whole, parts) = SmallCounts.Parts([.. found.Select(row => row.Count)]);
                var all = found.Sum(row => row.Count);
                return new DeliverySummary(
                    whole,
                    [.. found.Select((row, place) => new RecipientCount(row.Name, parts[place]))],
                    SmallCounts.Told(all, opened.GetValueOrDefault(version.Id)),
                    SmallCounts.Told(all, acknowledged.GetValueOrDefault(version.Id)));
            }),
        ];
    }

    static Task<Dictionary<Guid, int>> CountAsync(
        IQueryable<Delivery> deliveries, CancellationToken cancellationToken) =>
        deliveries.GroupBy(delivery => delivery.VersionId)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
}
