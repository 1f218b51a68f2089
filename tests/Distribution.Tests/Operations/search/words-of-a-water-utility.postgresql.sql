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
        SELECT p2.version_id AS "Owner", 0 AS "Term", CASE
            WHEN p2.kind = 'Title' THEN 8
            WHEN p2.kind = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM portions AS p2
        WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p2.version_id IN (
            SELECT e1.version_id
            FROM entitlements AS e1
            WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.is_current
        ) AND p2.search @@ to_tsquery('english_stems', search_folded(@p0))
        UNION ALL
        SELECT p3.version_id AS "Owner", 1 AS "Term", CASE
            WHEN p3.kind = 'Title' THEN 8
            WHEN p3.kind = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM portions AS p3
        WHERE (p3.requires & @ef_filter__Lacks = 0 OR p3.originator_id = ANY (@ef_filter__HomeCenterIds) OR p3.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p3.version_id IN (
            SELECT e2.version_id
            FROM entitlements AS e2
            WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND e2.is_current
        ) AND p3.search @@ to_tsquery('english_stems', search_folded(@p1))
    ) AS u
    GROUP BY u."Owner"
    HAVING count(DISTINCT u."Term")::int = 2
) AS u0 ON p1.id = u0."Owner"
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current)
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
            SELECT p2.version_id AS "Owner", 0 AS "Term"
            FROM portions AS p2
            WHERE (p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p2.version_id IN (
                SELECT e1.version_id
                FROM entitlements AS e1
                WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.is_current
            ) AND p2.search @@ to_tsquery('english_stems', search_folded(@p0))
            UNION ALL
            SELECT p3.version_id AS "Owner", 1 AS "Term"
            FROM portions AS p3
            WHERE (p3.requires & @ef_filter__Lacks = 0 OR p3.originator_id = ANY (@ef_filter__HomeCenterIds) OR p3.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p3.version_id IN (
                SELECT e2.version_id
                FROM entitlements AS e2
                WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND e2.is_current
            ) AND p3.search @@ to_tsquery('english_stems', search_folded(@p1))
        ) AS u
        GROUP BY u."Owner"
        HAVING count(DISTINCT u."Term")::int = 2
    ) AS u0 ON p1.id = u0."Owner"
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current)
) AS s
GROUP BY s."Key"

-- 3
SELECT p.id, p.public_number, p.published_at, p1.id IS NULL, p1.id, p3.id IS NULL, p3.id, p3.ordinal, p3.originator_id, p3.text, p3.version_id
FROM products AS p
LEFT JOIN (
    SELECT p0.id, p0.title_portion_id
    FROM product_versions AS p0
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e0
        WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
) AS p1 ON p.current_version_id = p1.id
LEFT JOIN (
    SELECT p2.id, p2.ordinal, p2.originator_id, p2.text, p2.version_id
    FROM portions AS p2
    WHERE p2.requires & @ef_filter__Lacks = 0 OR p2.originator_id = ANY (@ef_filter__HomeCenterIds) OR p2.version_id = ANY (@ef_filter__GrantedVersionIds)
) AS p3 ON p1.title_portion_id = p3.id
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = @p0

-- 4
SELECT s.id AS "ProductId", p.id AS "Id", p.version_id AS "VersionId", p.originator_id AS "OriginatorId", p.ordinal AS "Ordinal"
FROM portions AS p
INNER JOIN (
    SELECT p0.id, p2.id AS id0
    FROM products AS p0
    LEFT JOIN (
        SELECT p1.id
        FROM product_versions AS p1
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e0
            WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now6))) AND p1.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
    ) AS p2 ON p0.current_version_id = p2.id
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now6))) AND p0.id = e.product_id AND e.is_current) AND p0.id = ANY (@ids)
) AS s ON p.version_id = s.id0
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.search @@ (to_tsquery('english_stems', search_folded(@stems)) || to_tsquery('simple', search_folded(@words)))
ORDER BY p.ordinal, p.id

-- 5
SELECT p.id AS "Id", p.key AS "Key", p.kind AS "Kind"
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.id = ANY (@p0)

-- 6
SELECT p.id AS "Id", p.text AS "Text"
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.id = ANY (@ids) AND p.tlp <> 'Red'
