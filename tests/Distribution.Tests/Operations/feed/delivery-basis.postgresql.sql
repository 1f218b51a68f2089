-- 1
SELECT p0.id AS "Id", p0.public_number AS "PublicNumber", p0.published_at AS "PublishedAt"
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
            LIMIT 21
        ) AS e0 ON TRUE
    ) AS s
    ORDER BY s."SortValue" DESC, s."Key" DESC
    LIMIT 21
) AS s0
INNER JOIN (
    SELECT p.id, p.public_number, p.published_at
    FROM products AS p
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e1
        WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND p.id = e1.product_id AND e1.is_current)
) AS p0 ON s0."Key" = p0.id
ORDER BY p0.published_at DESC, p0.id DESC

-- 2
SELECT e.product_id, e.audience_id, e.kind
FROM entitlements AS e
WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND e.is_current AND e.product_id = ANY (@products)
ORDER BY e.audience_id

-- 3
SELECT p.product_id AS "ProductId", s.code AS "Code"
FROM product_sectors AS p
INNER JOIN sectors AS s ON p.sector_id = s.id
WHERE p.product_id = ANY (@products) AND p.sector_id = ANY (@terms)
UNION ALL
SELECT p0.product_id AS "ProductId", d.code AS "Code"
FROM product_disciplines AS p0
INNER JOIN disciplines AS d ON p0.discipline_id = d.id
WHERE p0.product_id = ANY (@products) AND p0.discipline_id = ANY (@terms)
UNION ALL
SELECT p1.product_id AS "ProductId", j.postal_code AS "Code"
FROM product_jurisdictions AS p1
INNER JOIN jurisdictions AS j ON p1.jurisdiction_id = j.id
WHERE p1.product_id = ANY (@products) AND p1.jurisdiction_id = ANY (@terms)

-- 4
SELECT d.id AS "Id", d.name AS "Name"
FROM distribution_lists AS d
WHERE (d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')) AND d.id = ANY (@p0)
ORDER BY d.name, d.id
