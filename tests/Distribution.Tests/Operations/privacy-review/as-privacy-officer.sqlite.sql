-- 1
SELECT "p"."id", "p"."public_number", "p1"."id" IS NULL, "p1"."id", "p1"."privacy_reviewed_on", CASE
    WHEN "p1"."originator_id" = @c01 THEN 8
    ELSE 0
END
FROM "products" AS "p"
LEFT JOIN (
    SELECT "p0"."id", "p0"."originator_id", "p0"."privacy_reviewed_on"
    FROM "product_versions" AS "p0"
    WHERE EXISTS (
        SELECT 1
        FROM "entitlements" AS "e0"
        WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
) AS "p1" ON "p"."current_version_id" = "p1"."id"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."id" IN (@p01, @p02)

-- 2
SELECT "p"."id", "p2"."Id", "p2"."Number", "p2"."State"
FROM "products" AS "p"
LEFT JOIN (
    SELECT "p1"."Id", "p1"."Number", "p1"."State", "p1"."product_id"
    FROM (
        SELECT "p0"."id" AS "Id", "p0"."number" AS "Number", "p0"."state" AS "State", "p0"."product_id", ROW_NUMBER() OVER(PARTITION BY "p0"."product_id" ORDER BY "p0"."number" DESC, "p0"."id" DESC) AS "row"
        FROM "product_versions" AS "p0"
        WHERE EXISTS (
            SELECT 1
            FROM "entitlements" AS "e0"
            WHERE "e0"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e0"."requires" & @ef_filter__Lacks = 0 AND ("e0"."kind" = 'Home' OR ("e0"."effective_at" <= @ef_filter__Now AND ("e0"."expires_at" IS NULL OR "e0"."expires_at" > @ef_filter__Now3))) AND "p0"."id" = "e0"."version_id" AND ("e0"."is_current" OR "e0"."kind" = 'Home' OR "e0"."kind" = 'Grant' OR "e0"."kind" = 'Draft'))
    ) AS "p1"
    WHERE "p1"."row" <= 11
) AS "p2" ON "p"."id" = "p2"."product_id"
WHERE EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now3))) AND "p"."id" = "e"."product_id" AND "e"."is_current") AND "p"."id" IN (@p01, @p02)
ORDER BY "p"."id", "p2"."product_id", "p2"."Number" DESC, "p2"."Id" DESC

-- 3
SELECT "p"."version_id", "p"."id", "p"."kind", CASE
    WHEN "p"."originator_id" = @c01 OR ("p"."originator_id" = @c21 AND "p"."reviewer_id" = @c3) THEN "p"."originator_id"
    ELSE '00000000-0000-0000-0000-000000000000'
END, "p"."outcome", CASE
    WHEN "p"."originator_id" = @c01 OR ("p"."originator_id" = @c21 AND "p"."reviewer_id" = @c3) THEN "p"."rationale"
END, "p"."requested_at", "p"."requested_by_id", "p"."signed_at", "p"."state", CASE
    WHEN "p"."originator_id" = @c01 OR ("p"."originator_id" = @c21 AND "p"."reviewer_id" = @c3) THEN "p"."version_id"
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN "p"."originator_id" = @c01 OR ("p"."originator_id" = @c21 AND "p"."reviewer_id" = @c3) THEN 1
    ELSE 0
END + CASE
    WHEN "p"."originator_id" = @c01 OR ("p"."originator_id" = @c21 AND "p"."reviewer_id" = @c3) OR EXISTS (
        SELECT 1
        FROM "version_authors" AS "v"
        WHERE "v"."originator_id" = @ef_filter__HomeCenterIds1 AND "v"."version_id" = "p"."version_id" AND "v"."person_id" = @c3) THEN 2
    ELSE 0
END, "p1"."id" IS NULL, "p1"."display_name", "p1"."id"
FROM "privacy_reviews" AS "p"
LEFT JOIN (
    SELECT "p0"."id", "p0"."display_name"
    FROM "people" AS "p0"
    WHERE "p0"."id" = @ef_filter__PersonId OR "p0"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator9 OR EXISTS (
        SELECT 1
        FROM "role_assignments" AS "r"
        WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator9 OR ("r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today12))) AND "p0"."id" = "r"."person_id" AND "r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today12)) OR EXISTS (
        SELECT 1
        FROM "organization_centers" AS "o"
        WHERE "o"."organization_id" = "p0"."organization_id" AND "o"."center_id" = @ef_filter__HomeCenterIds1) OR EXISTS (
        SELECT 1
        FROM "center_officers" AS "c"
        WHERE @ef_filter__p26 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today12) AND "c"."person_id" = "p0"."id")
) AS "p1" ON "p"."reviewer_id" = "p1"."id"
WHERE "p"."originator_id" = @ef_filter__HomeCenterIds1 AND EXISTS (
    SELECT 1
    FROM "entitlements" AS "e"
    WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now5))) AND "e"."version_id" = "p"."version_id") AND "p"."version_id" IN (@p01, @p02)
ORDER BY "p"."requested_at" DESC, "p"."id" DESC

-- 4
SELECT "v"."version_id" AS "ParentKey", "p0"."display_name" AS "DisplayName", "p0"."id" AS "Id"
FROM "version_authors" AS "v"
INNER JOIN (
    SELECT "p"."id", "p"."display_name"
    FROM "people" AS "p"
    WHERE "p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator5 OR EXISTS (
        SELECT 1
        FROM "role_assignments" AS "r"
        WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator5 OR ("r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today8))) AND "p"."id" = "r"."person_id" AND "r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today8)) OR EXISTS (
        SELECT 1
        FROM "organization_centers" AS "o"
        WHERE "o"."organization_id" = "p"."organization_id" AND "o"."center_id" = @ef_filter__HomeCenterIds1) OR EXISTS (
        SELECT 1
        FROM "center_officers" AS "c"
        WHERE @ef_filter__p22 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today8) AND "c"."person_id" = "p"."id")
) AS "p0" ON "v"."person_id" = "p0"."id"
WHERE "v"."originator_id" = @ef_filter__HomeCenterIds1 AND "v"."version_id" IN (@p01, @p02)
ORDER BY "p0"."display_name", "p0"."id"

-- 5
SELECT "p"."version_id" AS "ParentKey", "p"."id" AS "Id", "p"."reason_for_release" AS "ReasonForRelease"
FROM "publications" AS "p"
WHERE "p"."originator_id" = @ef_filter__HomeCenterIds1 AND "p"."version_id" IN (@p01, @p02)
ORDER BY "p"."effective_at" DESC, "p"."id" DESC

-- 6
SELECT "p"."display_name" AS "DisplayName", "p"."id" AS "Id"
FROM "people" AS "p"
WHERE ("p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3 OR EXISTS (
    SELECT 1
    FROM "role_assignments" AS "r"
    WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator3 OR ("r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today6))) AND "p"."id" = "r"."person_id" AND "r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today6)) OR EXISTS (
    SELECT 1
    FROM "organization_centers" AS "o"
    WHERE "o"."organization_id" = "p"."organization_id" AND "o"."center_id" = @ef_filter__HomeCenterIds1) OR EXISTS (
    SELECT 1
    FROM "center_officers" AS "c"
    WHERE @ef_filter__p20 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today6) AND "c"."person_id" = "p"."id")) AND "p"."id" IN (@p01, @p02)

-- 7
SELECT "p"."review_id" AS "ParentKey", "p"."category" AS "Category", "p"."id" AS "Id", "p"."originator_id" AS "OriginatorId", "p"."required_action" AS "RequiredAction", "p"."resolution" AS "Resolution", "p"."severity" AS "Severity", "p1"."version_id" AS "VersionId"
FROM "privacy_findings" AS "p"
INNER JOIN (
    SELECT "p0"."id", "p0"."reviewer_id", "p0"."version_id"
    FROM "privacy_reviews" AS "p0"
    WHERE "p0"."originator_id" = @ef_filter__HomeCenterIds1 AND EXISTS (
        SELECT 1
        FROM "entitlements" AS "e"
        WHERE "e"."audience_id" IN (@ef_filter__AudienceIds1, @ef_filter__AudienceIds2, @ef_filter__AudienceIds3, @ef_filter__AudienceIds4, @ef_filter__AudienceIds5) AND "e"."requires" & @ef_filter__Lacks = 0 AND ("e"."kind" = 'Home' OR ("e"."effective_at" <= @ef_filter__Now AND ("e"."expires_at" IS NULL OR "e"."expires_at" > @ef_filter__Now10))) AND "e"."version_id" = "p0"."version_id")
) AS "p1" ON "p"."review_id" = "p1"."id"
WHERE ("p"."originator_id" = @ef_filter__OversightCenterIds1 OR ("p"."originator_id" = @ef_filter__HomeCenterIds1 AND "p1"."reviewer_id" = @ef_filter__PersonId) OR EXISTS (
    SELECT 1
    FROM "version_authors" AS "v"
    WHERE "v"."originator_id" = @ef_filter__HomeCenterIds1 AND "v"."version_id" = "p1"."version_id" AND "v"."person_id" = @ef_filter__PersonId4)) AND "p"."review_id" IN (@p01, @p02)
ORDER BY "p"."created_at", "p"."id"

-- 8
SELECT "p"."publication_id" AS "ParentKey", "d0"."id" AS "Id", "d0"."name" AS "Name"
FROM "publication_lists" AS "p"
INNER JOIN (
    SELECT "p0"."id", "p0"."originator_id", "p0"."version_id"
    FROM "publications" AS "p0"
    WHERE "p0"."originator_id" = @ef_filter__HomeCenterIds1
) AS "p1" ON "p"."publication_id" = "p1"."id"
INNER JOIN (
    SELECT "d"."id", "d"."name"
    FROM "distribution_lists" AS "d"
    WHERE "d"."owner_id" = @ef_filter__StaffCenterIds1 OR @ef_filter__IsSteward7 OR (@ef_filter__p9 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
) AS "d0" ON "p"."list_id" = "d0"."id"
WHERE "p1"."originator_id" = @ef_filter__HomeCenterIds1 AND "p"."publication_id" IN (@p01, @p02)
ORDER BY "d0"."name", "d0"."id"
