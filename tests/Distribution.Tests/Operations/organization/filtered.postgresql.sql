-- 1
SELECT o.display_name AS "DisplayName", o.government_level AS "GovernmentLevel", o.id AS "Id", o.kind AS "Kind"
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
    WHERE l.ends_at > @ef_filter__Now AND (l.center_id = ANY (@ef_filter__MembershipCenterIds) OR l.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p11 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l.list_id = ANY (@ef_filter__ListIds))))) AND l.organization_id = o.id)) AND (EXISTS (
    SELECT 1
    FROM organization_sectors AS o1
    INNER JOIN sectors AS s ON o1.sector_id = s.id
    WHERE o.id = o1.organization_id AND s.code = @p0) OR o.government_level = @p1)
ORDER BY o.display_name, o.id
LIMIT 11

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
        WHERE l.ends_at > @ef_filter__Now AND (l.center_id = ANY (@ef_filter__MembershipCenterIds) OR l.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p11 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l.list_id = ANY (@ef_filter__ListIds))))) AND l.organization_id = o.id)) AND (EXISTS (
        SELECT 1
        FROM organization_sectors AS o1
        INNER JOIN sectors AS s ON o1.sector_id = s.id
        WHERE o.id = o1.organization_id AND s.code = @p0) OR o.government_level = @p1)
) AS o2
GROUP BY o2."Key"

-- 3
SELECT o.organization_id AS "ParentKey", s.code AS "Code", s.id AS "Id"
FROM organization_sectors AS o
INNER JOIN sectors AS s ON o.sector_id = s.id
WHERE o.organization_id = ANY (@p0)
ORDER BY s.name, s.id

-- 4
SELECT o.organization_id AS "ParentKey", f.id AS "Id", f.short_name AS "ShortName"
FROM organization_centers AS o
INNER JOIN fusion_centers AS f ON o.center_id = f.id
WHERE o.organization_id = ANY (@p0)
ORDER BY f.name, f.id

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
SELECT p.organization_id AS "ParentKey", count(*)::int AS "Count"
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
    WHERE @ef_filter__p20 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today6) AND c.person_id = p.id)) AND p.organization_id IS NOT NULL AND p.organization_id = ANY (@p0)
GROUP BY p.organization_id
