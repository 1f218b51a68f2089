-- 1
SELECT CASE
    WHEN s.originator_id = ANY (@c2) OR s.id = ANY (@c3) OR (s.originator_id = ANY (@c0) AND EXISTS (
        SELECT 1
        FROM product_versions AS p5
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e2
            WHERE e2.audience_id = ANY (@ef_filter__AudienceIds) AND e2.requires & @ef_filter__Lacks = 0 AND (e2.kind = 'Home' OR (e2.effective_at <= @ef_filter__Now AND (e2.expires_at IS NULL OR e2.expires_at > @ef_filter__Now3))) AND p5.id = e2.version_id AND (e2.is_current OR e2.kind = 'Home' OR e2.kind = 'Grant' OR e2.kind = 'Draft')) AND s.id = p5.product_id AND (EXISTS (
            SELECT 1
            FROM version_authors AS v0
            WHERE (v0.originator_id = ANY (@ef_filter__HomeCenterIds) OR v0.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p5.id = v0.version_id AND v0.person_id = @c4) OR EXISTS (
            SELECT 1
            FROM privacy_reviews AS p6
            WHERE ((p6.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
                SELECT 1
                FROM entitlements AS e3
                WHERE e3.audience_id = ANY (@ef_filter__AudienceIds) AND e3.requires & @ef_filter__Lacks = 0 AND (e3.kind = 'Home' OR (e3.effective_at <= @ef_filter__Now AND (e3.expires_at IS NULL OR e3.expires_at > @ef_filter__Now3))) AND e3.version_id = p6.version_id)) OR p6.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p5.id = p6.version_id AND p6.reviewer_id = @c4)))) THEN s.current_version_id
END, s.id, CASE
    WHEN s.originator_id = ANY (@c2) OR s.id = ANY (@c3) OR (s.originator_id = ANY (@c0) AND EXISTS (
        SELECT 1
        FROM product_versions AS p7
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e4
            WHERE e4.audience_id = ANY (@ef_filter__AudienceIds) AND e4.requires & @ef_filter__Lacks = 0 AND (e4.kind = 'Home' OR (e4.effective_at <= @ef_filter__Now AND (e4.expires_at IS NULL OR e4.expires_at > @ef_filter__Now3))) AND p7.id = e4.version_id AND (e4.is_current OR e4.kind = 'Home' OR e4.kind = 'Grant' OR e4.kind = 'Draft')) AND s.id = p7.product_id AND (EXISTS (
            SELECT 1
            FROM version_authors AS v1
            WHERE (v1.originator_id = ANY (@ef_filter__HomeCenterIds) OR v1.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p7.id = v1.version_id AND v1.person_id = @c4) OR EXISTS (
            SELECT 1
            FROM privacy_reviews AS p8
            WHERE ((p8.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
                SELECT 1
                FROM entitlements AS e5
                WHERE e5.audience_id = ANY (@ef_filter__AudienceIds) AND e5.requires & @ef_filter__Lacks = 0 AND (e5.kind = 'Home' OR (e5.effective_at <= @ef_filter__Now AND (e5.expires_at IS NULL OR e5.expires_at > @ef_filter__Now3))) AND e5.version_id = p8.version_id)) OR p8.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p7.id = p8.version_id AND p8.reviewer_id = @c4)))) THEN s.originator_id
    ELSE '00000000-0000-0000-0000-000000000000'
END, s.public_number, CASE
    WHEN s.originator_id = ANY (@c2) OR s.id = ANY (@c3) OR (s.originator_id = ANY (@c0) AND EXISTS (
        SELECT 1
        FROM product_versions AS p9
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e6
            WHERE e6.audience_id = ANY (@ef_filter__AudienceIds) AND e6.requires & @ef_filter__Lacks = 0 AND (e6.kind = 'Home' OR (e6.effective_at <= @ef_filter__Now AND (e6.expires_at IS NULL OR e6.expires_at > @ef_filter__Now3))) AND p9.id = e6.version_id AND (e6.is_current OR e6.kind = 'Home' OR e6.kind = 'Grant' OR e6.kind = 'Draft')) AND s.id = p9.product_id AND (EXISTS (
            SELECT 1
            FROM version_authors AS v2
            WHERE (v2.originator_id = ANY (@ef_filter__HomeCenterIds) OR v2.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p9.id = v2.version_id AND v2.person_id = @c4) OR EXISTS (
            SELECT 1
            FROM privacy_reviews AS p10
            WHERE ((p10.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
                SELECT 1
                FROM entitlements AS e7
                WHERE e7.audience_id = ANY (@ef_filter__AudienceIds) AND e7.requires & @ef_filter__Lacks = 0 AND (e7.kind = 'Home' OR (e7.effective_at <= @ef_filter__Now AND (e7.expires_at IS NULL OR e7.expires_at > @ef_filter__Now3))) AND e7.version_id = p10.version_id)) OR p10.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p9.id = p10.version_id AND p10.reviewer_id = @c4)))) THEN 1
    ELSE 0
END, s.id0 IS NULL, CASE
    WHEN s.originator_id0 = ANY (@c2) OR (s.originator_id0 IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR s.id0 = ANY (@c1) OR (s.id0 IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR ((s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL)) AND (EXISTS (
        SELECT 1
        FROM version_authors AS v3
        WHERE (v3.originator_id = ANY (@ef_filter__HomeCenterIds) OR v3.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = v3.version_id AND v3.person_id = @c4) OR EXISTS (
        SELECT 1
        FROM privacy_reviews AS p11
        WHERE ((p11.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e8
            WHERE e8.audience_id = ANY (@ef_filter__AudienceIds) AND e8.requires & @ef_filter__Lacks = 0 AND (e8.kind = 'Home' OR (e8.effective_at <= @ef_filter__Now AND (e8.expires_at IS NULL OR e8.expires_at > @ef_filter__Now3))) AND e8.version_id = p11.version_id)) OR p11.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = p11.version_id AND p11.reviewer_id = @c4))) THEN s.analyst_notes
END, CASE
    WHEN s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR s.id0 = ANY (@c1) OR (s.id0 IS NULL AND array_position(@c1, NULL) IS NOT NULL) THEN s.content_hash
END, s.id0, CASE
    WHEN s.originator_id0 = ANY (@c2) OR (s.originator_id0 IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR s.id0 = ANY (@c1) OR (s.id0 IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR ((s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL)) AND (EXISTS (
        SELECT 1
        FROM version_authors AS v4
        WHERE (v4.originator_id = ANY (@ef_filter__HomeCenterIds) OR v4.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = v4.version_id AND v4.person_id = @c4) OR EXISTS (
        SELECT 1
        FROM privacy_reviews AS p12
        WHERE ((p12.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e9
            WHERE e9.audience_id = ANY (@ef_filter__AudienceIds) AND e9.requires & @ef_filter__Lacks = 0 AND (e9.kind = 'Home' OR (e9.effective_at <= @ef_filter__Now AND (e9.expires_at IS NULL OR e9.expires_at > @ef_filter__Now3))) AND e9.version_id = p12.version_id)) OR p12.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = p12.version_id AND p12.reviewer_id = @c4))) THEN s.originator_id0
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR s.id0 = ANY (@c6) OR (s.id0 IS NULL AND array_position(@c6, NULL) IS NOT NULL) OR (@c7 AND s.discloses_withholding) THEN (s.requires_throughout & @c5 <> 0 OR s.requires_throughout IS NULL) AND NOT (s.originator_id0 = ANY (@c0) AND s.originator_id0 = ANY (@c0) IS NOT NULL) AND (s.originator_id0 IS NOT NULL OR array_position(@c0, NULL) IS NULL) AND NOT (s.id0 = ANY (@c6) AND s.id0 = ANY (@c6) IS NOT NULL) AND (s.id0 IS NOT NULL OR array_position(@c6, NULL) IS NULL)
    ELSE FALSE
END, CASE
    WHEN s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR s.id0 = ANY (@c6) OR (s.id0 IS NULL AND array_position(@c6, NULL) IS NOT NULL) OR (@c7 AND s.discloses_withholding AND s.requires_throughout & @c5 = 0) THEN 1
    ELSE 0
END + CASE
    WHEN s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR s.id0 = ANY (@c6) OR (s.id0 IS NULL AND array_position(@c6, NULL) IS NOT NULL) OR (@c7 AND s.discloses_withholding) THEN 2
    ELSE 0
END + CASE
    WHEN s.originator_id0 = ANY (@c2) OR (s.originator_id0 IS NULL AND array_position(@c2, NULL) IS NOT NULL) OR s.id0 = ANY (@c1) OR (s.id0 IS NULL AND array_position(@c1, NULL) IS NOT NULL) OR ((s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL)) AND (EXISTS (
        SELECT 1
        FROM version_authors AS v5
        WHERE (v5.originator_id = ANY (@ef_filter__HomeCenterIds) OR v5.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = v5.version_id AND v5.person_id = @c4) OR EXISTS (
        SELECT 1
        FROM privacy_reviews AS p13
        WHERE ((p13.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e10
            WHERE e10.audience_id = ANY (@ef_filter__AudienceIds) AND e10.requires & @ef_filter__Lacks = 0 AND (e10.kind = 'Home' OR (e10.effective_at <= @ef_filter__Now AND (e10.expires_at IS NULL OR e10.expires_at > @ef_filter__Now3))) AND e10.version_id = p13.version_id)) OR p13.version_id = ANY (@ef_filter__AuditedVersionIds)) AND s.id0 IS NOT NULL AND s.id0 = p13.version_id AND p13.reviewer_id = @c4))) THEN 4
    ELSE 0
END + CASE
    WHEN s.originator_id0 = ANY (@c0) OR (s.originator_id0 IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR s.id0 = ANY (@c1) OR (s.id0 IS NULL AND array_position(@c1, NULL) IS NOT NULL) THEN 8
    ELSE 0
END, (s.originator_id = ANY (@c2) AND s.originator_id = ANY (@c2) IS NOT NULL) OR (s.id = ANY (@c3) AND s.id = ANY (@c3) IS NOT NULL) OR ((s.originator_id = ANY (@c0) AND s.originator_id = ANY (@c0) IS NOT NULL) AND EXISTS (
    SELECT 1
    FROM product_versions AS p14
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e11
        WHERE e11.audience_id = ANY (@ef_filter__AudienceIds) AND e11.requires & @ef_filter__Lacks = 0 AND (e11.kind = 'Home' OR (e11.effective_at <= @ef_filter__Now AND (e11.expires_at IS NULL OR e11.expires_at > @ef_filter__Now3))) AND p14.id = e11.version_id AND (e11.is_current OR e11.kind = 'Home' OR e11.kind = 'Grant' OR e11.kind = 'Draft')) AND s.id = p14.product_id AND (EXISTS (
        SELECT 1
        FROM version_authors AS v6
        WHERE (v6.originator_id = ANY (@ef_filter__HomeCenterIds) OR v6.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p14.id = v6.version_id AND v6.person_id = @c4) OR EXISTS (
        SELECT 1
        FROM privacy_reviews AS p15
        WHERE ((p15.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e12
            WHERE e12.audience_id = ANY (@ef_filter__AudienceIds) AND e12.requires & @ef_filter__Lacks = 0 AND (e12.kind = 'Home' OR (e12.effective_at <= @ef_filter__Now AND (e12.expires_at IS NULL OR e12.expires_at > @ef_filter__Now3))) AND e12.version_id = p15.version_id)) OR p15.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p14.id = p15.version_id AND p15.reviewer_id = @c4)))), o2.id IS NULL, CASE
    WHEN s.originator_id = ANY (@c2) OR s.id = ANY (@c3) OR (s.originator_id = ANY (@c0) AND EXISTS (
        SELECT 1
        FROM product_versions AS p16
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e13
            WHERE e13.audience_id = ANY (@ef_filter__AudienceIds) AND e13.requires & @ef_filter__Lacks = 0 AND (e13.kind = 'Home' OR (e13.effective_at <= @ef_filter__Now AND (e13.expires_at IS NULL OR e13.expires_at > @ef_filter__Now3))) AND p16.id = e13.version_id AND (e13.is_current OR e13.kind = 'Home' OR e13.kind = 'Grant' OR e13.kind = 'Draft')) AND s.id = p16.product_id AND (EXISTS (
            SELECT 1
            FROM version_authors AS v7
            WHERE (v7.originator_id = ANY (@ef_filter__HomeCenterIds) OR v7.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p16.id = v7.version_id AND v7.person_id = @c4) OR EXISTS (
            SELECT 1
            FROM privacy_reviews AS p17
            WHERE ((p17.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
                SELECT 1
                FROM entitlements AS e14
                WHERE e14.audience_id = ANY (@ef_filter__AudienceIds) AND e14.requires & @ef_filter__Lacks = 0 AND (e14.kind = 'Home' OR (e14.effective_at <= @ef_filter__Now AND (e14.expires_at IS NULL OR e14.expires_at > @ef_filter__Now3))) AND e14.version_id = p17.version_id)) OR p17.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p16.id = p17.version_id AND p17.reviewer_id = @c4)))) THEN o2.display_name
END, CASE
    WHEN s.originator_id = ANY (@c2) OR s.id = ANY (@c3) OR (s.originator_id = ANY (@c0) AND EXISTS (
        SELECT 1
        FROM product_versions AS p18
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e15
            WHERE e15.audience_id = ANY (@ef_filter__AudienceIds) AND e15.requires & @ef_filter__Lacks = 0 AND (e15.kind = 'Home' OR (e15.effective_at <= @ef_filter__Now AND (e15.expires_at IS NULL OR e15.expires_at > @ef_filter__Now3))) AND p18.id = e15.version_id AND (e15.is_current OR e15.kind = 'Home' OR e15.kind = 'Grant' OR e15.kind = 'Draft')) AND s.id = p18.product_id AND (EXISTS (
            SELECT 1
            FROM version_authors AS v8
            WHERE (v8.originator_id = ANY (@ef_filter__HomeCenterIds) OR v8.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p18.id = v8.version_id AND v8.person_id = @c4) OR EXISTS (
            SELECT 1
            FROM privacy_reviews AS p19
            WHERE ((p19.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
                SELECT 1
                FROM entitlements AS e16
                WHERE e16.audience_id = ANY (@ef_filter__AudienceIds) AND e16.requires & @ef_filter__Lacks = 0 AND (e16.kind = 'Home' OR (e16.effective_at <= @ef_filter__Now AND (e16.expires_at IS NULL OR e16.expires_at > @ef_filter__Now3))) AND e16.version_id = p19.version_id)) OR p19.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p18.id = p19.version_id AND p19.reviewer_id = @c4)))) THEN o2.id
    ELSE '00000000-0000-0000-0000-000000000000'
END
FROM (
    SELECT p.id, p.current_version_id, p.on_behalf_of_id, p.originator_id, p.public_number, p1.id AS id0, p1.analyst_notes, p1.content_hash, p1.discloses_withholding, p1.originator_id AS originator_id0, p1.requires_throughout
    FROM products AS p
    LEFT JOIN (
        SELECT p0.id, p0.analyst_notes, p0.content_hash, p0.discloses_withholding, p0.originator_id, p0.requires_throughout
        FROM product_versions AS p0
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e0
            WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
    ) AS p1 ON p.current_version_id = p1.id
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p1.id IS NOT NULL AND (p1.originator_id = ANY (@c0) OR (p1.originator_id IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR p1.id = ANY (@c1)) AND EXISTS (
        SELECT 1
        FROM privacy_reviews AS p2
        WHERE ((p2.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e1
            WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.version_id = p2.version_id)) OR p2.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p1.id = p2.version_id AND p2.outcome = @p0) AND (p1.originator_id = ANY (@c0) OR (p1.originator_id IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR p1.id = ANY (@c1)) AND EXISTS (
        SELECT 1
        FROM version_authors AS v
        INNER JOIN (
            SELECT p3.id, p3.display_name
            FROM people AS p3
            WHERE p3.id = @ef_filter__PersonId OR p3.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator11 OR EXISTS (
                SELECT 1
                FROM role_assignments AS r
                WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator11 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14))) AND p3.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14)) OR EXISTS (
                SELECT 1
                FROM organization_centers AS o
                WHERE o.organization_id = p3.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p3.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p3.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
                SELECT 1
                FROM center_officers AS c
                WHERE @ef_filter__p28 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today14) AND c.person_id = p3.id)
        ) AS p4 ON v.person_id = p4.id
        WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p1.id = v.version_id AND p4.display_name LIKE @p1_contains)
    ORDER BY p.public_number DESC, p.id DESC
    LIMIT 11
) AS s
LEFT JOIN (
    SELECT o0.id, o0.display_name
    FROM organizations AS o0
    WHERE o0.is_publicly_listed OR o0.id = @ef_filter__OrganizationId OR @ef_filter__IsStaff32 OR @ef_filter__IsSteward34 OR (o0.is_directory_listed AND o0.status = 'Active' AND EXISTS (
        SELECT 1
        FROM organization_centers AS o1
        WHERE o0.id = o1.organization_id AND o1.center_id = ANY (@ef_filter__DirectoryCenterIds))) OR EXISTS (
        SELECT 1
        FROM list_organizations AS l
        INNER JOIN (
            SELECT d.id, d.membership_visibility
            FROM distribution_lists AS d
            WHERE d.id = ANY (@ef_filter__ListIds) OR d.owner_id = ANY (@ef_filter__StaffCenterIds) OR @ef_filter__IsSteward34 OR (@ef_filter__p41 AND d.state = 'Active' AND d.join_policy <> 'InviteOnly')
        ) AS d0 ON l.list_id = d0.id
        WHERE l.ends_at > @ef_filter__Now AND (l.center_id = ANY (@ef_filter__MembershipCenterIds) OR l.list_id = ANY (@ef_filter__ManagedListIds) OR (@ef_filter__p41 AND (d0.membership_visibility = 'Open' OR (d0.membership_visibility = 'MembersSeeOrganizations' AND l.list_id = ANY (@ef_filter__ListIds))))) AND l.organization_id = o0.id)
) AS o2 ON s.on_behalf_of_id = o2.id
ORDER BY s.public_number DESC, s.id DESC

-- 2
SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM products AS p
    LEFT JOIN (
        SELECT p0.id, p0.originator_id
        FROM product_versions AS p0
        WHERE EXISTS (
            SELECT 1
            FROM entitlements AS e0
            WHERE e0.audience_id = ANY (@ef_filter__AudienceIds) AND e0.requires & @ef_filter__Lacks = 0 AND (e0.kind = 'Home' OR (e0.effective_at <= @ef_filter__Now AND (e0.expires_at IS NULL OR e0.expires_at > @ef_filter__Now3))) AND p0.id = e0.version_id AND (e0.is_current OR e0.kind = 'Home' OR e0.kind = 'Grant' OR e0.kind = 'Draft'))
    ) AS p1 ON p.current_version_id = p1.id
    WHERE EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now3))) AND p.id = e.product_id AND e.is_current) AND p1.id IS NOT NULL AND (p1.originator_id = ANY (@c0) OR (p1.originator_id IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR p1.id = ANY (@c1)) AND EXISTS (
        SELECT 1
        FROM privacy_reviews AS p2
        WHERE ((p2.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
            SELECT 1
            FROM entitlements AS e1
            WHERE e1.audience_id = ANY (@ef_filter__AudienceIds) AND e1.requires & @ef_filter__Lacks = 0 AND (e1.kind = 'Home' OR (e1.effective_at <= @ef_filter__Now AND (e1.expires_at IS NULL OR e1.expires_at > @ef_filter__Now3))) AND e1.version_id = p2.version_id)) OR p2.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p1.id = p2.version_id AND p2.outcome = @p0) AND (p1.originator_id = ANY (@c0) OR (p1.originator_id IS NULL AND array_position(@c0, NULL) IS NOT NULL) OR p1.id = ANY (@c1)) AND EXISTS (
        SELECT 1
        FROM version_authors AS v
        INNER JOIN (
            SELECT p3.id, p3.display_name
            FROM people AS p3
            WHERE p3.id = @ef_filter__PersonId OR p3.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator11 OR EXISTS (
                SELECT 1
                FROM role_assignments AS r
                WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator11 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14))) AND p3.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today14)) OR EXISTS (
                SELECT 1
                FROM organization_centers AS o
                WHERE o.organization_id = p3.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p3.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p3.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
                SELECT 1
                FROM center_officers AS c
                WHERE @ef_filter__p28 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today14) AND c.person_id = p3.id)
        ) AS p4 ON v.person_id = p4.id
        WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p1.id = v.version_id AND p4.display_name LIKE @p1_contains)
) AS s
GROUP BY s."Key"

-- 3
SELECT p.product_id AS "ParentKey", f.id AS "Id", f.short_name AS "ShortName"
FROM product_co_originators AS p
INNER JOIN fusion_centers AS f ON p.center_id = f.id
WHERE p.product_id = ANY (@p0)
ORDER BY f.name, f.id

-- 4
SELECT p.version_id, p.tlp, p.cui_basic, p.cui_specified, p.dissemination_controls, p.sensitivities, p.legacy_markings, p.releasable_to, p.originator_control, p.designated_by, p.purposes
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.version_id = ANY (@ids)

-- 5
SELECT v.version_id AS "ParentKey", p0.display_name AS "DisplayName", p0.id AS "Id"
FROM version_authors AS v
INNER JOIN (
    SELECT p.id, p.display_name
    FROM people AS p
    WHERE p.id = @ef_filter__PersonId OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator5 OR EXISTS (
        SELECT 1
        FROM role_assignments AS r
        WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator5 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today8))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today8)) OR EXISTS (
        SELECT 1
        FROM organization_centers AS o
        WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
        SELECT 1
        FROM center_officers AS c
        WHERE @ef_filter__p22 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today8) AND c.person_id = p.id)
) AS p0 ON v.person_id = p0.id
WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = ANY (@p0)
ORDER BY p0.display_name, p0.id

-- 6
SELECT v.version_id AS "ParentKey", v.approved_at AS "ApprovedAt", v.approved_by_id AS "ApprovedById", v.id AS "Id", v.kind AS "Kind"
FROM version_approvals AS v
WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = ANY (@p0)
ORDER BY v.approved_at, v.id

-- 7
SELECT p.id, p.confidence, p.contains_us_person_information, p.created_at, p.cui_basic, p.cui_specified, p.designated_by, p.dissemination_controls, p.is_tearline, p.key, p.kind, p.legacy_markings, p.likelihood, p.ordinal, p.originator_control, p.originator_id, p.purposes, p.releasable_to, p.requires, p.revision, p.search, p.sensitivities, p.text, p.tlp, p.updated_at, p.version_id
FROM portions AS p
WHERE (p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)) AND p.version_id = ANY (@ids) AND p.kind = 'KeyJudgment'
ORDER BY p.ordinal

-- 8
SELECT s.version_id, s.citation, s.credibility, s.id, s.kind, s.originator_id, s.reliability, s.third_agency_consent, p0.id IS NULL, p0.id, p0.kind
FROM source_references AS s
LEFT JOIN (
    SELECT p.id, p.kind
    FROM portions AS p
    WHERE p.requires & @ef_filter__Lacks = 0 OR p.originator_id = ANY (@ef_filter__HomeCenterIds) OR p.version_id = ANY (@ef_filter__GrantedVersionIds)
) AS p0 ON s.portion_id = p0.id
WHERE (s.originator_id = ANY (@ef_filter__HomeCenterIds) OR s.version_id = ANY (@ef_filter__AuditedVersionIds) OR (@ef_filter__p3 AND s.is_identified AND s.requires & @ef_filter__Lacks = 0)) AND s.version_id = ANY (@p0)
ORDER BY s.ordinal, s.id

-- 9
SELECT p.version_id AS "ParentKey", p.id AS "Id", CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.notes
END AS "Notes", CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.originator_id
    ELSE '00000000-0000-0000-0000-000000000000'
END AS "OriginatorId", p.outcome AS "Outcome", CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.rationale
END AS "Rationale", p.state AS "State", CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN p.version_id
    ELSE '00000000-0000-0000-0000-000000000000'
END AS "VersionId", CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) THEN 1
    ELSE 0
END + CASE
    WHEN p.originator_id = ANY (@c0) OR p.version_id = ANY (@c1) OR (p.originator_id = ANY (@c2) AND p.reviewer_id = @c3) OR EXISTS (
        SELECT 1
        FROM version_authors AS v
        WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = p.version_id AND v.person_id = @c3) THEN 2
    ELSE 0
END AS "Readable"
FROM privacy_reviews AS p
WHERE ((p.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
    SELECT 1
    FROM entitlements AS e
    WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now5))) AND e.version_id = p.version_id)) OR p.version_id = ANY (@ef_filter__AuditedVersionIds)) AND p.version_id = ANY (@p0)
ORDER BY p.requested_at DESC, p.id DESC

-- 10
SELECT p.id AS "Id", p.title AS "Title"
FROM people AS p
WHERE (p.id = @ef_filter__PersonId OR p.organization_id = @ef_filter__LiaisonOrganizationId OR @ef_filter__IsAdministrator3 OR EXISTS (
    SELECT 1
    FROM role_assignments AS r
    WHERE (r.person_id = @ef_filter__PersonId OR @ef_filter__IsAdministrator3 OR ((r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today6))) AND p.id = r.person_id AND (r.center_id = ANY (@ef_filter__ColleagueCenterIds) OR (r.center_id IS NULL AND array_position(@ef_filter__ColleagueCenterIds, NULL) IS NOT NULL)) AND r.starts_on <= @ef_filter__Today AND (r.ends_on IS NULL OR r.ends_on > @ef_filter__Today6)) OR EXISTS (
    SELECT 1
    FROM organization_centers AS o
    WHERE o.organization_id = p.organization_id AND (o.center_id = ANY (@ef_filter__HomeCenterIds) OR o.center_id = ANY (@ef_filter__AssignedCenterIds))) OR p.organization_id = ANY (@ef_filter__AssignedOrganizationIds) OR (p.organization_id IS NULL AND array_position(@ef_filter__AssignedOrganizationIds, NULL) IS NOT NULL) OR EXISTS (
    SELECT 1
    FROM center_officers AS c
    WHERE @ef_filter__p20 AND c.starts_on <= @ef_filter__Today AND (c.ends_on IS NULL OR c.ends_on > @ef_filter__Today6) AND c.person_id = p.id)) AND p.id = ANY (@p0)

-- 11
SELECT p.review_id AS "ParentKey", p.category AS "Category", p.id AS "Id"
FROM privacy_findings AS p
INNER JOIN (
    SELECT p0.id, p0.reviewer_id, p0.version_id
    FROM privacy_reviews AS p0
    WHERE (p0.originator_id = ANY (@ef_filter__HomeCenterIds) AND EXISTS (
        SELECT 1
        FROM entitlements AS e
        WHERE e.audience_id = ANY (@ef_filter__AudienceIds) AND e.requires & @ef_filter__Lacks = 0 AND (e.kind = 'Home' OR (e.effective_at <= @ef_filter__Now AND (e.expires_at IS NULL OR e.expires_at > @ef_filter__Now10))) AND e.version_id = p0.version_id)) OR p0.version_id = ANY (@ef_filter__AuditedVersionIds)
) AS p1 ON p.review_id = p1.id
WHERE (p.originator_id = ANY (@ef_filter__OversightCenterIds) OR (p.originator_id = ANY (@ef_filter__HomeCenterIds) AND p1.reviewer_id = @ef_filter__PersonId) OR p1.version_id = ANY (@ef_filter__AuditedVersionIds) OR EXISTS (
    SELECT 1
    FROM version_authors AS v
    WHERE (v.originator_id = ANY (@ef_filter__HomeCenterIds) OR v.version_id = ANY (@ef_filter__AuditedVersionIds)) AND v.version_id = p1.version_id AND v.person_id = @ef_filter__PersonId4)) AND p.review_id = ANY (@p0)
ORDER BY p.created_at, p.id
