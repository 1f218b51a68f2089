-- 1
SELECT p0.id, p0.public_number, p0.published_at, p0.type, CASE
    WHEN p0.state = 'InPreparation' AND p0.published_at <= @c1 THEN 'Current'
    WHEN p0.state = 'Current' AND p0.valid_until <= @c1 THEN 'Expired'
    ELSE p0.state
END, p2.id IS NULL, p2.id, p4.id IS NULL, p4.cui_basic, p4.cui_specified, p4.designated_by, p4.dissemination_controls, p4.id, p4.legacy_markings, p4.ordinal, p4.originator_control, p4.originator_id, p4.purposes, p4.releasable_to, p4.sensitivities, p4.text, p4.tlp, p4.version_id, f.id, f.short_name
FROM (
    SELECT s."Key"
    FROM (
        SELECT DISTINCT e0.effective_at AS "SortValue", e0.product_id AS "Key"
        FROM unnest(@c0) AS u
        JOIN LATERAL (
            SELECT e.effective_at, e.product_id
            FROM entitlements AS e
            WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND e.audience_id = COALESCE(u.u, '00000000-0000-0000-0000-000000000000') AND e.is_current
            ORDER BY e.effective_at DESC, e.product_id DESC
            LIMIT 11
        ) AS e0 ON TRUE
    ) AS s
    ORDER BY s."SortValue" DESC, s."Key" DESC
    LIMIT 11
) AS s0
INNER JOIN (
    SELECT p.id, p.current_version_id, p.originator_id, p.public_number, p.published_at, p.state, p.type, p.valid_until
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e1
        WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND p.id = e1.product_id AND e1.is_current)
) AS p0 ON s0."Key" = p0.id
LEFT JOIN (
    SELECT p1.id, p1.title_portion_id
    FROM product_versions AS p1
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e2
        WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND p1.id = e2.version_id AND (e2.is_current OR e2.kind = 'Home' OR e2.kind = 'Grant' OR e2.kind = 'Draft'))
) AS p2 ON p0.current_version_id = p2.id
LEFT JOIN (
    SELECT p3.id, p3.cui_basic, p3.cui_specified, p3.designated_by, p3.dissemination_controls, p3.legacy_markings, p3.ordinal, p3.originator_control, p3.originator_id, p3.purposes, p3.releasable_to, p3.sensitivities, p3.text, p3.tlp, p3.version_id
    FROM portions AS p3
    WHERE p3.requires & @ef_filter__Lacks = 0 OR p3.originator_id = ANY (@ef_filter__HomeCenterIds) OR p3.version_id = ANY (@ef_filter__GrantedVersionIds)
) AS p4 ON p2.title_portion_id = p4.id
INNER JOIN fusion_centers AS f ON p0.originator_id = f.id
ORDER BY p0.published_at DESC, p0.id DESC

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.current_version_id IS NOT NULL
) AS p0
GROUP BY p0."Key"

-- 3
SELECT p.version_id, p.tlp, p.cui_basic, p.cui_specified, p.dissemination_controls, p.sensitivities, p.legacy_markings, p.releasable_to, p.originator_control, p.designated_by, p.purposes
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.version_id = ANY (@ids)
