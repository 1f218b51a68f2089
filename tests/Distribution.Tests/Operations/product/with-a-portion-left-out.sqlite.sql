-- 1
SELECT "p"."id", "p"."is_exercise", "p"."public_number", "p"."type", "p1"."id" IS NULL, "p1"."id", "p1"."number", "p1"."privacy_reviewed_on", "p1"."state", "p3"."id" IS NULL, "p3"."cui_basic", "p3"."cui_specified", "p3"."designated_by", "p3"."dissemination_controls", "p3"."id", "p3"."legacy_markings", "p3"."ordinal", "p3"."originator_control", "p3"."originator_id", "p3"."purposes", "p3"."releasable_to", "p3"."sensitivities", "p3"."text", "p3"."tlp", "p3"."version_id", "p5"."id" IS NULL, "p5"."id", "p5"."ordinal", "p5"."originator_id", "p5"."text", "p5"."version_id"
FROM "products" AS "p"
LEFT JOIN (
    SELECT "p0"."id", "p0"."number", "p0"."privacy_reviewed_on", "p0"."state", "p0"."summary_portion_id", "p0"."title_portion_id"
    FROM "product_versions" AS "p0"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e0"
        WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
) AS "p1" ON "p"."current_version_id" = "p1"."id"
LEFT JOIN (
    SELECT "p2"."id", "p2"."cui_basic", "p2"."cui_specified", "p2"."designated_by", "p2"."dissemination_controls", "p2"."legacy_markings", "p2"."ordinal", "p2"."originator_control", "p2"."originator_id", "p2"."purposes", "p2"."releasable_to", "p2"."sensitivities", "p2"."text", "p2"."tlp", "p2"."version_id"
    FROM "portions" AS "p2"
    WHERE "p2"."requires" & @ef_filter__Lacks = 0
) AS "p3" ON "p1"."summary_portion_id" = "p3"."id"
LEFT JOIN (
    SELECT "p4"."id", "p4"."ordinal", "p4"."originator_id", "p4"."text", "p4"."version_id"
    FROM "portions" AS "p4"
    WHERE "p4"."requires" & @ef_filter__Lacks = 0
) AS "p5" ON "p1"."title_portion_id" = "p5"."id"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."id" = @p0

-- 2
SELECT "p"."product_id" AS "ParentKey", "t"."code" AS "Code", "t"."id" AS "Id"
FROM "product_topics" AS "p"
INNER JOIN "topics" AS "t" ON "p"."topic_id" = "t"."id"
WHERE "p"."product_id" = @p0
ORDER BY "t"."name", "t"."id"

-- 3
SELECT "p"."product_id" AS "ParentKey", "s"."code" AS "Code", "s"."id" AS "Id"
FROM "product_sectors" AS "p"
INNER JOIN "sectors" AS "s" ON "p"."sector_id" = "s"."id"
WHERE "p"."product_id" = @p0
ORDER BY "s"."name", "s"."id"

-- 4
SELECT "p"."product_id" AS "ParentKey", "j"."id" AS "Id", "j"."postal_code" AS "PostalCode"
FROM "product_jurisdictions" AS "p"
INNER JOIN "jurisdictions" AS "j" ON "p"."jurisdiction_id" = "j"."id"
WHERE "p"."product_id" = @p0
ORDER BY "j"."fips_code", "j"."id"

-- 5
SELECT @p0 AS "ParentKey", "p"."id" AS "Id", "p"."number" AS "Number", "p"."state" AS "State"
FROM "product_versions" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."version_id" AND ("e"."is_current" OR "e"."kind" = 'Home' OR "e"."kind" = 'Grant' OR "e"."kind" = 'Draft')) AND "p"."product_id" = @p0
ORDER BY "p"."number" DESC, "p"."id" DESC
LIMIT 11

-- 6
SELECT "p"."version_id" AS "ParentKey", "p"."confidence" AS "Confidence", "p"."cui_basic" AS "CuiBasic", "p"."cui_specified" AS "CuiSpecified", "p"."designated_by" AS "DesignatedBy", "p"."dissemination_controls" AS "DisseminationControls", "p"."id" AS "Id", "p"."key" AS "Key", "p"."kind" AS "Kind", "p"."legacy_markings" AS "LegacyMarkings", "p"."likelihood" AS "Likelihood", "p"."ordinal" AS "Ordinal", "p"."originator_control" AS "OriginatorControl", "p"."originator_id" AS "OriginatorId", "p"."purposes" AS "Purposes", "p"."releasable_to" AS "ReleasableTo", "p"."sensitivities" AS "Sensitivities", "p"."text" AS "Text", "p"."tlp" AS "Tlp"
FROM "portions" AS "p"
WHERE "p"."requires" & @ef_filter__Lacks = 0 AND "p"."version_id" = @p0
ORDER BY "p"."ordinal", "p"."id"

-- 7
SELECT "p"."version_id", "p"."tlp", "p"."cui_basic", "p"."cui_specified", "p"."dissemination_controls", "p"."sensitivities", "p"."legacy_markings", "p"."releasable_to", "p"."originator_control", "p"."designated_by", "p"."purposes"
FROM "portions" AS "p"
WHERE "p"."requires" & @ef_filter__Lacks = 0 AND "p"."version_id" = @ids1

-- 8
SELECT "p"."product_id" AS "ParentKey", COUNT(*) AS "Count"
FROM "product_versions" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."version_id" AND ("e"."is_current" OR "e"."kind" = 'Home' OR "e"."kind" = 'Grant' OR "e"."kind" = 'Draft')) AND "p"."product_id" = @p01
GROUP BY "p"."product_id"
