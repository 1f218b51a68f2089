-- 1
SELECT o4.display_name, o4.id, CASE
    WHEN @c4 OR o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o5
        WHERE o4.id = o5.organization_id AND (o5.center_id = ANY (@c2) OR o5.center_id = ANY (@c3))) THEN o4.status
    ELSE 'Prospect'
END, CASE
    WHEN @c4 OR o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o6
        WHERE o4.id = o6.organization_id AND (o6.center_id = ANY (@c2) OR o6.center_id = ANY (@c3))) THEN 1
    ELSE 0
END + CASE
    WHEN o4.id = @c0 OR EXISTS (
        SELECT 1
        FROM organization_centers AS o7
        WHERE o4.id = o7.organization_id AND (o7.center_id = ANY (@c5) OR o7.center_id = ANY (@c2))) THEN 2
    ELSE 0
END + CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o8
        WHERE o4.id = o8.organization_id AND (o8.center_id = ANY (@c2) OR o8.center_id = ANY (@c3))) THEN 4
    ELSE 0
END, o4.id = @c0 OR (o4.id = ANY (@c1) AND o4.id = ANY (@c1) IS NOT NULL) OR EXISTS (
    SELECT 1
    FROM organization_centers AS o9
    WHERE o4.id = o9.organization_id AND (o9.center_id = ANY (@c2) OR o9.center_id = ANY (@c3))), p0.id IS NULL, CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o10
        WHERE o4.id = o10.organization_id AND (o10.center_id = ANY (@c2) OR o10.center_id = ANY (@c3))) THEN p0.answered_at
    ELSE TIMESTAMPTZ '-infinity'
END, CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o11
        WHERE o4.id = o11.organization_id AND (o11.center_id = ANY (@c2) OR o11.center_id = ANY (@c3))) THEN p0.form_version
END, CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o12
        WHERE o4.id = o12.organization_id AND (o12.center_id = ANY (@c2) OR o12.center_id = ANY (@c3))) THEN p0.id
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o13
        WHERE o4.id = o13.organization_id AND (o13.center_id = ANY (@c2) OR o13.center_id = ANY (@c3))) THEN p0.liaison_designated
    ELSE 'Designated'
END, CASE
    WHEN o4.id = @c0 OR o4.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o14
        WHERE o4.id = o14.organization_id AND (o14.center_id = ANY (@c2) OR o14.center_id = ANY (@c3))) THEN p0.personnel_trained
    ELSE FALSE
END
FROM (
    SELECT o.id, o.display_name, o.status, CASE
        WHEN @c4 OR o.id = @c0 OR o.id = ANY (@c1) OR EXISTS (
            SELECT 1
            FROM organization_centers AS o2
            WHERE o.id = o2.organization_id AND (o2.center_id = ANY (@c2) OR o2.center_id = ANY (@c3))) THEN CASE
            WHEN o.status = 'Prospect' THEN 0
            WHEN o.status = 'Onboarding' THEN 1
            WHEN o.status = 'Active' THEN 2
            WHEN o.status = 'Suspended' THEN 3
            WHEN o.status = 'Offboarded' THEN 4
        END
    END AS c
    FROM organizations AS o
    WHERE (o.is_publicly_listed OR o.id = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR (o.is_directory_listed AND o.status = 'Active' AND EXISTS (
        SELECT 1
        FROM organization_centers AS o0
        WHERE o.id = o0.organization_id AND o0.center_id = ANY (@ef_filter__DirectoryCenterIds))) OR EXISTS (
        SELECT 1
        FROM list_organizations AS l
        INNER JOIN (
            SELECT d.id, d.membership_visibility
            FROM distribution_lists AS d
            WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
        ) AS d0 ON l.list_id = d0.id
        WHERE l.ends_at > @ef_filter__Now AND (l.center_id = ANY (@ef_filter__MembershipCenterIds) OR l.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p11 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l.list_id = ANY (@ef_filter__ListIds))))) AND l.organization_id = o.id)) AND (o.id = @c0 OR o.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o1
        WHERE o.id = o1.organization_id AND (o1.center_id = ANY (@c2) OR o1.center_id = ANY (@c3)))) AND EXISTS (
        SELECT 1
        FROM sharing_agreements AS s
        WHERE (s.organization_id = @ef_filter__LiaisonOrganizationId OR s.center_id = ANY (@ef_filter__HomeCenterIds) OR (s.center_id = ANY (@ef_filter__StaffCenterIds) AND (s.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR s.center_id = ANY (@ef_filter__AssignedCenterIds)))) AND o.id = s.organization_id AND s.kind = @p0)
    ORDER BY CASE
        WHEN @c4 OR o.id = @c0 OR o.id = ANY (@c1) OR EXISTS (
            SELECT 1
            FROM organization_centers AS o2
            WHERE o.id = o2.organization_id AND (o2.center_id = ANY (@c2) OR o2.center_id = ANY (@c3))) THEN CASE
            WHEN o.status = 'Prospect' THEN 0
            WHEN o.status = 'Onboarding' THEN 1
            WHEN o.status = 'Active' THEN 2
            WHEN o.status = 'Suspended' THEN 3
            WHEN o.status = 'Offboarded' THEN 4
        END
    END, o.id
    LIMIT 11
) AS o4
LEFT JOIN (
    SELECT p.id, p.answered_at, p.form_version, p.liaison_designated, p.organization_id, p.personnel_trained
    FROM partner_questionnaires AS p
    WHERE p.organization_id = @ef_filter__LiaisonOrganizationId OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o3
        WHERE o3.organization_id = p.organization_id AND (o3.center_id = ANY (@ef_filter__HomeCenterIds) OR o3.center_id = ANY (@ef_filter__AssignedCenterIds)))
) AS p0 ON o4.id = p0.organization_id
ORDER BY o4.c, o4.id

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM organizations AS o
    WHERE (o.is_publicly_listed OR o.id = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR (o.is_directory_listed AND o.status = 'Active' AND EXISTS (
        SELECT 1
        FROM organization_centers AS o0
        WHERE o.id = o0.organization_id AND o0.center_id = ANY (@ef_filter__DirectoryCenterIds))) OR EXISTS (
        SELECT 1
        FROM list_organizations AS l
        INNER JOIN (
            SELECT d.id, d.membership_visibility
            FROM distribution_lists AS d
            WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
        ) AS d0 ON l.list_id = d0.id
        WHERE l.ends_at > @ef_filter__Now AND (l.center_id = ANY (@ef_filter__MembershipCenterIds) OR l.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p11 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l.list_id = ANY (@ef_filter__ListIds))))) AND l.organization_id = o.id)) AND (o.id = @c0 OR o.id = ANY (@c1) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o1
        WHERE o.id = o1.organization_id AND (o1.center_id = ANY (@c2) OR o1.center_id = ANY (@c3)))) AND EXISTS (
        SELECT 1
        FROM sharing_agreements AS s
        WHERE (s.organization_id = @ef_filter__LiaisonOrganizationId OR s.center_id = ANY (@ef_filter__HomeCenterIds) OR (s.center_id = ANY (@ef_filter__StaffCenterIds) AND (s.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR s.center_id = ANY (@ef_filter__AssignedCenterIds)))) AND o.id = s.organization_id AND s.kind = @p0)
) AS o2
GROUP BY o2."Key"

-- 3
SELECT s.organization_id AS "ParentKey", s.effective_on AS "EffectiveOn", s.id AS "Id", s.kind AS "Kind"
FROM sharing_agreements AS s
WHERE (s.organization_id = @ef_filter__LiaisonOrganizationId OR s.center_id = ANY (@ef_filter__HomeCenterIds) OR (s.center_id = ANY (@ef_filter__StaffCenterIds) AND (s.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR s.center_id = ANY (@ef_filter__AssignedCenterIds)))) AND s.organization_id = ANY (@p0)
ORDER BY s.effective_on DESC, s.id DESC

-- 4
SELECT a.organization_id AS "ParentKey", a.id AS "Id", a.kind AS "Kind"
FROM affiliations AS a
WHERE (a.organization_id = @ef_filter__LiaisonOrganizationId OR EXISTS (
    SELECT 1
    FROM organization_centers AS o
    WHERE o.organization_id = a.organization_id AND (o.center_id = ANY (@ef_filter__StaffCenterIds) OR o.center_id = ANY (@ef_filter__HomeCenterIds)))) AND a.organization_id = ANY (@p0)
ORDER BY a.name, a.id

-- 5
SELECT COALESCE(u.u, '00000000-0000-0000-0000-000000000000') AS "ParentKey", p0.display_name AS "DisplayName", p0.id AS "Id"
FROM unnest(@p0) AS u
JOIN LATERAL (
    SELECT p.id, p.display_name
    FROM people AS p
    WHERE (p.id = @ef_filter__PersonId OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator3 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today6))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today6)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o
        WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c
        WHERE @ef_filter__p20 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today6) AND c.person_id = p.id)) AND p.organization_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000')
    ORDER BY p.display_name, p.id
    LIMIT 11
) AS p0 ON TRUE
ORDER BY p0.display_name, p0.id

-- 6
SELECT c.person_id AS "ParentKey", c.id AS "Id", c.kind AS "Kind", c.masked_value AS "MaskedValue", c.person_id <> @c0 AND (p0.organization_id <> @c1 OR p0.organization_id IS NULL) AND NOT EXISTS (
    SELECT 1
    FROM organization_centers AS o2
    WHERE o2.organization_id = p0.organization_id AND o2.center_id = ANY (@c2)) AND NOT EXISTS (
    SELECT 1
    FROM center_officers AS c2
    WHERE @ef_filter__p28 AND c2.starts_on <= @ef_filter__Today AND (c2.ends_on IS NULL OR c2.ends_on > @ef_filter__Today14) AND c2.person_id = c.person_id) AS "IsMasked", CASE
    WHEN c.person_id = @c0 OR p0.organization_id = @c1 OR EXISTS (
        SELECT 1
        FROM organization_centers AS o3
        WHERE o3.organization_id = p0.organization_id AND o3.center_id = ANY (@c2)) OR EXISTS (
        SELECT 1
        FROM center_officers AS c3
        WHERE @ef_filter__p28 AND c3.starts_on <= @ef_filter__Today AND (c3.ends_on IS NULL OR c3.ends_on > @ef_filter__Today14) AND c3.person_id = c.person_id) THEN c.value
    ELSE c.masked_value
END AS "ShownValue"
FROM contact_points AS c
INNER JOIN (
    SELECT p.id, p.organization_id
    FROM people AS p
    WHERE p.id = @ef_filter__PersonId OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator5 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator5 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o
        WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c0
        WHERE @ef_filter__p28 AND c0.starts_on <= @ef_filter__Today AND (c0.ends_on IS NULL OR c0.ends_on > @ef_filter__Today14) AND c0.person_id = p.id)
) AS p0 ON c.person_id = p0.id
WHERE (c.person_id = @ef_filter__PersonId OR EXISTS (
    SELECT 1
    FROM organization_centers AS o0
    WHERE o0.organization_id = p0.organization_id AND o0.center_id = ANY (@ef_filter__PrivacyCenterIds)) OR (c.visibility <> 'Self' AND p0.organization_id = @ef_filter__LiaisonOrganizationId) OR (c.visibility = 'Centers' AND (@ef_filter__IsAdministrator5 OR p0.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p0.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
    SELECT 1
    FROM organization_centers AS o1
    WHERE o1.organization_id = p0.organization_id AND (o1.center_id = ANY (@ef_filter__HomeCenterIds) OR o1.center_id = ANY (@ef_filter__AssignedCenterIds))) OR EXISTS (
    SELECT 1
    FROM center_officers AS c1
    WHERE @ef_filter__p28 AND c1.starts_on <= @ef_filter__Today AND (c1.ends_on IS NULL OR c1.ends_on > @ef_filter__Today14) AND c1.person_id = c.person_id)))) AND c.person_id = ANY (@p0)
ORDER BY CASE
    WHEN c.kind = 'Email' THEN 0
    WHEN c.kind = 'Phone' THEN 1
    WHEN c.kind = 'Sms' THEN 2
    WHEN c.kind = 'Postal' THEN 3
    ELSE 4
END, c.id
