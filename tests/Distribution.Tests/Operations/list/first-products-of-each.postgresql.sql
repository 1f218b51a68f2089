-- 1
SELECT d0.id AS "Id", d0.join_policy AS "JoinPolicy", d0.name AS "Name", f.id AS "Id", f.short_name AS "ShortName"
FROM (
    SELECT d.id, d.join_policy, d.name, d.owner_id
    FROM distribution_lists AS d
    WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
    ORDER BY d.name, d.id
    LIMIT 11
) AS d0
INNER JOIN fusion_centers AS f ON d0.owner_id = f.id
ORDER BY d0.name, d0.id

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM distribution_lists AS d
    WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
) AS d0
GROUP BY d0."Key"

-- 3
SELECT COALESCE(u.u, '00000000-0000-0000-0000-000000000000') AS "ParentKey", p2.id AS "Id", p2.public_number AS "PublicNumber", p2.published_at AS "PublishedAt"
FROM unnest(@p0) AS u
JOIN LATERAL (
    SELECT l.product_id, l.effective_at
    FROM list_products AS l
    INNER JOIN (
        SELECT d.id, d.owner_id
        FROM distribution_lists AS d
        WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward7 OR (@ef_filter__p9 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
    ) AS d0 ON l.list_id = d0.id
    INNER JOIN (
        SELECT p.id
        FROM products AS p
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e
            WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now2))) AND p.id = e.product_id AND e.is_current)
    ) AS p0 ON l.product_id = p0.id
    WHERE ((l.list_id = ANY (@ef_filter__ListIds) AND l.effective_at <= @ef_filter__Now AND (l.expires_at IS NULL OR l.expires_at > @ef_filter__Now2)) OR d0.owner_id = ANY (@ef_filter__HomeCenterIds)) AND l.list_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000')
    ORDER BY l.effective_at DESC, l.product_id DESC
    LIMIT 11
) AS s ON TRUE
INNER JOIN (
    SELECT p1.id, p1.public_number, p1.published_at
    FROM products AS p1
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e0
        WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now2))) AND p1.id = e0.product_id AND e0.is_current)
) AS p2 ON s.product_id = p2.id
ORDER BY s.effective_at DESC, s.product_id DESC

-- 4
SELECT COALESCE(u.u, '00000000-0000-0000-0000-000000000000'), s.id, s.requested_at, s.role, s.state, o3.id IS NULL, o3.id, p2.id IS NULL, p2.id, s1.id IS NULL, s1.id
FROM unnest(@p0) AS u
JOIN LATERAL (
    SELECT l.id, l.organization_id, l.person_id, l.requested_at, l.role, l.service_client_id, l.state
    FROM list_memberships AS l
    LEFT JOIN (
        SELECT p.id, p.organization_id
        FROM people AS p
        WHERE p.id = @ef_filter__PersonId11 OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator14 OR EXISTS (
            SELECT 1
            FROM role_assignments AS r
            WHERE (r.person_id = @ef_filter__PersonId11 OR @ef_filter__IsAdministrator14 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today17))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today17)) OR EXISTS (
            SELECT 1
            FROM organization_centers AS o
            WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
            SELECT 1
            FROM center_officers AS c
            WHERE @ef_filter__p31 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today17) AND c.person_id = p.id)
    ) AS p0 ON l.person_id = p0.id
    WHERE (l.person_id = @ef_filter__PersonId OR l.organization_id = @ef_filter__EmployerId OR l.service_client_id = @ef_filter__ServiceClientId OR l.list_id = ANY (@ef_filter__ManagedListIds) OR l.center_id = ANY (@ef_filter__MembershipCenterIds) OR (@ef_filter__ManagesLists7 AND l.center_id = ANY (@ef_filter__StaffCenterIds) AND (l.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (l.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR p0.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p0.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR (l.center_id = ANY (@ef_filter__AssignedCenterIds) AND EXISTS (
        SELECT 1
        FROM organization_centers AS o0
        WHERE o0.center_id = l.center_id AND (o0.organization_id = l.organization_id OR o0.organization_id = p0.organization_id)))))) AND l.list_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000')
    ORDER BY l.requested_at DESC, l.id DESC
    LIMIT 11
) AS s ON TRUE
LEFT JOIN (
    SELECT o1.id
    FROM organizations AS o1
    WHERE o1.is_publicly_listed OR o1.id = @ef_filter__OrganizationId OR @ef_filter__IsStaff35 OR @ef_filter__IsSteward37 OR (o1.is_directory_listed AND o1.status = 'Active' AND EXISTS (
        SELECT 1
        FROM organization_centers AS o2
        WHERE o1.id = o2.organization_id AND o2.center_id = ANY (@ef_filter__DirectoryCenterIds))) OR EXISTS (
        SELECT 1
        FROM list_organizations AS l0
        INNER JOIN (
            SELECT d.id, d.membership_visibility
            FROM distribution_lists AS d
            WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward37 OR (@ef_filter__p44 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
        ) AS d0 ON l0.list_id = d0.id
        WHERE l0.ends_at > @ef_filter__Now AND (l0.center_id = ANY (@ef_filter__MembershipCenterIds) OR l0.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p44 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l0.list_id = ANY (@ef_filter__ListIds))))) AND l0.organization_id = o1.id)
) AS o3 ON s.organization_id = o3.id
LEFT JOIN (
    SELECT p1.id
    FROM people AS p1
    WHERE p1.id = @ef_filter__PersonId11 OR p1.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator14 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r0
        WHERE (r0.person_id = @ef_filter__PersonId11 OR @ef_filter__IsAdministrator14 OR ((r0.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r0.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r0.starts_on <= @ef_filter__Today AND (r0.ends_on IS NULL OR r0.ends_on > @ef_filter__Today17))) AND p1.id = r0.person_id AND (r0.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r0.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r0.starts_on <= @ef_filter__Today AND (r0.ends_on IS NULL OR r0.ends_on > @ef_filter__Today17)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o4
        WHERE o4.organization_id = p1.organization_id AND (o4.center_id = ANY (@ef_filter__HomeCenterIds) OR o4.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p1.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p1.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c0
        WHERE @ef_filter__p31 AND c0.starts_on <= @ef_filter__Today AND (c0.ends_on IS NULL OR c0.ends_on > @ef_filter__Today17) AND c0.person_id = p1.id)
) AS p2 ON s.person_id = p2.id
LEFT JOIN (
    SELECT s0.id
    FROM service_clients AS s0
    WHERE s0.id = @ef_filter__ServiceClientId51 OR s0.organization_id = @ef_filter__LiaisonOrganizationId52 OR s0.sponsor_id = @ef_filter__PersonId11 OR @ef_filter__IsSteward37
) AS s1 ON s.service_client_id = s1.id
ORDER BY s.requested_at DESC, s.id DESC

-- 5
SELECT l.list_id AS "ParentKey", count(*)::int AS "Count"
FROM list_products AS l
INNER JOIN (
    SELECT d.id, d.owner_id
    FROM distribution_lists AS d
    WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward7 OR (@ef_filter__p9 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
) AS d0 ON l.list_id = d0.id
INNER JOIN (
    SELECT p.id
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now2))) AND p.id = e.product_id AND e.is_current)
) AS p0 ON l.product_id = p0.id
WHERE ((l.list_id = ANY (@ef_filter__ListIds) AND l.effective_at <= @ef_filter__Now AND (l.expires_at IS NULL OR l.expires_at > @ef_filter__Now2)) OR d0.owner_id = ANY (@ef_filter__HomeCenterIds)) AND l.list_id = ANY (@p0)
GROUP BY l.list_id
