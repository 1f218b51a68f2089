-- 1
SELECT p.id AS "Id", p.public_number AS "PublicNumber"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = @p0

-- 2
SELECT p.id AS "Id"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = @p0

-- 3
SELECT s.code AS "Code", s.id AS "Id"
FROM sectors AS s
WHERE s.id = @p0

-- 4
SELECT p.id AS "Id", p.public_number AS "PublicNumber"
FROM products AS p
WHERE EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p.id = ANY (@p0)

-- 5
SELECT f.id AS "Id", f.short_name AS "ShortName"
FROM fusion_centers AS f
WHERE f.id = @p0
