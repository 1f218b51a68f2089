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
