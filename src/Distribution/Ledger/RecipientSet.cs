using System.Runtime.CompilerServices;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Ledger;

/// <summary>
/// Whom the rights to a version reach at a moment, as a relation of a statement: the active members of its lists, the
/// clients of organizations where the list extends to them, and who is named; each once, and only who meets what the
/// version requires. The same text on both databases.
/// </summary>
/// <param name="rights">The rights of one version.</param>
/// <param name="now">The moment, UTC.</param>
sealed class RecipientSet(IReadOnlyCollection<Entitlement> rights, DateTime now)
{
    static readonly string Offices = string.Join(", ", new[]
    {
        PersonRole.Analyst, PersonRole.Supervisor, PersonRole.CenterDirector, PersonRole.PcrclOfficer,
        PersonRole.LiaisonOfficer, PersonRole.ListManager, PersonRole.LegalCounsel,
    }.Select(role => $"'{role}'"));

    readonly Entitlement[] _rights =
    [
        .. rights.Where(right => right.Kind
            is EntitlementKind.List or EntitlementKind.ListClients or EntitlementKind.ExplicitRecipient),
    ];

    /// <summary>Whether the rights reach nobody for sure: there is none but that of staff or the public.</summary>
    public bool IsEmpty => _rights.Length == 0;

    /// <summary>What a reader must hold: the bits of the rights, which are the same for all of a version.</summary>
    public long Requires => _rights.Length == 0 ? 0 : _rights[0].Requires;

    /// <summary>
    /// A statement over the relation <c>recipients</c>: <c>recipient_id</c>, <c>person_id</c>, <c>organization_id</c>,
    /// <c>service_client_id</c>, <c>recipient_organization_id</c>, <c>rule</c>, <c>list_id</c>. Not of an empty set.
    /// </summary>
    /// <param name="statement">
    /// What follows the relation; its values are parameters, its text is a constant or made of constants.
    /// </param>
    public FormattableString Statement(FormattableString statement)
    {
        var values = new List<object?> { now, DateOnly.FromDateTime(now) };
        string Value(object? value)
        {
            values.Add(value);
            return $"{{{values.Count - 1}}}";
        }

        var audiences = string.Join(
            ", ", _rights.Select(right => $"({Value(right.AudienceId)}, '{right.Kind}')"));
        var tail = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            statement.Format,
            [.. statement.GetArguments().Select(Value)]);
        return FormattableStringFactory.Create($"{Relation(audiences, Requires)}\n{tail}", [.. values]);
    }

    // 0 is the moment, 1 its day. An organization receives where somebody of it does.
    static string Relation(string audiences, long requires)
    {
        var person = HolderConditions.OfPerson(requires);
        var client = HolderConditions.OfClient(requires);
        var organization = HolderConditions.Distinguishes(requires)
            ? $"\nAND o.id IN (SELECT p.organization_id FROM people p WHERE p.status = 'Active'{person})"
            : "";
        const string inForce = "(m.expires_at IS NULL OR m.expires_at > {0}) "
            + "AND (m.recertify_by IS NULL OR m.recertify_by >= {1})";
        const string today = "<= {1} AND (expires_on IS NULL OR expires_on > {1})";
        return $$"""
            WITH audiences (id, kind) AS (VALUES {{audiences}}),
            holders AS (
                SELECT person_id, kind FROM verified_attributes WHERE verified_on {{today}}),
            organizations_in_force AS (
                SELECT id FROM organizations WHERE status = 'Active' AND id IN (
                    SELECT organization_id FROM sharing_agreements WHERE state = 'Active' AND effective_on {{today}})),
            staff AS (
                SELECT person_id FROM role_assignments
                WHERE center_id IS NOT NULL AND role IN ({{Offices}})
                    AND starts_on <= {1} AND (ends_on IS NULL OR ends_on > {1})),
            people_in_force AS (
                SELECT p.id, p.organization_id FROM people p
                WHERE p.status = 'Active'
                    AND (p.organization_id IN (SELECT id FROM organizations_in_force)
                        OR (p.organization_id IS NULL AND p.id IN (SELECT person_id FROM staff))){{person}}),
            clients_in_force AS (
                SELECT s.id, s.organization_id FROM service_clients s
                WHERE s.state = 'Active' AND s.expires_at > {0}
                    AND s.organization_id IN (SELECT id FROM organizations_in_force)
                    AND s.sponsor_id IN (SELECT id FROM people WHERE status = 'Active'){{client}}),
            members AS (
                SELECT m.list_id, m.person_id, m.organization_id, m.service_client_id
                FROM audiences a
                JOIN distribution_lists d ON d.id = a.id AND d.state = 'Active'
                JOIN list_memberships m ON m.list_id = d.id AND m.state = 'Active' AND {{inForce}}
                WHERE a.kind = 'List'),
            served AS (
                SELECT d.id AS list_id, c.client_id AS organization_id
                FROM audiences a
                JOIN distribution_lists d ON d.client_audience_id = a.id AND d.state = 'Active'
                JOIN list_memberships m ON m.list_id = d.id AND m.state = 'Active' AND {{inForce}}
                JOIN organizations v ON v.id = m.organization_id AND v.status = 'Active'
                JOIN organization_clients c ON c.organization_id = v.id
                WHERE a.kind = 'ListClients' AND v.id IN (
                    SELECT organization_id FROM sharing_agreements
                    WHERE state = 'Active' AND onward_sharing IN ('ToClients', 'Community')
                        AND effective_on {{today}})),
            found (recipient_id, person_id, organization_id, service_client_id, recipient_organization_id, rule,
                list_id, place) AS (
                SELECT p.id, p.id, CAST(NULL AS uuid), CAST(NULL AS uuid), p.organization_id, 'ExplicitRecipient',
                    CAST(NULL AS uuid), 0
                FROM audiences a JOIN people_in_force p ON p.id = a.id WHERE a.kind = 'ExplicitRecipient'
                UNION ALL
                SELECT o.id, NULL, o.id, NULL, o.id, 'ExplicitRecipient', NULL, 0
                FROM audiences a JOIN organizations_in_force o ON o.id = a.id
                WHERE a.kind = 'ExplicitRecipient'{{organization}}
                UNION ALL
                SELECT p.id, p.id, NULL, NULL, p.organization_id, 'ListMembership', m.list_id, 1
                FROM members m JOIN people_in_force p ON p.id = m.person_id
                UNION ALL
                SELECT o.id, NULL, o.id, NULL, o.id, 'ListMembership', m.list_id, 1
                FROM members m JOIN organizations_in_force o ON o.id = m.organization_id
                WHERE 1 = 1{{organization}}
                UNION ALL
                SELECT o.id, NULL, o.id, NULL, o.id, 'OrganizationMembership', v.list_id, 2
                FROM served v JOIN organizations_in_force o ON o.id = v.organization_id
                WHERE 1 = 1{{organization}}
                UNION ALL
                SELECT s.id, NULL, NULL, s.id, s.organization_id, 'ClientGrant', g.list_id, 1
                FROM clients_in_force s
                JOIN service_client_lists g ON g.service_client_id = s.id
                WHERE EXISTS (
                    SELECT 1 FROM members m WHERE m.list_id = g.list_id
                        AND (m.service_client_id = s.id OR m.organization_id = s.organization_id))),
            recipients AS (
                SELECT recipient_id, person_id, organization_id, service_client_id, recipient_organization_id, rule,
                    list_id
                FROM (
                    SELECT found.*, row_number() OVER (PARTITION BY recipient_id ORDER BY place, list_id) AS nth
                    FROM found) AS ranked
                WHERE nth = 1)
            """;
    }
}
