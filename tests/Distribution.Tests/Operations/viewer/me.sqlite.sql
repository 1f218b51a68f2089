-- 1
SELECT CASE
    WHEN "p"."id" = @c0 THEN "p"."citizenship"
    ELSE 'UsPerson'
END AS "Citizenship", "p"."display_name" AS "DisplayName", "p"."id" AS "Id", "p"."status" AS "Status", CASE
    WHEN "p"."id" = @c0 THEN 1
    ELSE 0
END + CASE
    WHEN "p"."id" = @c0 OR @c1 THEN 16
    ELSE 0
END AS "Readable"
FROM "people" AS "p"
WHERE ("p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3 OR EXISTS (
    SELECT 1
    FROM "center_officers" AS "c"
    WHERE @ef_filter__p20 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today6) AND "c"."person_id" = "p"."id")) AND "p"."id" = @p0

-- 2
SELECT "o"."display_name" AS "DisplayName", "o"."id" AS "Id", CASE
    WHEN @c0 OR "o"."id" = @c1 THEN "o"."status"
    ELSE 'Prospect'
END AS "Status", CASE
    WHEN @c0 OR "o"."id" = @c1 THEN 1
    ELSE 0
END + CASE
    WHEN "o"."id" = @c1 THEN 4
    ELSE 0
END AS "Readable"
FROM "organizations" AS "o"
WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR EXISTS (
    SELECT 1
    FROM "list_organizations" AS "l"
    INNER JOIN (
        SELECT "d"."id", "d"."membership_visibility"
        FROM "distribution_lists" AS "d"
        WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
    ) AS "d0" ON "l"."list_id" = "d0"."id"
    WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND ("d0"."membership_visibility" = 'Open' OR ("d0"."membership_visibility" = 'MembersSeeOrganizations' AND "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5))) AND "l"."organization_id" = "o"."id")) AND "o"."id" = @p0

-- 3
SELECT "d"."id" AS "Id", "d"."name" AS "Name"
FROM "distribution_lists" AS "d"
WHERE ("d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')) AND "d"."id" IN (@p01, @p02, @p03, @p04, @p05)
ORDER BY "d"."name", "d"."id"

-- 4
SELECT "v"."person_id" AS "ParentKey", "v"."expires_on" AS "ExpiresOn", "v"."id" AS "Id", "v"."kind" AS "Kind", "v"."verified_on" AS "VerifiedOn"
FROM "verified_attributes" AS "v"
WHERE ("v"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator2) AND "v"."person_id" = @p0
ORDER BY "v"."verified_on", "v"."id"

-- 5
SELECT "r"."person_id" AS "ParentKey", "r"."id" AS "Id", "r"."role" AS "Role", "r"."starts_on" AS "StartsOn"
FROM "role_assignments" AS "r"
WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator2) AND "r"."person_id" = @p0
ORDER BY "r"."starts_on", "r"."id"
