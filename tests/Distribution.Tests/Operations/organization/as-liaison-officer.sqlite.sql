-- 1
SELECT "o5"."display_name", "o5"."id", CASE
    WHEN @c4 OR "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "o5"."status"
    ELSE 'Prospect'
END, CASE
    WHEN @c4 OR "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN 1
    ELSE 0
END + CASE
    WHEN "o5"."id" = @c0 OR EXISTS (
        SELECT 1
        FROM "organization_centers" AS "o8"
        WHERE "o5"."id" = "o8"."organization_id" AND "o8"."center_id" = @c51) THEN 2
    ELSE 0
END + CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN 4
    ELSE 0
END, "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13), "p0"."id" IS NULL, CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "p0"."answered_at"
    ELSE '0001-01-01 00:00:00'
END, CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "p0"."form_version"
END, CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "p0"."id"
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "p0"."liaison_designated"
    ELSE 'Designated'
END, CASE
    WHEN "o5"."id" = @c0 OR "o5"."id" IN (@c11, @c12, @c13) THEN "p0"."personnel_trained"
    ELSE 0
END
FROM (
    SELECT "o"."id", "o"."display_name", "o"."status", NOT (@c4) AND "o"."id" <> @c0 AND "o"."id" NOT IN (@c11, @c12, @c13) AS "c", CASE
        WHEN @c4 OR "o"."id" = @c0 OR "o"."id" IN (@c11, @c12, @c13) THEN CASE
            WHEN "o"."status" = 'Prospect' THEN 0
            WHEN "o"."status" = 'Onboarding' THEN 1
            WHEN "o"."status" = 'Active' THEN 2
            WHEN "o"."status" = 'Suspended' THEN 3
            WHEN "o"."status" = 'Offboarded' THEN 4
        END
    END AS "c0"
    FROM "organizations" AS "o"
    WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR EXISTS (
        SELECT 1
        FROM "list_organizations" AS "l"
        INNER JOIN (
            SELECT "d"."id", "d"."membership_visibility"
            FROM "distribution_lists" AS "d"
            WHERE "d"."owner_id" = @ef_filter__StaffCenterIds1 OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
        ) AS "d0" ON "l"."list_id" = "d0"."id"
        WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND "d0"."membership_visibility" = 'Open' AND "l"."organization_id" = "o"."id")) AND ("o"."id" = @c0 OR "o"."id" IN (@c11, @c12, @c13)) AND EXISTS (
        SELECT 1
        FROM "sharing_agreements" AS "s"
        WHERE ("s"."organization_id" = @ef_filter__LiaisonOrganizationId OR ("s"."center_id" = @ef_filter__StaffCenterIds1 AND "s"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3))) AND "o"."id" = "s"."organization_id" AND "s"."kind" = @p0)
    ORDER BY NOT (@c4) AND "o"."id" <> @c0 AND "o"."id" NOT IN (@c11, @c12, @c13), CASE
        WHEN @c4 OR "o"."id" = @c0 OR "o"."id" IN (@c11, @c12, @c13) THEN CASE
            WHEN "o"."status" = 'Prospect' THEN 0
            WHEN "o"."status" = 'Onboarding' THEN 1
            WHEN "o"."status" = 'Active' THEN 2
            WHEN "o"."status" = 'Suspended' THEN 3
            WHEN "o"."status" = 'Offboarded' THEN 4
        END
    END, "o"."id"
    LIMIT 11
) AS "o5"
LEFT JOIN (
    SELECT "p"."id", "p"."answered_at", "p"."form_version", "p"."liaison_designated", "p"."organization_id", "p"."personnel_trained"
    FROM "partner_questionnaires" AS "p"
    WHERE "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR "p"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3)
) AS "p0" ON "o5"."id" = "p0"."organization_id"
ORDER BY "o5"."c", "o5"."c0", "o5"."id"

-- 2
SELECT COUNT(*) AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "organizations" AS "o"
    WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR EXISTS (
        SELECT 1
        FROM "list_organizations" AS "l"
        INNER JOIN (
            SELECT "d"."id", "d"."membership_visibility"
            FROM "distribution_lists" AS "d"
            WHERE "d"."owner_id" = @ef_filter__StaffCenterIds1 OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
        ) AS "d0" ON "l"."list_id" = "d0"."id"
        WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND "d0"."membership_visibility" = 'Open' AND "l"."organization_id" = "o"."id")) AND ("o"."id" = @c0 OR "o"."id" IN (@c11, @c12, @c13)) AND EXISTS (
        SELECT 1
        FROM "sharing_agreements" AS "s"
        WHERE ("s"."organization_id" = @ef_filter__LiaisonOrganizationId OR ("s"."center_id" = @ef_filter__StaffCenterIds1 AND "s"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3))) AND "o"."id" = "s"."organization_id" AND "s"."kind" = @p0)
) AS "o2"
GROUP BY "o2"."Key"

-- 3
SELECT "s"."organization_id" AS "ParentKey", "s"."effective_on" AS "EffectiveOn", "s"."id" AS "Id", "s"."kind" AS "Kind"
FROM "sharing_agreements" AS "s"
WHERE ("s"."organization_id" = @ef_filter__LiaisonOrganizationId OR ("s"."center_id" = @ef_filter__StaffCenterIds1 AND "s"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3))) AND "s"."organization_id" IN (@p01, @p02, @p03)
ORDER BY "s"."effective_on" DESC, "s"."id" DESC

-- 4
SELECT "a"."organization_id" AS "ParentKey", "a"."id" AS "Id", "a"."kind" AS "Kind"
FROM "affiliations" AS "a"
WHERE ("a"."organization_id" = @ef_filter__LiaisonOrganizationId OR EXISTS (
    SELECT 1
    FROM "organization_centers" AS "o"
    WHERE "o"."organization_id" = "a"."organization_id" AND "o"."center_id" = @ef_filter__StaffCenterIds1)) AND "a"."organization_id" IN (@p01, @p02, @p03)
ORDER BY "a"."name", "a"."id"

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
            FROM "role_assignments" AS "r"
            WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator21 OR ("r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today24))) AND "p"."id" = "r"."person_id" AND "r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today24)) OR "p"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3) OR EXISTS (
            SELECT 1
            FROM "center_officers" AS "c"
            WHERE @ef_filter__p38 AND "c"."starts_on" <= @ef_filter__Today AND ("c"."ends_on" IS NULL OR "c"."ends_on" > @ef_filter__Today24) AND "c"."person_id" = "p"."id")
    ) AS "p0"
    WHERE "p0"."row" <= 11
) AS "p1" ON "o"."id" = "p1"."organization_id"
WHERE ("o"."is_publicly_listed" OR "o"."id" = @ef_filter__OrganizationId OR @ef_filter__IsStaff2 OR @ef_filter__IsSteward4 OR EXISTS (
    SELECT 1
    FROM "list_organizations" AS "l"
    INNER JOIN (
        SELECT "d"."id", "d"."membership_visibility"
        FROM "distribution_lists" AS "d"
        WHERE "d"."owner_id" = @ef_filter__StaffCenterIds1 OR @ef_filter__IsSteward4 OR (@ef_filter__p11 AND "d"."state" = 'Active' AND "d"."join_policy" <> 'InviteOnly')
    ) AS "d0" ON "l"."list_id" = "d0"."id"
    WHERE "l"."ends_at" > @ef_filter__Now AND @ef_filter__p11 AND "d0"."membership_visibility" = 'Open' AND "l"."organization_id" = "o"."id")) AND "o"."id" IN (@p01, @p02, @p03)
ORDER BY "o"."id", "p1"."organization_id", "p1"."DisplayName", "p1"."Id"

-- 6
SELECT "c"."person_id" AS "ParentKey", "c"."id" AS "Id", "c"."kind" AS "Kind", "c"."masked_value" AS "MaskedValue", "c"."person_id" <> @c0 AND ("p0"."organization_id" <> @c1 OR "p0"."organization_id" IS NULL) AND NOT EXISTS (
    SELECT 1
    FROM "center_officers" AS "c2"
    WHERE @ef_filter__p28 AND "c2"."starts_on" <= @ef_filter__Today AND ("c2"."ends_on" IS NULL OR "c2"."ends_on" > @ef_filter__Today14) AND "c2"."person_id" = "c"."person_id") AS "IsMasked", CASE
    WHEN "c"."person_id" = @c0 OR "p0"."organization_id" = @c1 OR EXISTS (
        SELECT 1
        FROM "center_officers" AS "c3"
        WHERE @ef_filter__p28 AND "c3"."starts_on" <= @ef_filter__Today AND ("c3"."ends_on" IS NULL OR "c3"."ends_on" > @ef_filter__Today14) AND "c3"."person_id" = "c"."person_id") THEN "c"."value"
    ELSE "c"."masked_value"
END AS "ShownValue"
FROM "contact_points" AS "c"
INNER JOIN (
    SELECT "p"."id", "p"."organization_id"
    FROM "people" AS "p"
    WHERE "p"."id" = @ef_filter__PersonId OR "p"."organization_id" = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator5 OR EXISTS (
        SELECT 1
        FROM "role_assignments" AS "r"
        WHERE ("r"."person_id" = @ef_filter__PersonId OR @ef_filter__IsAdministrator5 OR ("r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today14))) AND "p"."id" = "r"."person_id" AND "r"."center_id" = @ef_filter__ColleagueCenterIds1 AND "r"."starts_on" <= @ef_filter__Today AND ("r"."ends_on" IS NULL OR "r"."ends_on" > @ef_filter__Today14)) OR "p"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3) OR EXISTS (
        SELECT 1
        FROM "center_officers" AS "c0"
        WHERE @ef_filter__p28 AND "c0"."starts_on" <= @ef_filter__Today AND ("c0"."ends_on" IS NULL OR "c0"."ends_on" > @ef_filter__Today14) AND "c0"."person_id" = "p"."id")
) AS "p0" ON "c"."person_id" = "p0"."id"
WHERE ("c"."person_id" = @ef_filter__PersonId OR ("c"."visibility" <> 'Self' AND "p0"."organization_id" = @ef_filter__LiaisonOrganizationId) OR ("c"."visibility" = 'Centers' AND (@ef_filter__IsAdministrator5 OR "p0"."organization_id" IN (@ef_filter__AssignedOrganizationIds1, @ef_filter__AssignedOrganizationIds2, @ef_filter__AssignedOrganizationIds3) OR EXISTS (
    SELECT 1
    FROM "center_officers" AS "c1"
    WHERE @ef_filter__p28 AND "c1"."starts_on" <= @ef_filter__Today AND ("c1"."ends_on" IS NULL OR "c1"."ends_on" > @ef_filter__Today14) AND "c1"."person_id" = "c"."person_id")))) AND "c"."person_id" IN (@p01, @p02, @p03)
ORDER BY CASE
    WHEN "c"."kind" = 'Email' THEN 0
    WHEN "c"."kind" = 'Phone' THEN 1
    WHEN "c"."kind" = 'Sms' THEN 2
    WHEN "c"."kind" = 'Postal' THEN 3
    ELSE 4
END, "c"."id"
