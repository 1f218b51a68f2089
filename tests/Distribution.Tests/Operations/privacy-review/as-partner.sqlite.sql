-- 1
SELECT "p"."id", "p"."public_number", "p1"."id" IS NULL, "p1"."id", "p1"."privacy_reviewed_on", 0
FROM "products" AS "p"
LEFT JOIN (
    SELECT "p0"."id", "p0"."originator_id", "p0"."privacy_reviewed_on"
    FROM "product_versions" AS "p0"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e0"
        WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
) AS "p1" ON "p"."current_version_id" = "p1"."id"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."id" IN (@p01, @p02)

-- 2
SELECT @p0 AS "ParentKey", "p"."id" AS "Id", "p"."number" AS "Number", "p"."state" AS "State"
FROM "product_versions" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."version_id" AND ("e"."is_current" OR "e"."kind" = 'Home' OR "e"."kind" = 'Grant' OR "e"."kind" = 'Draft')) AND "p"."product_id" = @p0
ORDER BY "p"."number" DESC, "p"."id" DESC
LIMIT 11
