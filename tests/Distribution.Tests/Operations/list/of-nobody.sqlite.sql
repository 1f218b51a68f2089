-- 1
SELECT "d"."id" AS "Id", "d"."member_count" AS "MemberCount", "d"."name" AS "Name"
FROM "distribution_lists" AS "d"
WHERE @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
ORDER BY "d"."name", "d"."id"
LIMIT 11

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "distribution_lists" AS "d"
    WHERE @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
) AS "d0"
GROUP BY "d0"."Key"
