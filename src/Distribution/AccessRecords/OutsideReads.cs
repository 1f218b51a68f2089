namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// The statement that finds the reads of a day that were outside their audience, in the words of those who wrote the
/// rules: it shares no code with what decides on a read, on purpose. What was in force is told by facts that were
/// written down as they came to be: times, and the history of states, which triggers write.
/// </summary>
static class OutsideReads
{
    /// <summary>The statement; its parameters are the day's begin and end, and the day itself.</summary>
    public static string Sql(bool isPostgreSql) =>
        $$"""
        SELECT r.id AS "RecordId", r.version_id AS "VersionId",
            coalesce(r.originator_id, (SELECT x.originator_id FROM product_versions x WHERE x.id = r.version_id))
                AS "OriginatorId"
        FROM access_records r
        WHERE r.version_id IS NOT NULL AND r.kind <> 'RecordRead' AND r.at >= {0} AND r.at < {1}
        AND (
            -- Who was suspended was meant to read nothing; for whose organization was, the same holds.
            NOT (r.person_id IS NULL OR {{InForce("r.person_id", "'Active'", isPostgreSql)}})
            OR NOT (r.service_client_id IS NULL OR {{InForce("r.service_client_id", "'Active'", isPostgreSql)}})
            OR NOT (r.organization_id IS NULL OR {{InForce("r.organization_id", "'Active'", isPostgreSql)}})
            OR (
                -- Staff of the originating center.
                NOT EXISTS (
                    SELECT 1 FROM role_assignments a
                    JOIN product_versions v ON v.id = r.version_id AND v.originator_id = a.center_id
                    WHERE a.person_id = r.person_id
                        AND a.role IN ('Analyst', 'Supervisor', 'CenterDirector', 'PcrclOfficer')
                        AND a.starts_on <= {2} AND (a.ends_on IS NULL OR a.ends_on > {2}))
                -- A grant of two persons, of the version's product or its center, while it was open.
                AND NOT EXISTS (
                    SELECT 1 FROM access_grants g
                    JOIN product_versions v ON v.id = r.version_id AND v.originator_id = g.originator_id
                    WHERE g.id = r.grant_id AND g.grantee_id = r.person_id
                        AND (g.product_id IS NULL OR g.product_id = v.product_id)
                        AND g.starts_at <= r.at AND g.expires_at > r.at
                        AND g.decided_by_id <> g.grantee_id)
                -- A publication that was in force, to somebody the reader was.
                AND NOT EXISTS (
                    SELECT 1 FROM publications b
                    JOIN product_versions v ON v.id = b.version_id
                    JOIN products p ON p.id = v.product_id
                    WHERE b.version_id = r.version_id AND b.effective_at <= r.at
                        AND {{InForce("v.id", "'Published', 'Scheduled'", isPostgreSql)}}
                        AND ({{Audience(isPostgreSql)}}))))
        """;

    /// <summary>Whether the reader was somebody the publication b of the version v of the product p was for.</summary>
    static string Audience(bool isPostgreSql) =>
        $$"""
        -- Released to the public: nothing in it that is not clear.
        (v.is_public_release_approved AND NOT p.is_exercise AND NOT EXISTS (
            SELECT 1 FROM portions q WHERE q.version_id = v.id
                AND (q.tlp <> 'Clear' OR q.requires <> 0 OR q.originator_control <> 'None')))
        -- Named as a recipient: a person, or the organization of one unless it is for named persons.
        OR (r.person_id IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM portions q WHERE q.version_id = v.id
                    AND CAST(q.dissemination_controls AS text) LIKE '%DlOnly%')
            AND EXISTS (
                SELECT 1 FROM publication_recipients n WHERE n.publication_id = b.id
                    AND (n.person_id = r.person_id
                        OR (n.organization_id = r.organization_id AND NOT EXISTS (
                            SELECT 1 FROM portions q WHERE q.version_id = v.id AND q.tlp = 'Red')))))
        -- On a list it went to, by himself or through the organization; never what is for named persons, and a machine
        -- client only from lists it was granted.
        OR (EXISTS (
                SELECT 1 FROM publication_lists l
                JOIN list_memberships m ON m.list_id = l.list_id
                WHERE l.publication_id = b.id
                    AND (m.person_id = r.person_id OR m.organization_id = r.organization_id
                        OR m.service_client_id = r.service_client_id)
                    AND m.granted_at <= r.at
                    AND {{InForce("m.id", "'Active'", isPostgreSql)}}
                    AND {{InForce("l.list_id", "'Active'", isPostgreSql)}}
                    AND (r.service_client_id IS NULL OR EXISTS (
                        SELECT 1 FROM service_client_lists c
                        WHERE c.service_client_id = r.service_client_id AND c.list_id = l.list_id)))
            AND NOT EXISTS (
                SELECT 1 FROM portions q WHERE q.version_id = v.id AND q.tlp = 'Red'))
        -- A client of an organization on a list that extends to clients, up to TLP:AMBER.
        OR (r.person_id IS NOT NULL
            AND EXISTS (
                SELECT 1 FROM publication_lists l
                JOIN distribution_lists d ON d.id = l.list_id AND d.client_audience_id IS NOT NULL
                JOIN list_memberships m ON m.list_id = l.list_id
                JOIN organization_clients c ON c.organization_id = m.organization_id
                WHERE l.publication_id = b.id AND c.client_id = r.organization_id
                    AND m.granted_at <= r.at
                    AND {{InForce("m.id", "'Active'", isPostgreSql)}}
                    AND {{InForce("l.list_id", "'Active'", isPostgreSql)}}
                    AND {{InForce("m.organization_id", "'Active'", isPostgreSql)}})
            AND NOT EXISTS (
                SELECT 1 FROM portions q WHERE q.version_id = v.id
                    AND (q.tlp IN ('Red', 'AmberStrict')
                        OR CAST(q.dissemination_controls AS text) LIKE '%DlOnly%')))
        """;

    /// <summary>
    /// Whether something was in one of some states at the read, or half a minute before: so long a node may go on with
    /// what it knows of a reader.
    /// </summary>
    static string InForce(string subject, string states, bool isPostgreSql)
    {
        var before = isPostgreSql
            ? "r.at - interval '30 seconds'"
            : "strftime('%Y-%m-%d %H:%M:%f', r.at, '-30 seconds')";
        return $"""
            EXISTS (
                SELECT 1 FROM state_history h
                WHERE h.subject_id = {subject} AND h.since <= r.at AND h.state IN ({states})
                    AND (h.ends_at IS NULL OR h.ends_at > {before})
                    AND NOT EXISTS (
                        SELECT 1 FROM state_history n
                        WHERE n.subject_id = h.subject_id AND n.since <= {before}
                            AND (n.since > h.since OR (n.since = h.since AND n.id > h.id))))
            """;
    }
}
