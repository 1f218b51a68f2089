-- 1
SELECT "f0"."contact_email", "f0"."contact_phone", "f0"."contact_url", "f0"."designation", "f0"."id", "f0"."name", "f0"."scope", "f0"."short_name", "o1"."id" IS NULL, "o1"."display_name", "o1"."id"
FROM (
    SELECT "f"."id", "f"."contact_email", "f"."contact_phone", "f"."contact_url", "f"."designation", "f"."host_agency_id", "f"."name", "f"."scope", "f"."short_name"
    FROM "fusion_centers" AS "f"
    ORDER BY "f"."name", "f"."id"
    LIMIT 11
) AS "f0"
LEFT JOIN (
    SELECT "o"."id", "o"."display_name"
    FROM "organizations" AS "o"
    WHERE "o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR EXISTS (
        SELECT 1
        FROM "list_organizations" AS "l"
        INNER JOIN (
            SELECT "d"."id", "d"."membership_visibility"
            FROM "distribution_lists" AS "d"
            WHERE @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
        ) AS "d0" ON "l"."list_id" = "d0"."id"
        WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND "d0"."membership_visibility" = 'Open' AND "l"."organization_id" = "o"."id")
) AS "o1" ON "f0"."host_agency_id" = "o1"."id"
ORDER BY "f0"."name", "f0"."id"

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "fusion_centers" AS "f"
) AS "f0"
GROUP BY "f0"."Key"

-- 3
SELECT "c"."center_id" AS "ParentKey", "j"."fips_code" AS "FipsCode", "j"."id" AS "Id", "j"."name" AS "Name", "j"."postal_code" AS "PostalCode"
FROM "center_jurisdictions" AS "c"
INNER JOIN "jurisdictions" AS "j" ON "c"."jurisdiction_id" = "j"."id"
WHERE "c"."center_id" IN (@p01, @p02, @p03, @p04)
ORDER BY "j"."fips_code", "j"."id"

-- 4
SELECT "f"."id", "p1"."Id", "p1"."PublishedAt"
FROM "fusion_centers" AS "f"
LEFT JOIN (
    SELECT "p0"."Id", "p0"."PublishedAt", "p0"."originator_id", "p0"."c"
    FROM (
        SELECT "p"."id" AS "Id", "p"."published_at" AS "PublishedAt", "p"."originator_id", ROW_NUMBER() OVER(PARTITION BY "p"."originator_id" ORDER BY "p"."published_at" IS NULL DESC, "p"."published_at" DESC, "p"."id" DESC) AS "row", "p"."published_at" IS NULL AS "c"
        FROM "products" AS "p"
        WHERE EXISTS (
            SELECT 1
            FROM "entitlements" AS "e"
            WHERE "e"."audience_id" = @ef_filter__AudienceIds1 AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current")
    ) AS "p0"
    WHERE "p0"."row" <= 11
) AS "p1" ON "f"."id" = "p1"."originator_id"
WHERE "f"."id" IN (@p01, @p02, @p03, @p04)
ORDER BY "f"."id", "p1"."originator_id", "p1"."c" DESC, "p1"."PublishedAt" DESC, "p1"."Id" DESC

-- 5
SELECT "l"."center_id" AS "ParentKey", "l"."id" AS "Id", "l"."kind" AS "Kind"
FROM "liaison_assignments" AS "l"
WHERE ("l"."person_id" = @ef_filter__PersonId OR "l"."organization_id" = @ef_filter__EmployerId) AND "l"."center_id" IN (@p01, @p02, @p03, @p04)
ORDER BY "l"."starts_on", "l"."id"

-- 6
SELECT "p"."originator_id" AS "ParentKey", COUNT(*) AS "Count"
FROM "products" AS "p"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" = @ef_filter__AudienceIds1 AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."originator_id" IN (@p01, @p02, @p03, @p04)
GROUP BY "p"."originator_id"
