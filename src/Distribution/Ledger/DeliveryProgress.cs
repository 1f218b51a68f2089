using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Ledger;

/// <summary>What became of a delivery: told to whoever may see the delivery, from reads and receipts.</summary>
/// <param name="State">How far it got.</param>
/// <param name="OpenedAt">When the recipient first read something of it, UTC; null: not yet.</param>
/// <param name="AcknowledgedAt">When he said that it arrived, UTC; null: not yet.</param>
sealed record DeliveryProgress(DeliveryState State, DateTime? OpenedAt, DateTime? AcknowledgedAt)
{
    /// <summary>One progress a delivery, in order, in three statements.</summary>
    public static async ValueTask<IReadOnlyList<DeliveryProgress>> LoadAsync(
        DistributionSession session, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var context = await session.GetTypedContextAsync(cancellationToken);
        var ids = deliveries.Select(delivery => delivery.Id).Distinct().ToArray();
        var acknowledged = await context.Set<Receipt>().IgnoreQueryFilters()
            .Where(receipt => ids.Contains(receipt.DeliveryId))
            .GroupBy(receipt => receipt.DeliveryId)
            .Select(receipts => new { receipts.Key, At = receipts.Min(receipt => receipt.AcknowledgedAt) })
            .ToDictionaryAsync(row => row.Key, row => row.At, cancellationToken);
        var versions = await context.Set<Delivery>().IgnoreQueryFilters()
            .Where(delivery => ids.Contains(delivery.Id))
            .Select(delivery => new { delivery.Id, delivery.VersionId, delivery.RecipientId })
            .ToDictionaryAsync(row => row.Id, row => (row.VersionId, row.RecipientId), cancellationToken);
        Guid[] recipients = [.. versions.Values.Select(row => row.RecipientId).Distinct()];
        var opened = await LedgerRead.Of(context, [.. versions.Values.Select(row => row.VersionId).Distinct()])
            .Where(read => recipients.Contains(read.ReaderId))
            .GroupBy(read => new { read.VersionId, read.ReaderId })
            .Select(reads => new { reads.Key.VersionId, reads.Key.ReaderId, At = reads.Min(read => read.At) })
            .ToDictionaryAsync(row => (row.VersionId, row.ReaderId), row => row.At, cancellationToken);
        return
        [
            .. deliveries.Select(delivery => Of(
                delivery.DeliveredAt,
                opened.TryGetValue(versions[delivery.Id], out var first) ? first : null,
                acknowledged.TryGetValue(delivery.Id, out var at) ? at : null,
                session.Viewer.Now)),
        ];
    }

    static DeliveryProgress Of(DateTime delivered, DateTime? opened, DateTime? acknowledged, DateTime now) => new(
        acknowledged is not null ? DeliveryState.Acknowledged
            : opened is not null ? DeliveryState.Opened
            : delivered <= now ? DeliveryState.Delivered : DeliveryState.Queued,
        opened,
        acknowledged);
}
