-- 1
SELECT p1.id AS "Id", p1.public_number AS "PublicNumber", p1.published_at AS "PublishedAt", p1.type AS "Type", f.id AS "Id", f.short_name AS "ShortName"
FROM (
    SELECT p.id, p.originator_id, p.public_number, p.published_at, p.type, CASE
        WHEN p.type = 'RfiResponse' THEN 0
        WHEN p.type = 'SituationalAwarenessProduct' THEN 1
        WHEN p.type = 'Bulletin' THEN 2
        WHEN p.type = 'IntelligenceWarningBulletin' THEN 3
        WHEN p.type = 'AdvisoryNotification' THEN 4
        WHEN p.type = 'FormalReport' THEN 5
        WHEN p.type = 'ThreatAssessment' THEN 6
        WHEN p.type = 'RiskAssessment' THEN 7
        ELSE 8
    END AS c
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.current_version_id IS NOT NULL AND p.type = ANY (@p0) AND EXISTS (
        SELECT 1
        FROM product_sectors AS p0
        INNER JOIN sectors AS s ON p0.sector_id = s.id
        WHERE p.id = p0.product_id AND s.code = ANY (@p1))
    ORDER BY CASE
        WHEN p.type = 'RfiResponse' THEN 0
        WHEN p.type = 'SituationalAwarenessProduct' THEN 1
        WHEN p.type = 'Bulletin' THEN 2
        WHEN p.type = 'IntelligenceWarningBulletin' THEN 3
        WHEN p.type = 'AdvisoryNotification' THEN 4
        WHEN p.type = 'FormalReport' THEN 5
        WHEN p.type = 'ThreatAssessment' THEN 6
        WHEN p.type = 'RiskAssessment' THEN 7
        ELSE 8
    END DESC, p.published_at, p.id
    LIMIT 11
) AS p1
INNER JOIN fusion_centers AS f ON p1.originator_id = f.id
ORDER BY p1.c DESC, p1.published_at, p1.id

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.current_version_id IS NOT NULL AND p.type = ANY (@p0) AND EXISTS (
        SELECT 1
        FROM product_sectors AS p0
        INNER JOIN sectors AS s ON p0.sector_id = s.id
        WHERE p.id = p0.product_id AND s.code = ANY (@p1))
) AS p1
GROUP BY p1."Key"

-- 3
SELECT p.product_id AS "ParentKey", s.code AS "Code", s.id AS "Id"
FROM product_sectors AS p
INNER JOIN sectors AS s ON p.sector_id = s.id
WHERE p.product_id = ANY (@p0)
ORDER BY s.name, s.id
