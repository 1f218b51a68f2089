using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Receipts;

/// <summary>
/// Says that a version arrived: the person or machine client it was delivered to, or anybody of the organization.
/// Whoever says it again is given the receipt there is.
/// </summary>
static class Acknowledge
{
    /// <summary>What it takes.</summary>
    public sealed record Input(string Version, string? Note);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var (viewer, now) = (work.Viewer, work.Now);
        var key = NodeIds.KeyOf(input.Version, nameof(ProductVersion));
        Guid?[] names =
            [viewer.PersonId, viewer.ServiceClientId, viewer.PersonId is null ? null : viewer.OrganizationId];
        Guid[] recipients = [.. names.OfType<Guid>()];
        // What is delivered to the caller himself comes before what his organization got.
        var deliveries = await work.Visible<Delivery>()
            .Where(delivery => delivery.VersionId == key
                && recipients.Contains(delivery.RecipientId)
                && delivery.DeliveredAt <= now)
            .OrderBy(delivery => delivery.OrganizationId != null)
            .ThenBy(delivery => delivery.DeliveredAt)
            .Select(delivery => new { delivery.Id, delivery.VersionId, delivery.OriginatorId })
            .ToListAsync(cancellationToken);
        if (deliveries.Count == 0)
        {
            return Outcome.Refused(NotFoundError.Of("delivery"));
        }

        if (RecallRules.CheckText("note", input.Note, isRequired: false) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        await work.WaitForAsync(
            $"acknowledge {deliveries[0].VersionId} {viewer.PersonId ?? viewer.ServiceClientId}", cancellationToken);
        Guid[] ids = [.. deliveries.Select(delivery => delivery.Id)];
        var given = await work.All<Receipt>()
            .Where(receipt => ids.Contains(receipt.DeliveryId)
                && receipt.PersonId == viewer.PersonId
                && receipt.ServiceClientId == viewer.ServiceClientId)
            .Select(receipt => new { receipt.Id, receipt.DeliveryId })
            .ToListAsync(cancellationToken);
        var first = given.Find(receipt => receipt.DeliveryId == ids[0])?.Id;
        foreach (var delivery in deliveries.Where(d => given.TrueForAll(receipt => receipt.DeliveryId != d.Id)))
        {
            var receipt = new Receipt
            {
                Id = Guid.NewGuid(),
                DeliveryId = delivery.Id,
                VersionId = delivery.VersionId,
                OriginatorId = delivery.OriginatorId,
                PersonId = viewer.PersonId,
                ServiceClientId = viewer.ServiceClientId,
                RecipientOrganizationId = viewer.OrganizationId,
                Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
                AcknowledgedAt = now,
            };
            work.Add(receipt);
            first ??= receipt.Id;
        }

        return Outcome.Done(first!.Value);
    }
}
