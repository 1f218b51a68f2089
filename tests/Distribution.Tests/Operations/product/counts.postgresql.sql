-- 1
SELECT p0.id AS "Id", p0.published_at AS "PublishedAt"
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
    SELECT p.id, p.published_at
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e1
        WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND p.id = e1.product_id AND e1.is_current)
) AS p0 ON s0."Key" = p0.id
ORDER BY p0.published_at DESC, p0.id DESC

-- 2
SELECT p.id AS "Id", p.published_at AS "PublishedAt"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current)
ORDER BY p.published_at DESC, p.id DESC
LIMIT 11

-- 3
SELECT p.id AS "Id", p.published_at AS "PublishedAt"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.is_exercise = @p0
ORDER BY p.published_at DESC, p.id DESC
LIMIT 11

-- 4
SELECT p.id AS "Id", p.published_at AS "PublishedAt"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.type = @p0
ORDER BY p.published_at DESC, p.id DESC
LIMIT 11

-- 5
SELECT p.id AS "Id", p.published_at AS "PublishedAt"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.type <> @p0
ORDER BY p.published_at DESC, p.id DESC
LIMIT 11

-- 6
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

-- 7
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current)
) AS p0
GROUP BY p0."Key"

-- 8
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.is_exercise = @p0
) AS p0
GROUP BY p0."Key"

-- 9
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.type = @p0
) AS p0
GROUP BY p0."Key"

-- 10
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.type <> @p0
) AS p0
GROUP BY p0."Key"
