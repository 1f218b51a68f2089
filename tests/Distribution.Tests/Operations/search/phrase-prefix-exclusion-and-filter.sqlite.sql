-- 1
SELECT "p"."id" AS "Key", "u0"."Owner", "u0"."Rank", "p"."published_at" AS "SortValue"
FROM "products" AS "p"
LEFT JOIN (
    SELECT "p0"."id"
    FROM "product_versions" AS "p0"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e0"
        WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
) AS "p1" ON "p"."current_version_id" = "p1"."id"
INNER JOIN (
    SELECT "u"."Owner", COALESCE(SUM("u"."Points"), 0) AS "Rank"
    FROM (
        SELECT "p4"."version_id" AS "Owner", 0 AS "Term", CASE
            WHEN "p4"."kind" = 'Title' THEN 8
            WHEN "p4"."kind" = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM "portions" AS "p4"
        WHERE "p4"."requires" & @ef_filter__Lacks = 0 AND "p4"."version_id" IN (
            SELECT "e1"."version_id"
            FROM "entitlements" AS "e1"
            WHERE "e1"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e1"."requires" & @ef_filter__Lacks = 0 AND ("e1"."kind" = 'Home' OR ("e1"."effective_at" <= @ef_filter__Now AND ("e1"."expires_at" IS NULL OR "e1"."expires_at" > @ef_filter__Now3))) AND "e1"."is_current"
        ) AND "p4"."id" IN (
            SELECT "s0"."portion_id"
            FROM "portion_words"(@p0) AS "p5"
            INNER JOIN "searched_portions" AS "s0" ON "p5"."rowid" = "s0"."id"
        )
        UNION ALL
        SELECT "p6"."version_id" AS "Owner", 1 AS "Term", CASE
            WHEN "p6"."kind" = 'Title' THEN 8
            WHEN "p6"."kind" = 'Summary' THEN 4
            ELSE 1
        END AS "Points"
        FROM "portions" AS "p6"
        WHERE "p6"."requires" & @ef_filter__Lacks = 0 AND "p6"."version_id" IN (
            SELECT "e2"."version_id"
            FROM "entitlements" AS "e2"
            WHERE "e2"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e2"."requires" & @ef_filter__Lacks = 0 AND ("e2"."kind" = 'Home' OR ("e2"."effective_at" <= @ef_filter__Now AND ("e2"."expires_at" IS NULL OR "e2"."expires_at" > @ef_filter__Now3))) AND "e2"."is_current"
        ) AND "p6"."id" IN (
            SELECT "s1"."portion_id"
            FROM "portion_words"(@p1) AS "p7"
            INNER JOIN "searched_portions" AS "s1" ON "p7"."rowid" = "s1"."id"
        )
    ) AS "u"
    GROUP BY "u"."Owner"
    HAVING COUNT(DISTINCT ("u"."Term")) = 2
) AS "u0" ON "p1"."id" = "u0"."Owner"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND NOT EXISTS (
    SELECT 1
    FROM "portions" AS "p2"
    WHERE "p2"."requires" & @ef_filter__Lacks = 0 AND "p2"."version_id" = "p1"."id" AND "p2"."id" IN (
        SELECT "s"."portion_id"
        FROM "portion_stems"(@p2) AS "p3"
        INNER JOIN "searched_portions" AS "s" ON "p3"."rowid" = "s"."id"
    )) AND CASE
    WHEN "p"."state" = 'InPreparation' AND "p"."published_at" <= @c0 THEN 'Current'
    WHEN "p"."state" = 'Current' AND "p"."valid_until" <= @c00 THEN 'Expired'
    ELSE "p"."state"
END = @p3
ORDER BY "u0"."Rank" DESC, "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    LEFT JOIN (
        SELECT "p0"."id"
        FROM "product_versions" AS "p0"
        WHERE EXISTS (
            SELECT 1
            FROM "entitlements" AS "e0"
            WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
    ) AS "p1" ON "p"."current_version_id" = "p1"."id"
    INNER JOIN (
        SELECT "u"."Owner"
        FROM (
            SELECT "p4"."version_id" AS "Owner", 0 AS "Term"
            FROM "portions" AS "p4"
            WHERE "p4"."requires" & @ef_filter__Lacks = 0 AND "p4"."version_id" IN (
                SELECT "e1"."version_id"
                FROM "entitlements" AS "e1"
                WHERE "e1"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e1"."requires" & @ef_filter__Lacks = 0 AND ("e1"."kind" = 'Home' OR ("e1"."effective_at" <= @ef_filter__Now AND ("e1"."expires_at" IS NULL OR "e1"."expires_at" > @ef_filter__Now3))) AND "e1"."is_current"
            ) AND "p4"."id" IN (
                SELECT "s0"."portion_id"
                FROM "portion_words"(@p0) AS "p5"
                INNER JOIN "searched_portions" AS "s0" ON "p5"."rowid" = "s0"."id"
            )
            UNION ALL
            SELECT "p6"."version_id" AS "Owner", 1 AS "Term"
            FROM "portions" AS "p6"
            WHERE "p6"."requires" & @ef_filter__Lacks = 0 AND "p6"."version_id" IN (
                SELECT "e2"."version_id"
                FROM "entitlements" AS "e2"
                WHERE "e2"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e2"."requires" & @ef_filter__Lacks = 0 AND ("e2"."kind" = 'Home' OR ("e2"."effective_at" <= @ef_filter__Now AND ("e2"."expires_at" IS NULL OR "e2"."expires_at" > @ef_filter__Now3))) AND "e2"."is_current"
            ) AND "p6"."id" IN (
                SELECT "s1"."portion_id"
                FROM "portion_words"(@p1) AS "p7"
                INNER JOIN "searched_portions" AS "s1" ON "p7"."rowid" = "s1"."id"
            )
        ) AS "u"
        GROUP BY "u"."Owner"
        HAVING COUNT(DISTINCT ("u"."Term")) = 2
    ) AS "u0" ON "p1"."id" = "u0"."Owner"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND NOT EXISTS (
        SELECT 1
        FROM "portions" AS "p2"
        WHERE "p2"."requires" & @ef_filter__Lacks = 0 AND "p2"."version_id" = "p1"."id" AND "p2"."id" IN (
            SELECT "s"."portion_id"
            FROM "portion_stems"(@p2) AS "p3"
            INNER JOIN "searched_portions" AS "s" ON "p3"."rowid" = "s"."id"
        )) AND CASE
        WHEN "p"."state" = 'InPreparation' AND "p"."published_at" <= @c0 THEN 'Current'
        WHEN "p"."state" = 'Current' AND "p"."valid_until" <= @c00 THEN 'Expired'
        ELSE "p"."state"
    END = @p3
) AS "s2"
GROUP BY "s2"."Key"

-- 3
SELECT "p"."id" AS "Id", "p"."public_number" AS "PublicNumber", "p"."type" AS "Type"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."id" IN (@p01, @p02)
