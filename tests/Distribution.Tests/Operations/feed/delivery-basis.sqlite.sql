-- 1
SELECT "p"."id" AS "Id", "p"."public_number" AS "PublicNumber", "p"."published_at" AS "PublishedAt"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."current_version_id" IS NOT NULL
ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC
LIMIT 21

-- 2
SELECT "e"."product_id", "e"."audience_id", "e"."kind"
FROM "entitlements" AS "e"
WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "e"."is_current" AND "e"."product_id" IN (@products1, @products2, @products3, @products4, @products5, @products6, @products7, @products8, @products9, @products10, @products11, @products12, @products13, @products14, @products15, @products16, @products17, @products18, @products19, @products20)
ORDER BY "e"."audience_id"

-- 3
SELECT "p"."product_id" AS "ProductId", "s"."code" AS "Code"
FROM "product_sectors" AS "p"
INNER JOIN "sectors" AS "s" ON "p"."sector_id" = "s"."id"
WHERE "p"."product_id" IN (@products1, @products2, @products3, @products4, @products5, @products6, @products7, @products8, @products9, @products10, @products11, @products12, @products13, @products14, @products15, @products16, @products17, @products18, @products19, @products20) AND "p"."sector_id" IN (@terms1, @terms2, @terms3, @terms4)
UNION ALL
SELECT "p0"."product_id" AS "ProductId", "d"."code" AS "Code"
FROM "product_disciplines" AS "p0"
INNER JOIN "disciplines" AS "d" ON "p0"."discipline_id" = "d"."id"
WHERE "p0"."product_id" IN (@products1, @products2, @products3, @products4, @products5, @products6, @products7, @products8, @products9, @products10, @products11, @products12, @products13, @products14, @products15, @products16, @products17, @products18, @products19, @products20) AND "p0"."discipline_id" IN (@terms1, @terms2, @terms3, @terms4)
UNION ALL
SELECT "p1"."product_id" AS "ProductId", "j"."postal_code" AS "Code"
FROM "product_jurisdictions" AS "p1"
INNER JOIN "jurisdictions" AS "j" ON "p1"."jurisdiction_id" = "j"."id"
WHERE "p1"."product_id" IN (@products1, @products2, @products3, @products4, @products5, @products6, @products7, @products8, @products9, @products10, @products11, @products12, @products13, @products14, @products15, @products16, @products17, @products18, @products19, @products20) AND "p1"."jurisdiction_id" IN (@terms1, @terms2, @terms3, @terms4)

-- 4
SELECT "d"."id" AS "Id", "d"."name" AS "Name"
FROM "distribution_lists" AS "d"
WHERE ("d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')) AND "d"."id" IN (@p01, @p02, @p03, @p04, @p05)
ORDER BY "d"."name", "d"."id"
