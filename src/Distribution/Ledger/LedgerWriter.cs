using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Ledger;

/// <summary>Writes the ledger of a release: everybody whom its rights reach, in one statement.</summary>
static class LedgerWriter
{
    /// <summary>Writes it and says how many recipients there are.</summary>
    /// <param name="work">The transaction; what the rights come from was written in it.</param>
    /// <param name="publication">The publication.</param>
    /// <param name="rights">The rights that it gives.</param>
    /// <param name="portions">The portions of the version.</param>
    /// <param name="isAcknowledgementRequired">Whether recipients are to acknowledge.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> WriteAsync(
        UnitOfWork work,
        Publication publication,
        IReadOnlyCollection<Entitlement> rights,
        IReadOnlyCollection<Portion> portions,
        bool isAcknowledgementRequired,
        CancellationToken cancellationToken)
    {
        var recipients = new RecipientSet(rights, work.Now);
        if (recipients.IsEmpty)
        {
            return 0;
        }

        var ordinals = default(PortionSet);
        foreach (var portion in portions)
        {
            ordinals.Add(portion.Ordinal);
        }

        return await work.ExecuteAsync(
            recipients.Statement(
                $"""
                INSERT INTO deliveries (
                    publication_id, version_id, product_id, originator_id, recipient_id, person_id, organization_id,
                    service_client_id, recipient_organization_id, rule, list_id, channel, portions, requires,
                    is_acknowledgement_required, delivered_at)
                SELECT {publication.Id}, {publication.VersionId}, {publication.ProductId}, {publication.OriginatorId},
                    recipient_id, person_id, organization_id, service_client_id, recipient_organization_id, rule,
                    list_id, CASE WHEN service_client_id IS NULL THEN 'Portal' ELSE 'Api' END, {ordinals.ToBytes()},
                    {recipients.Requires}, {isAcknowledgementRequired}, {publication.EffectiveAt}
                FROM recipients
                """),
            cancellationToken);
    }
}
