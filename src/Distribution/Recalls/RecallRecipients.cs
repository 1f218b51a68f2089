using System.Globalization;
using System.Runtime.CompilerServices;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Everybody who has what is recalled: to whom the ledger says it was delivered, whom its rights reached until now, and
/// who read it by whatever right; each once. Written in one statement.
/// </summary>
static class RecallRecipients
{
    const string None = """
        WITH recipients (recipient_id, person_id, organization_id, service_client_id, recipient_organization_id) AS (
            SELECT person_id, person_id, person_id, person_id, person_id FROM version_authors WHERE 1 = 0)
        """;

    /// <summary>Writes a row a recipient; returns how many there are.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="notice">The notice, written already.</param>
    /// <param name="versions">The versions it is about.</param>
    /// <param name="rights">The rights to the newest of them until now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<int> WriteAsync(
        UnitOfWork work,
        RecallNotice notice,
        IReadOnlyCollection<Guid> versions,
        IReadOnlyCollection<Entitlement> rights,
        CancellationToken cancellationToken)
    {
        var audience = new RecipientSet(rights, work.Now);
        var statement = Statement(notice, versions);
        return await work.ExecuteAsync(
            audience.IsEmpty
                ? FormattableStringFactory.Create($"{None}\n{statement.Format}", statement.GetArguments())
                : audience.Statement(statement),
            cancellationToken);
    }

    /// <summary>The narrowest TLP that every recipient may read: what a message may have at most.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="notice">The notice, its recipients written.</param>
    /// <param name="versions">The versions it is about.</param>
    /// <param name="rights">The rights to the newest of them until now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Tlp> CeilingAsync(
        UnitOfWork work,
        RecallNotice notice,
        IReadOnlyCollection<Guid> versions,
        IReadOnlyCollection<Entitlement> rights,
        CancellationToken cancellationToken)
    {
        if (notice.IsPublic)
        {
            return Tlp.Clear;
        }

        var responses = work.All<RecallResponse>().Where(response => response.NoticeId == notice.Id);
        var clients = await responses.Where(response => response.ServiceClientId != null)
            .Select(response => response.ServiceClient!.TlpCeiling)
            .Distinct()
            .ToListAsync(cancellationToken);
        var reachesClientsOfMembers = rights.Any(right => right.Kind == EntitlementKind.ListClients)
            || await work.All<Delivery>().AnyAsync(
                delivery => versions.Contains(delivery.VersionId)
                    && delivery.Rule == DeliveryRule.OrganizationMembership,
                cancellationToken);

        // TLP:RED is for named persons, and TLP:AMBER+STRICT does not reach the clients of an organization.
        var isForPersons = !await responses.AnyAsync(response => response.PersonId == null, cancellationToken);
        var widest = reachesClientsOfMembers ? Tlp.Amber : isForPersons ? Tlp.Red : Tlp.AmberStrict;
        return clients.Append(widest).Min();
    }

    // Who reads for an organization that is a recipient is told as one of its people, as long as he is one. Most
    // recipients have read it: they are left out first, by a set operation, which is one pass whatever the numbers. It
    // may seem wise to do that with NOT EXISTS or NOT IN: PostgreSQL, which expects a row where there are tens of
    // thousands, or more than fit into its memory, would look through all of them for each read.
    static FormattableString Statement(RecallNotice notice, IReadOnlyCollection<Guid> versions)
    {
        var values = new List<object?> { notice.Id, notice.OriginatorId, notice.IssuedAt };
        var ids = string.Join(", ", versions.Select((id, i) =>
        {
            values.Add(id);
            return string.Create(CultureInfo.InvariantCulture, $"{{{i + 3}}}");
        }));
        return FormattableStringFactory.Create(
            $$"""
            , given AS (
                SELECT recipient_id, person_id, organization_id, service_client_id, recipient_organization_id,
                    delivered_at
                FROM deliveries WHERE version_id IN ({{ids}})),
            reads AS (
                SELECT coalesce(person_id, service_client_id) AS recipient_id, person_id, service_client_id,
                    organization_id, at
                FROM access_records
                WHERE version_id IN ({{ids}}) AND kind = 'ContentRead' AND coalesce(basis, '') <> 'Home'
                    AND coalesce(person_id, service_client_id) IS NOT NULL),
            others AS (
                SELECT recipient_id FROM reads
                EXCEPT SELECT recipient_id FROM given
                EXCEPT SELECT recipient_id FROM recipients),
            readers AS (
                SELECT r.recipient_id, r.person_id, r.service_client_id,
                    r.organization_id AS recipient_organization_id, r.at
                FROM others o JOIN reads r ON r.recipient_id = o.recipient_id
                WHERE NOT EXISTS (
                    SELECT 1 FROM people p
                    WHERE p.id = r.person_id AND p.organization_id IN (
                        SELECT organization_id FROM given WHERE organization_id IS NOT NULL
                        UNION SELECT organization_id FROM recipients WHERE organization_id IS NOT NULL))),
            known (recipient_id, person_id, organization_id, service_client_id, recipient_organization_id, basis, place,
                at) AS (
                SELECT recipient_id, person_id, organization_id, service_client_id, recipient_organization_id,
                    'Ledger', 0, delivered_at
                FROM given
                UNION ALL
                SELECT recipient_id, person_id, organization_id, service_client_id, recipient_organization_id,
                    'Audience', 1, NULL
                FROM recipients
                UNION ALL
                SELECT recipient_id, person_id, NULL, service_client_id, recipient_organization_id, 'Read', 2, at
                FROM readers)
            INSERT INTO recall_responses (
                notice_id, originator_id, recipient_id, person_id, organization_id, service_client_id,
                recipient_organization_id, basis, was_entitled, state, created_at, updated_at)
            SELECT {0}, {1}, recipient_id, person_id, organization_id, service_client_id, recipient_organization_id,
                basis, was_entitled = 1, 'Notified', {2}, {2}
            FROM (
                SELECT known.*, row_number() OVER (PARTITION BY recipient_id ORDER BY place, at DESC) AS nth,
                    max(CASE WHEN place = 1 THEN 1 ELSE 0 END) OVER (PARTITION BY recipient_id) AS was_entitled
                FROM known) AS ranked
            WHERE nth = 1
            """,
            [.. values]);
    }
}
