-- 1
SELECT "p"."citizenship" AS "Citizenship", "p"."display_name" AS "DisplayName", "p"."id" AS "Id", "p"."status" AS "Status"
FROM "people" AS "p"
WHERE ("p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3) AND "p"."id" = @p0

-- 2
SELECT "o"."display_name" AS "DisplayName", "o"."id" AS "Id", "o"."status" AS "Status"
FROM "organizations" AS "o"
WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4) AND "o"."id" = @p0

-- 3
SELECT "d"."id" AS "Id", "d"."name" AS "Name"
FROM "distribution_lists" AS "d"
WHERE ("d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')) AND "d"."id" IN (@p01, @p02, @p03, @p04, @p05)
ORDER BY "d"."name", "d"."id"

-- 4
SELECT "v"."person_id" AS "ParentKey", "v"."expires_on" AS "ExpiresOn", "v"."id" AS "Id", "v"."kind" AS "Kind", "v"."verified_on" AS "VerifiedOn"
FROM "verified_attributes" AS "v"
WHERE "v"."person_id" = @ef_filter__PersonId AND "v"."person_id" = @p0
ORDER BY "v"."verified_on", "v"."id"

-- 5
SELECT "r"."person_id" AS "ParentKey", "r"."id" AS "Id", "r"."role" AS "Role", "r"."starts_on" AS "StartsOn"
FROM "role_assignments" AS "r"
WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator3) AND "r"."person_id" = @p0
ORDER BY "r"."starts_on", "r"."id"

-- 6
SELECT "s"."organization_id" AS "ParentKey", "s"."effective_on" AS "EffectiveOn", "s"."id" AS "Id", "s"."kind" AS "Kind", "s"."onward_sharing" AS "OnwardSharing", "s"."state" AS "State"
FROM "sharing_agreements" AS "s"
WHERE "s"."organization_id" = @ef_filter__OrganizationId AND "s"."organization_id" = @p0
ORDER BY "s"."effective_on" DESC, "s"."id" DESC
