-- 1
SELECT "p1"."id", "p1"."public_number", "p1"."published_at", "p1"."type", CASE
    WHEN "p1"."state" = 'InPreparation' AND "p1"."published_at" <= @c0 THEN 'Current'
    WHEN "p1"."state" = 'Current' AND "p1"."valid_until" <= @c00 THEN 'Expired'
    ELSE "p1"."state"
END, "p2"."id" IS NULL, "p2"."id", "p4"."id" IS NULL, "p4"."cui_basic", "p4"."cui_specified", "p4"."designated_by", "p4"."dissemination_controls", "p4"."id", "p4"."legacy_markings", "p4"."ordinal", "p4"."originator_control", "p4"."originator_id", "p4"."purposes", "p4"."releasable_to", "p4"."sensitivities", "p4"."text", "p4"."tlp", "p4"."version_id", "f"."id", "f"."short_name"
FROM (
    SELECT "p"."id", "p"."current_version_id", "p"."originator_id", "p"."public_number", "p"."published_at", "p"."state", "p"."type", "p"."valid_until", "p"."published_at" IS NULL AS "c"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL
    ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
    LIMIT 11
) AS "p1"
LEFT JOIN (
    SELECT "p0"."id", "p0"."title_portion_id"
    FROM "product_versions" AS "p0"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e0"
        WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
) AS "p2" ON "p1"."current_version_id" = "p2"."id"
LEFT JOIN (
    SELECT "p3"."id", "p3"."cui_basic", "p3"."cui_specified", "p3"."designated_by", "p3"."dissemination_controls", "p3"."legacy_markings", "p3"."ordinal", "p3"."originator_control", "p3"."originator_id", "p3"."purposes", "p3"."releasable_to", "p3"."sensitivities", "p3"."text", "p3"."tlp", "p3"."version_id"
    FROM "portions" AS "p3"
    WHERE "p3"."requires" & @ef_filter__Lacks = 0
) AS "p4" ON "p2"."title_portion_id" = "p4"."id"
INNER JOIN "fusion_centers" AS "f" ON "p1"."originator_id" = "f"."id"
ORDER BY "p1"."c" DESC, "p1"."published_at" DESC, "p1"."id" DESC

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL
) AS "p0"
GROUP BY "p0"."Key"

-- 3
SELECT "p"."version_id", "p"."tlp", "p"."cui_basic", "p"."cui_specified", "p"."dissemination_controls", "p"."sensitivities", "p"."legacy_markings", "p"."releasable_to", "p"."originator_control", "p"."designated_by", "p"."purposes"
FROM "portions" AS "p"
WHERE "p"."requires" & @ef_filter__Lacks = 0 AND "p"."version_id" IN (@ids1, @ids2, @ids3, @ids4, @ids5)
