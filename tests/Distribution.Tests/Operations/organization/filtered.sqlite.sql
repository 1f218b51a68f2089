-- 1
SELECT "o"."display_name" AS "DisplayName", "o"."government_level" AS "GovernmentLevel", "o"."id" AS "Id", "o"."kind" AS "Kind"
FROM "organizations" AS "o"
WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR ("o"."is_directory_listed" AND "o"."status" = 'Active' AND EXISTS (
    SELECT 1
    FROM "organization_centers" AS "o0"
    WHERE "o"."id" = "o0"."organization_id" AND "o0"."center_id" = @ef_filter__DirectoryCenterIds1)) OR EXISTS (
    SELECT 1
    FROM "list_organizations" AS "l"
    INNER JOIN (
        SELECT "d"."id", "d"."membership_visibility"
        FROM "distribution_lists" AS "d"
        WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
    ) AS "d0" ON "l"."list_id" = "d0"."id"
    WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND ("d0"."membership_visibility" = 'Open' OR ("d0"."membership_visibility" = 'MembersSeeOrganizations' AND "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5))) AND "l"."organization_id" = "o"."id")) AND (EXISTS (
    SELECT 1
    FROM "organization_sectors" AS "o1"
    INNER JOIN "sectors" AS "s" ON "o1"."sector_id" = "s"."id"
    WHERE "o"."id" = "o1"."organization_id" AND "s"."code" = @p0) OR "o"."government_level" = @p1)
ORDER BY "o"."display_name", "o"."id"
LIMIT 11

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "organizations" AS "o"
    WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR ("o"."is_directory_listed" AND "o"."status" = 'Active' AND EXISTS (
        SELECT 1
        FROM "organization_centers" AS "o0"
        WHERE "o"."id" = "o0"."organization_id" AND "o0"."center_id" = @ef_filter__DirectoryCenterIds1)) OR EXISTS (
        SELECT 1
        FROM "list_organizations" AS "l"
        INNER JOIN (
            SELECT "d"."id", "d"."membership_visibility"
            FROM "distribution_lists" AS "d"
            WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
        ) AS "d0" ON "l"."list_id" = "d0"."id"
        WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND ("d0"."membership_visibility" = 'Open' OR ("d0"."membership_visibility" = 'MembersSeeOrganizations' AND "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5))) AND "l"."organization_id" = "o"."id")) AND (EXISTS (
        SELECT 1
        FROM "organization_sectors" AS "o1"
        INNER JOIN "sectors" AS "s" ON "o1"."sector_id" = "s"."id"
        WHERE "o"."id" = "o1"."organization_id" AND "s"."code" = @p0) OR "o"."government_level" = @p1)
) AS "o2"
GROUP BY "o2"."Key"

-- 3
SELECT "o"."organization_id" AS "ParentKey", "s"."code" AS "Code", "s"."id" AS "Id"
FROM "organization_sectors" AS "o"
INNER JOIN "sectors" AS "s" ON "o"."sector_id" = "s"."id"
WHERE "o"."organization_id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
ORDER BY "s"."name", "s"."id"

-- 4
SELECT "o"."organization_id" AS "ParentKey", "f"."id" AS "Id", "f"."short_name" AS "ShortName"
FROM "organization_centers" AS "o"
INNER JOIN "fusion_centers" AS "f" ON "o"."center_id" = "f"."id"
WHERE "o"."organization_id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
ORDER BY "f"."name", "f"."id"

-- 5
SELECT "o"."id", "p1"."DisplayName", "p1"."Id"
FROM "organizations" AS "o"
LEFT JOIN (
    SELECT "p0"."DisplayName", "p0"."Id", "p0"."organization_id"
    FROM (
        SELECT "p"."display_name" AS "DisplayName", "p"."id" AS "Id", "p"."organization_id", ROW_NUMBER() OVER(PARTITION BY "p"."organization_id" ORDER BY "p"."display_name", "p"."id") AS "row"
        FROM "people" AS "p"
        WHERE "p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator21 OR EXISTS (
            SELECT 1
            FROM "center_officers" AS "c"
            WHERE @ef_filter__p38 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today24) AND "c"."person_id" = "p"."id")
    ) AS "p0"
    WHERE "p0"."row" <= 11
) AS "p1" ON "o"."id" = "p1"."organization_id"
WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR ("o"."is_directory_listed" AND "o"."status" = 'Active' AND EXISTS (
    SELECT 1
    FROM "organization_centers" AS "o0"
    WHERE "o"."id" = "o0"."organization_id" AND "o0"."center_id" = @ef_filter__DirectoryCenterIds1)) OR EXISTS (
    SELECT 1
    FROM "list_organizations" AS "l"
    INNER JOIN (
        SELECT "d"."id", "d"."membership_visibility"
        FROM "distribution_lists" AS "d"
        WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
    ) AS "d0" ON "l"."list_id" = "d0"."id"
    WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND ("d0"."membership_visibility" = 'Open' OR ("d0"."membership_visibility" = 'MembersSeeOrganizations' AND "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5))) AND "l"."organization_id" = "o"."id")) AND "o"."id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
ORDER BY "o"."id", "p1"."organization_id", "p1"."DisplayName", "p1"."Id"

-- 6
SELECT "p"."organization_id" AS "ParentKey", COUNT(*) AS "Count"
FROM "people" AS "p"
WHERE ("p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3 OR EXISTS (
    SELECT 1
    FROM "center_officers" AS "c"
    WHERE @ef_filter__p20 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today6) AND "c"."person_id" = "p"."id")) AND "p"."organization_id" IS NOT NULL AND "p"."organization_id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
GROUP BY "p"."organization_id"
