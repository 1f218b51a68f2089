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
SELECT COALESCE(u.u, '00000000-0000-0000-0000-000000000000'), l0.id, l0.requested_at, l0.role, l0.state, o1.id IS NULL, o1.id, p0.id IS NULL, p0.id, s0.id IS NULL, s0.id
FROM unnest(@p0) AS u
JOIN LATERAL (
    SELECT l.id, l.organization_id, l.person_id, l.requested_at, l.role, l.service_client_id, l.state
    FROM list_memberships AS l
    WHERE (l.person_id = @ef_filter__PersonId OR l.organization_id = @ef_filter__EmployerId OR l.service_client_id = @ef_filter__ServiceClientId OR l.list_id = ANY (@ef_filter__ManagedListIds) OR l.center_id = ANY (@ef_filter__MembershipCenterIds)) AND l.list_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000')
    ORDER BY l.requested_at DESC, l.id DESC
    LIMIT 11
) AS l0 ON TRUE
LEFT JOIN (
    SELECT o.id
    FROM organizations AS o
    WHERE o.is_publicly_listed OR o.id = @ef_filter__OrganizationId OR @ef_filter__IsStaff7 OR @ef_filter__IsSteward9 OR (o.is_directory_listed AND o.status = 'Active' AND EXISTS (
        SELECT 1
        FROM organization_centers AS o0
        WHERE o.id = o0.organization_id AND o0.center_id = ANY (@ef_filter__DirectoryCenterIds))) OR EXISTS (
        SELECT 1
        FROM list_organizations AS l1
        INNER JOIN (
            SELECT d.id, d.membership_visibility
            FROM distribution_lists AS d
            WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward9 OR (@ef_filter__p16 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
        ) AS d0 ON l1.list_id = d0.id
        WHERE l1.ends_at > @ef_filter__Now AND (l1.center_id = ANY (@ef_filter__MembershipCenterIds) OR l1.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p16 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l1.list_id = ANY (@ef_filter__ListIds))))) AND l1.organization_id = o.id)
) AS o1 ON l0.organization_id = o1.id
LEFT JOIN (
    SELECT p.id
    FROM people AS p
    WHERE p.id = @ef_filter__PersonId23 OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator26 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId23 OR r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL) OR @ef_filter__IsAdministrator26) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today29)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o2
        WHERE o2.organization_id = p.organization_id AND (o2.center_id = ANY (@ef_filter__HomeCenterIds) OR o2.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c
        WHERE @ef_filter__p41 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today29) AND c.person_id = p.id)
) AS p0 ON l0.person_id = p0.id
LEFT JOIN (
    SELECT s.id
    FROM service_clients AS s
    WHERE s.id = @ef_filter__ServiceClientId43 OR s.organization_id = @ef_filter__LiaisonOrganizationId44 OR s.sponsor_id = @ef_filter__PersonId23 OR @ef_filter__IsSteward9
) AS s0 ON l0.service_client_id = s0.id
ORDER BY l0.requested_at DESC, l0.id DESC

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
