-- 1
SELECT p.id, p.public_number, p1.id IS NULL, p1.id, p1.privacy_reviewed_on, CASE
    WHEN p1.originator_id = ANY (@c0) OR (p1.originator_id IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR p1.id = ANY (@c1) OR (p1.id IS NULL AND array_position(@c1, NULL) IS NOT NULL) THEN 8
    ELSE 0
END
FROM products AS p
LEFT JOIN (
    SELECT p0.id, p0.originator_id, p0.privacy_reviewed_on
    FROM product_versions AS p0
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e0
        WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
) AS p1 ON p.current_version_id = p1.id
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = ANY (@p0)

-- 2
SELECT COALESCE(u.u, '00000000-0000-0000-0000-000000000000') AS "ParentKey", p0.id AS "Id", p0.number AS "Number", p0.state AS "State"
FROM unnest(@p0) AS u
JOIN LATERAL (
    SELECT p.id, p.number, p.state
    FROM product_versions AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.version_id AND (e.is_current OR e.kind = 'Home' OR e.kind = 'Grant' OR e.kind = 'Draft')) AND p.product_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000')
    ORDER BY p.number DESC, p.id DESC
    LIMIT 11
) AS p0 ON TRUE
ORDER BY p0.number DESC, p0.id DESC

-- 3
SELECT p.version_id, p.id, p.kind, CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.originator_id
    ELSE '00000000-0000-0000-0000-000000000000'
END, p.outcome, CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.rationale
END, p.requested_at, p.requested_by_id, p.signed_at, p.state, CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.version_id
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN 1
    ELSE 0
END + CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) OR EXISTS (
        SELECT 1
        FROM version_authors AS v
        WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = p.version_id AND v.person_id = @c3) THEN 2
    ELSE 0
END, p1.id IS NULL, p1.display_name, p1.id
FROM privacy_reviews AS p
LEFT JOIN (
    SELECT p0.id, p0.display_name
    FROM people AS p0
    WHERE p0.id = @ef_filter__PersonId OR p0.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator9 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator9 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today12))) AND p0.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today12)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o
        WHERE o.organization_id = p0.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p0.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p0.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c
        WHERE @ef_filter__p26 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today12) AND c.person_id = p0.id)
) AS p1 ON p.reviewer_id = p1.id
WHERE ((p.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now5))) AND e.version_id = p.version_id)) OR p.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p.version_id = ANY (@p0)
ORDER BY p.requested_at DESC, p.id DESC

-- 4
SELECT v.version_id AS "ParentKey", p0.display_name AS "DisplayName", p0.id AS "Id"
FROM version_authors AS v
INNER JOIN (
    SELECT p.id, p.display_name
    FROM people AS p
    WHERE p.id = @ef_filter__PersonId OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator5 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator5 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today8))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today8)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o
        WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c
        WHERE @ef_filter__p22 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today8) AND c.person_id = p.id)
) AS p0 ON v.person_id = p0.id
WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = ANY (@p0)
ORDER BY p0.display_name, p0.id

-- 5
SELECT p.version_id AS "ParentKey", p.id AS "Id", p.reason_for_release AS "ReasonForRelease"
FROM publications AS p
WHERE (p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p.version_id = ANY (@p0)
ORDER BY p.effective_at DESC, p.id DESC

-- 6
SELECT p.display_name AS "DisplayName", p.id AS "Id"
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
    WHERE @ef_filter__p20 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today6) AND c.person_id = p.id)) AND p.id = ANY (@p0)

-- 7
SELECT p.review_id AS "ParentKey", p.category AS "Category", p.id AS "Id", p.originator_id AS "OriginatorId", p.required_action AS "RequiredAction", p.resolution AS "Resolution", p.severity AS "Severity", p1.version_id AS "VersionId"
FROM privacy_findings AS p
INNER JOIN (
    SELECT p0.id, p0.reviewer_id, p0.version_id
    FROM privacy_reviews AS p0
    WHERE (p0.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now10))) AND e.version_id = p0.version_id)) OR p0.version_id = ANY (@ef_filter__AuditedVersionIds)
) AS p1 ON p.review_id = p1.id
WHERE (p.originator_id = ANY (@ef_filter__OversightCenterIds) OR (p.originator_id = ANY (@ef_filter__HomeCenterIds) AND p1.reviewer_id = @ef_filter__PersonId) OR p1.version_id = ANY (@ef_filter__AuditedVersionIds) OR EXISTS (
    SELECT 1
    FROM version_authors AS v
    WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = p1.version_id AND v.person_id = @ef_filter__PersonId4)) AND p.review_id = ANY (@p0)
ORDER BY p.created_at, p.id

-- 8
SELECT p.publication_id AS "ParentKey", d0.id AS "Id", d0.name AS "Name"
FROM publication_lists AS p
INNER JOIN (
    SELECT p0.id, p0.originator_id, p0.version_id
    FROM publications AS p0
    WHERE p0.originator_id = ANY (@ef_filter__HomeCenterIds) OR p0.version_id = ANY (@ef_filter__AuditedVersionIds)
) AS p1 ON p.publication_id = p1.id
INNER JOIN (
    SELECT d.id, d.name
    FROM distribution_lists AS d
    WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward7 OR (@ef_filter__p9 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
) AS d0 ON p.list_id = d0.id
WHERE (p1.originator_id = ANY (@ef_filter__HomeCenterIds) OR p1.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p.publication_id = ANY (@p0)
ORDER BY d0.name, d0.id
