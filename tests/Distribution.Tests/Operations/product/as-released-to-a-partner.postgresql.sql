-- 1
SELECT p.id, p.published_at, p1.id IS NULL, p1.id, CASE
    WHEN p1.originator_id = ANY (@c1) OR (p1.originator_id IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR p1.id = ANY (@c2) OR (p1.id IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR (@c3 AND p1.discloses_withholding) THEN (p1.requires_throughout & @c0 <> 0 OR p1.requires_throughout IS NULL) AND NOT (p1.originator_id = ANY (@c1) AND p1.originator_id = ANY (@c1) IS NOT NULL) AND (p1.originator_id IS NOT NULL OR array_position(@c1, NULL) IS NULL) AND NOT (p1.id = ANY (@c2) AND p1.id = ANY (@c2) IS NOT NULL) AND (p1.id IS NOT NULL OR array_position(@c2, NULL) IS NULL)
    ELSE FALSE
END, CASE
    WHEN p1.originator_id = ANY (@c1) OR (p1.originator_id IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR p1.id = ANY (@c2) OR (p1.id IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR (@c3 AND p1.discloses_withholding AND p1.requires_throughout & @c0 = 0) THEN 1
    ELSE 0
END + CASE
    WHEN p1.originator_id = ANY (@c1) OR (p1.originator_id IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR p1.id = ANY (@c2) OR (p1.id IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR (@c3 AND p1.discloses_withholding) THEN 2
    ELSE 0
END
FROM products AS p
LEFT JOIN (
    SELECT p0.id, p0.discloses_withholding, p0.originator_id, p0.requires_throughout
    FROM product_versions AS p0
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e0
        WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
) AS p1 ON p.current_version_id = p1.id
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p1.id IS NOT NULL AND EXISTS (
    SELECT 1
    FROM portions AS p2
    WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p1.id = p2.version_id AND p2.kind = @p0)
ORDER BY p.published_at DESC, p.id DESC
LIMIT 11

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    LEFT JOIN (
        SELECT p0.id
        FROM product_versions AS p0
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e0
            WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
    ) AS p1 ON p.current_version_id = p1.id
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p1.id IS NOT NULL AND EXISTS (
        SELECT 1
        FROM portions AS p2
        WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p1.id = p2.version_id AND p2.kind = @p0)
) AS s
GROUP BY s."Key"

-- 3
SELECT p.product_id AS "ParentKey", f.id AS "Id", f.short_name AS "ShortName"
FROM product_co_originators AS p
INNER JOIN fusion_centers AS f ON p.center_id = f.id
WHERE p.product_id = ANY (@p0)
ORDER BY f.name, f.id

-- 4
SELECT p.id, p.confidence, p.contains_us_person_information, p.created_at, p.cui_basic, p.cui_specified, p.designated_by, p.dissemination_controls, p.is_tearline, p.key, p.kind, p.legacy_markings, p.likelihood, p.ordinal, p.originator_control, p.originator_id, p.purposes, p.releasable_to, p.requires, p.revision, p.search, p.sensitivities, p.text, p.tlp, p.updated_at, p.version_id
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.version_id = ANY (@ids) AND p.kind = 'KeyJudgment'
ORDER BY p.ordinal

-- 5
SELECT s.version_id, s.citation, s.credibility, s.id, s.kind, s.originator_id, s.reliability, s.third_agency_consent, p0.id IS NULL, p0.id, p0.kind
FROM source_references AS s
LEFT JOIN (
    SELECT p.id, p.kind
    FROM portions AS p
    WHERE p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)
) AS p0 ON s.portion_id = p0.id
WHERE (s.originator_id = ANY (@ef_filter__HomeCenterIds) OR s.version_id = ANY (@ef_filter__AuditedVersionIds) OR (@ef_filter__p3 AND s.is_identified AND s.requires & @ef_filter__Lacks = 0)) AND s.version_id = ANY (@p0)
ORDER BY s.ordinal, s.id
