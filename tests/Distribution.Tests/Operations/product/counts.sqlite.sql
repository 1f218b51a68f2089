-- 1
SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 2
SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current")
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 3
SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."is_exercise" = @p0
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 4
SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."type" = @p0
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 5
SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."type" <> @p0
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11

-- 6
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL
) AS "p0"
GROUP BY "p0"."Key"

-- 7
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current")
) AS "p0"
GROUP BY "p0"."Key"

-- 8
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."is_exercise" = @p0
) AS "p0"
GROUP BY "p0"."Key"

-- 9
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."type" = @p0
) AS "p0"
GROUP BY "p0"."Key"

-- 10
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."type" <> @p0
) AS "p0"
GROUP BY "p0"."Key"
