using System.Collections.Immutable;
using System.Linq.Expressions;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Recalls;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Reads, without row rules, what a principal's rights are made of. Two statements a principal; both run the same on
/// SQLite and PostgreSQL. Nothing that is not in force at the moment is read.
/// </summary>
static class PrincipalFacts
{
    /// <summary>The person a token's subject names; null: unknown.</summary>
    public static Task<PrincipalRecord?> FindPersonAsync(
        AccessContext context, string subject, DateTime now, CancellationToken cancellationToken) =>
        FindPersonAsync(context, person => person.Subject == subject, now, cancellationToken);

    /// <summary>The person for whom a condition holds; null: none.</summary>
    public static Task<PrincipalRecord?> FindPersonAsync(
        AccessContext context,
        Expression<Func<Partners.Person, bool>> condition,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        return context.Set<Partners.Person>()
            .Where(condition)
            .Select(person => new PrincipalRecord(
                person.Id,
                person.Status == Partners.PrincipalStatus.Active,
                person.Citizenship == Partners.CitizenshipClass.UsPerson,
                person.OrganizationId,
                person.Organization!.Status == Partners.OrganizationStatus.Active,
                person.Organization.Agreements.Any(agreement =>
                    agreement.State == Partners.AgreementState.Active
                    && agreement.EffectiveOn <= today
                    && (agreement.ExpiresOn == null || agreement.ExpiresOn > today)),
                person.OrganizationId == null ? null : person.Organization.GovernmentLevel,
                person.OrganizationId != null && person.Organization.IsDirectoryListed,
                null,
                Array.Empty<AttributeKind>(),
                Array.Empty<string>(),
                null,
                Array.Empty<Products.ProductType>(),
                Array.Empty<string>(),
                null))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The subject of the person whom an identity provider knows by another identifier, as it was recorded; null:
    /// nobody is.
    /// </summary>
    public static Task<string?> FindLinkedSubjectAsync(
        AccessContext context,
        (string IdentityProvider, string Subject) account,
        CancellationToken cancellationToken) =>
        context.Database.SqlQuery<string>(
            $"""
            SELECT p.subject AS "Value"
            FROM account_links l
            JOIN people p ON p.id = l.person_id
            WHERE l.identity_provider = {account.IdentityProvider} AND l.subject = {account.Subject}
            """).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The machine client a token's subject names; null: unknown.</summary>
    public static Task<PrincipalRecord?> FindClientAsync(
        AccessContext context, string clientId, DateTime now, CancellationToken cancellationToken) =>
        FindClientAsync(context, client => client.ClientId == clientId, now, cancellationToken);

    /// <summary>The machine client for which a condition holds; null: none.</summary>
    public static Task<PrincipalRecord?> FindClientAsync(
        AccessContext context,
        Expression<Func<ServiceClient, bool>> condition,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        return context.Set<ServiceClient>()
            .Where(condition)
            .Select(client => new PrincipalRecord(
                client.Id,
                client.State == ClientState.Active
                    && client.ExpiresAt > now
                    && client.Sponsor.Status == Partners.PrincipalStatus.Active,
                false,
                client.OrganizationId,
                client.Organization.Status == Partners.OrganizationStatus.Active,
                client.Organization.Agreements.Any(agreement =>
                    agreement.State == Partners.AgreementState.Active
                    && agreement.EffectiveOn <= today
                    && (agreement.ExpiresOn == null || agreement.ExpiresOn > today)),
                client.Organization.GovernmentLevel,
                client.Organization.IsDirectoryListed,
                client.TlpCeiling,
                client.Attributes,
                client.Scopes,
                client.SponsorId,
                client.ProductTypes,
                client.Networks,
                client.DailyQuota))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The access grants of these ids, with the versions, and the notices of recalls, that those for one product open.
    /// </summary>
    public static async Task<ImmutableArray<ViewerGrant>> ReadGrantsAsync(
        AccessContext context, Guid[] ids, CancellationToken cancellationToken)
    {
        Guid[] audiences = [.. ids, .. ids.Select(Audience.Audit)];
        var versions = (await context.Set<Entitlement>()
            .Where(right => audiences.Contains(right.AudienceId))
            .Select(right => new { right.AudienceId, right.VersionId })
            .ToListAsync(cancellationToken)).ToLookup(right => right.AudienceId, right => right.VersionId);
        var grants = await context.Set<AccessGrant>().Where(grant => ids.Contains(grant.Id))
            .OrderBy(grant => grant.ExpiresAt).ThenBy(grant => grant.Id)
            .ToListAsync(cancellationToken);
        Guid[] products = [.. grants.Select(grant => grant.ProductId).OfType<Guid>()];
        var recalls = products.Length == 0
            ? []
            : await context.Set<RecallNotice>()
                .Where(notice => products.Contains(notice.ProductId))
                .Select(notice => new KeyValuePair<Guid, Guid>(notice.ProductId, notice.Id))
                .ToListAsync(cancellationToken);
        return
        [
            .. grants.Select(grant => new ViewerGrant(
                grant.Id,
                grant.Kind,
                grant.OriginatorId,
                grant.ProductId,
                grant.ExpiresAt,
                [.. versions[grant.Id].Concat(versions[Audience.Audit(grant.Id)]).Order()],
                [.. recalls.Where(recall => recall.Key == grant.ProductId).Select(recall => recall.Value).Order()])),
        ];
    }

    /// <summary>What the rights of a person or machine client are made of.</summary>
    /// <param name="context">The database.</param>
    /// <param name="principal">The person or machine client, by its id: the other's rows do not carry it.</param>
    /// <param name="organization">Its organization where that is in force; else the empty id.</param>
    /// <param name="sector">
    /// The name of a sector in the list of eighteen that is of interest besides; else empty.
    /// </param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static Task<List<PrincipalFact>> ReadAsync(
        AccessContext context,
        Guid principal,
        Guid organization,
        string sector,
        DateTime now,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var none = Guid.Empty;
        return context.Database.SqlQuery<PrincipalFact>(
            $"""
            SELECT 'Role' AS "Kind", role AS "Name", COALESCE(center_id, {none}) AS "Id"
            FROM role_assignments
            WHERE person_id = {principal} AND starts_on <= {today} AND (ends_on IS NULL OR ends_on > {today})
            UNION ALL
            SELECT 'Attribute', kind, {none}
            FROM verified_attributes
            WHERE person_id = {principal} AND verified_on <= {today} AND (expires_on IS NULL OR expires_on > {today})
            UNION ALL
            SELECT 'Liaison', kind, COALESCE(organization_id, {none})
            FROM liaison_assignments
            WHERE person_id = {principal} AND state = 'Active'
                AND starts_on <= {today} AND (ends_on IS NULL OR ends_on > {today})
            UNION ALL
            SELECT 'LiaisonOfAll', kind, center_id
            FROM liaison_assignments
            WHERE person_id = {principal} AND state = 'Active' AND organization_id IS NULL
                AND starts_on <= {today} AND (ends_on IS NULL OR ends_on > {today})
            UNION ALL
            SELECT 'Center', '', center_id FROM organization_centers WHERE organization_id = {organization}
            UNION ALL
            SELECT 'Term', '', sector_id FROM organization_sectors WHERE organization_id = {organization}
            UNION ALL
            SELECT 'Term', '', discipline_id FROM organization_disciplines WHERE organization_id = {organization}
            UNION ALL
            SELECT 'Term', '', jurisdiction_id FROM organization_jurisdictions WHERE organization_id = {organization}
            UNION ALL
            SELECT 'Term', '', id FROM sectors WHERE nipp_name = {sector}
            UNION ALL
            SELECT 'Training', course, {none}
            FROM training_records
            WHERE person_id = {principal} AND completed_on <= {today} AND expires_on > {today}
            UNION ALL
            SELECT 'OwnList', m.role, m.list_id
            FROM list_memberships m
            JOIN distribution_lists l ON l.id = m.list_id AND l.state = 'Active'
            WHERE (m.person_id = {principal} OR m.service_client_id = {principal})
                AND m.state = 'Active' AND (m.expires_at IS NULL OR m.expires_at > {now})
                AND (m.recertify_by IS NULL OR m.recertify_by >= {today})
            UNION ALL
            SELECT 'OrganizationList', m.role, m.list_id
            FROM list_memberships m
            JOIN distribution_lists l ON l.id = m.list_id AND l.state = 'Active'
            WHERE m.organization_id = {organization}
                AND m.state = 'Active' AND (m.expires_at IS NULL OR m.expires_at > {now})
                AND (m.recertify_by IS NULL OR m.recertify_by >= {today})
            UNION ALL
            SELECT 'ClientsOfList', '', l.client_audience_id
            FROM organization_clients c
            JOIN organizations o ON o.id = c.organization_id AND o.status = 'Active'
            JOIN list_memberships m ON m.organization_id = o.id
                AND m.state = 'Active' AND (m.expires_at IS NULL OR m.expires_at > {now})
                AND (m.recertify_by IS NULL OR m.recertify_by >= {today})
            JOIN distribution_lists l ON l.id = m.list_id AND l.state = 'Active' AND l.client_audience_id IS NOT NULL
            WHERE c.client_id = {organization}
                AND EXISTS (
                    SELECT 1 FROM sharing_agreements a
                    WHERE a.organization_id = o.id AND a.state = 'Active'
                        AND a.onward_sharing IN ('ToClients', 'Community')
                        AND a.effective_on <= {today} AND (a.expires_on IS NULL OR a.expires_on > {today}))
            UNION ALL
            SELECT 'Grant', kind, id
            FROM access_grants
            WHERE grantee_id = {principal} AND state = 'Open' AND expires_at > {now}
            UNION ALL
            SELECT 'GrantedList', '', list_id FROM service_client_lists WHERE service_client_id = {principal}
            """).ToListAsync(cancellationToken);
    }
}
