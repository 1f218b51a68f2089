-- 1
SELECT s.code AS "Code", s.id AS "Id", s.name AS "Name", s.valid_from AS "ValidFrom", s.valid_until AS "ValidUntil"
FROM sectors AS s
ORDER BY s.name, s.id
LIMIT 101

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM sectors AS s
) AS s0
GROUP BY s0."Key"
