-- 1
SELECT "p"."id" AS "Id", "p"."public_number" AS "PublicNumber", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL AND "p"."published_at" <= @p0 AND ("p"."published_at" < @p0 OR ("p"."published_at" = @p0 AND "p"."id" < @p1))
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 11
