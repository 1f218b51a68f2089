-- 1
SELECT "d0"."id" AS "Id", "d0"."join_policy" AS "JoinPolicy", "d0"."name" AS "Name", "f"."id" AS "Id", "f"."short_name" AS "ShortName"
FROM (
    SELECT "d"."id", "d"."join_policy", "d"."name", "d"."owner_id"
    FROM "distribution_lists" AS "d"
    WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
    ORDER BY "d"."name", "d"."id"
    LIMIT 11
) AS "d0"
INNER JOIN "fusion_centers" AS "f" ON "d0"."owner_id" = "f"."id"
ORDER BY "d0"."name", "d0"."id"

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "distribution_lists" AS "d"
    WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
) AS "d0"
GROUP BY "d0"."Key"

-- 3
SELECT "d"."id", "s0"."Id", "s0"."PublicNumber", "s0"."PublishedAt", "s0"."list_id", "s0"."product_id", "s0"."id0"
FROM "distribution_lists" AS "d"
LEFT JOIN (
    SELECT "s"."Id", "s"."PublicNumber", "s"."PublishedAt", "s"."list_id", "s"."product_id", "s"."id0", "s"."effective_at"
    FROM (
        SELECT "p0"."id" AS "Id", "p0"."public_number" AS "PublicNumber", "p0"."published_at" AS "PublishedAt", "l"."list_id", "l"."product_id", "d1"."id" AS "id0", ROW_NUMBER() OVER(PARTITION BY "l"."list_id" ORDER BY "l"."effective_at" DESC, "l"."product_id" DESC) AS "row", "l"."effective_at"
        FROM "list_products" AS "l"
        INNER JOIN (
            SELECT "d0"."id", "d0"."owner_id"
            FROM "distribution_lists" AS "d0"
            WHERE "d0"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d0"."state" = 'Active' AND "d0"."join_policy" <> 'InviteOnly')
        ) AS "d1" ON "l"."list_id" = "d1"."id"
        INNER JOIN (
            SELECT "p"."id", "p"."public_number", "p"."published_at"
            FROM "products" AS "p"
            WHERE EXISTS (
                SELECT 1
                FROM "entitlements" AS "e"
                WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now8))) AND "p"."id" = "e"."product_id" AND "e"."is_current")
        ) AS "p0" ON "l"."product_id" = "p0"."id"
        WHERE "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) AND "l"."effective_at" <= @ef_filter__Now0 AND ("l"."expires_at" IS NULL OR "l"."expires_at" > @ef_filter__Now80)
    ) AS "s"
    WHERE "s"."row" <= 11
) AS "s0" ON "d"."id" = "s0"."list_id"
WHERE ("d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')) AND "d"."id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
ORDER BY "d"."id", "s0"."list_id", "s0"."effective_at" DESC, "s0"."product_id" DESC, "s0"."id0"

-- 4
SELECT "d"."id", "s2"."id", "s2"."requested_at", "s2"."role", "s2"."state", "s2"."c", "s2"."id0", "s2"."c0", "s2"."id1", "s2"."c1", "s2"."id2"
FROM "distribution_lists" AS "d"
LEFT JOIN (
    SELECT "s1"."id", "s1"."requested_at", "s1"."role", "s1"."state", "s1"."c", "s1"."id0", "s1"."c0", "s1"."id1", "s1"."c1", "s1"."id2", "s1"."list_id"
    FROM (
        SELECT "l"."id", "l"."requested_at", "l"."role", "l"."state", "o3"."id" IS NULL AS "c", "o3"."id" AS "id0", "p0"."id" IS NULL AS "c0", "p0"."id" AS "id1", "s0"."id" IS NULL AS "c1", "s0"."id" AS "id2", "l"."list_id", ROW_NUMBER() OVER(PARTITION BY "l"."list_id" ORDER BY "l"."requested_at" DESC, "l"."id" DESC, "o3"."id", "p0"."id", "s0"."id") AS "row"
        FROM "list_memberships" AS "l"
        LEFT JOIN (
            SELECT "p"."id", "p"."organization_id"
            FROM "people" AS "p"
            WHERE "p"."id" = @ef_filter__PersonId17 OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator20 OR EXISTS (
                SELECT 1
                FROM "center_officers" AS "c"
                WHERE @ef_filter__p37 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today23) AND "c"."person_id" = "p"."id")
        ) AS "p0" ON "l"."person_id" = "p0"."id"
        LEFT JOIN (
            SELECT "o1"."id"
            FROM "organizations" AS "o1"
            WHERE "o1"."is_publicly_listed" OR "o1"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff41 OR @ef_filter__IsSteward3 OR ("o1"."is_directory_listed" AND "o1"."status" = 'Active' AND EXISTS (
                SELECT 1
                FROM "organization_centers" AS "o2"
                WHERE "o1"."id" = "o2"."organization_id" AND "o2"."center_id" = @ef_filter__DirectoryCenterIds1)) OR EXISTS (
                SELECT 1
                FROM "list_organizations" AS "l0"
                INNER JOIN (
                    SELECT "d0"."id", "d0"."membership_visibility"
                    FROM "distribution_lists" AS "d0"
                    WHERE "d0"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d0"."state" = 'Active' AND "d0"."join_policy" <> 'InviteOnly')
                ) AS "d1" ON "l0"."list_id" = "d1"."id"
                WHERE "l0"."ends_at" > @ef_filter__Now AND @ef_filter__p5 AND ("d1"."membership_visibility" = 'Open' OR ("d1"."membership_visibility" = 'MembersSeeOrganizations' AND "l0"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5))) AND "l0"."organization_id" = "o1"."id")
        ) AS "o3" ON "l"."organization_id" = "o3"."id"
        LEFT JOIN (
            SELECT "s"."id"
            FROM "service_clients" AS "s"
            WHERE "s"."id" = @ef_filter__ServiceClientId51 OR "s"."organization_id" = @ef_filter__LiaisonOrganizationId52 OR "s"."sponsor_id" = @ef_filter__PersonId17 OR @ef_filter__IsSteward3
        ) AS "s0" ON "l"."service_client_id" = "s0"."id"
        WHERE "l"."person_id" = @ef_filter__PersonId OR "l"."organization_id" = @ef_filter__EmployerId OR "l"."service_client_id" = @ef_filter__ServiceClientId
    ) AS "s1"
    WHERE "s1"."row" <= 11
) AS "s2" ON "d"."id" = "s2"."list_id"
WHERE ("d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward3 OR (@ef_filter__p5 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')) AND "d"."id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
ORDER BY "d"."id", "s2"."list_id", "s2"."requested_at" DESC, "s2"."id" DESC, "s2"."id0", "s2"."id1", "s2"."id2"

-- 5
SELECT "l"."list_id" AS "ParentKey", COUNT(*) AS "Count"
FROM "list_products" AS "l"
INNER JOIN (
    SELECT "d"."id", "d"."owner_id"
    FROM "distribution_lists" AS "d"
    WHERE "d"."id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) OR @ef_filter__IsSteward7 OR (@ef_filter__p9 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
) AS "d0" ON "l"."list_id" = "d0"."id"
INNER JOIN (
    SELECT "p"."id"
    FROM "products" AS "p"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5, @ef_filter__AudienceIds6, @ef_filter__AudienceIds7, @ef_filter__AudienceIds8, @ef_filter__AudienceIds9, @ef_filter__AudienceIds10) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now2))) AND "p"."id" = "e"."product_id" AND "e"."is_current")
) AS "p0" ON "l"."product_id" = "p0"."id"
WHERE "l"."list_id" IN (@ef_filter__ListIds1, @ef_filter__ListIds2, @ef_filter__ListIds3, @ef_filter__ListIds4, @ef_filter__ListIds5) AND "l"."effective_at" <= @ef_filter__Now0 AND ("l"."expires_at" IS NULL OR "l"."expires_at" > @ef_filter__Now20) AND "l"."list_id" IN (@p01, @p02, @p03, @p04, @p05, @p06, @p07, @p08, @p09, @p010)
GROUP BY "l"."list_id"
