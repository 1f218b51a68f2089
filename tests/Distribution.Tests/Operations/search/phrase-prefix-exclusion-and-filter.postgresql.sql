-- 1
SELECT p.id AS "Key", u0."Owner", u0."Rank", p.published_at AS "SortValue"
FROM products AS p
LEFT JOIN (
    SELECT p0.id
    FROM product_versions AS p0
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e0
        WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
) AS p1 ON p.current_version_id = p1.id
INNER JOIN (
    SELECT u."Owner", COALESCE(sum(u."Points"), 0)::int AS "Rank"
    FROM (
        SELECT p3.version_id AS "Owner", 0 AS "Term", CASE
            WHEN p3.kind = 'Title' THEN 8
            WHEN p3.kind = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM portions AS p3
        WHERE (p3.requires & @ef_filter__Lacks = 0 OR p3.originator_id = ANY (@ef_filter__HomeCenterIds) OR p3.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p3.version_id IN (
            SELECT e1.version_id
            FROM entitlements AS e1
            WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.is_current
        ) AND p3.search @@ to_tsquery('simple', search_folded(@p0))
        UNION ALL
        SELECT p4.version_id AS "Owner", 1 AS "Term", CASE
            WHEN p4.kind = 'Title' THEN 8
            WHEN p4.kind = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM portions AS p4
        WHERE (p4.requires & @ef_filter__Lacks = 0 OR p4.originator_id = ANY (@ef_filter__HomeCenterIds) OR p4.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p4.version_id IN (
            SELECT e2.version_id
            FROM entitlements AS e2
            WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND e2.is_current
        ) AND p4.search @@ to_tsquery('simple', search_folded(@p1))
    ) AS u
    GROUP BY u."Owner"
    HAVING count(DISTINCT u."Term")::int = 2
) AS u0 ON p1.id = u0."Owner"
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND NOT EXISTS (
    SELECT 1
    FROM portions AS p2
    WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p2.version_id = p1.id AND p2.search @@ to_tsquery('english_stems', search_folded(@p2))) AND CASE
    WHEN p.state = 'InPreparation' AND p.published_at <= @c0 THEN 'Current'
    WHEN p.state = 'Current' AND p.valid_until <= @c0 THEN 'Expired'
    ELSE p.state
END = @p3
ORDER BY u0."Rank" DESC, p.published_at DESC, p.id DESC
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
    INNER JOIN (
        SELECT u."Owner"
        FROM (
            SELECT p3.version_id AS "Owner", 0 AS "Term"
            FROM portions AS p3
            WHERE (p3.requires & @ef_filter__Lacks = 0 OR p3.originator_id = ANY (@ef_filter__HomeCenterIds) OR p3.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p3.version_id IN (
                SELECT e1.version_id
                FROM entitlements AS e1
                WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.is_current
            ) AND p3.search @@ to_tsquery('simple', search_folded(@p0))
            UNION ALL
            SELECT p4.version_id AS "Owner", 1 AS "Term"
            FROM portions AS p4
            WHERE (p4.requires & @ef_filter__Lacks = 0 OR p4.originator_id = ANY (@ef_filter__HomeCenterIds) OR p4.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p4.version_id IN (
                SELECT e2.version_id
                FROM entitlements AS e2
                WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND e2.is_current
            ) AND p4.search @@ to_tsquery('simple', search_folded(@p1))
        ) AS u
        GROUP BY u."Owner"
        HAVING count(DISTINCT u."Term")::int = 2
    ) AS u0 ON p1.id = u0."Owner"
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND NOT EXISTS (
        SELECT 1
        FROM portions AS p2
        WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p2.version_id = p1.id AND p2.search @@ to_tsquery('english_stems', search_folded(@p2))) AND CASE
        WHEN p.state = 'InPreparation' AND p.published_at <= @c0 THEN 'Current'
        WHEN p.state = 'Current' AND p.valid_until <= @c0 THEN 'Expired'
        ELSE p.state
    END = @p3
) AS s
GROUP BY s."Key"

-- 3
SELECT p.id AS "Id", p.public_number AS "PublicNumber", p.type AS "Type"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = ANY (@p0)
