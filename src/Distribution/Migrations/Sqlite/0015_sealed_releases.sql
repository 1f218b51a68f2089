-- What the gates of release left open: rights that are written by hand, publications and approvals after the release,
-- what a product is, who reviews after an emergency; and rows that are replaced instead of changed.

-- Only what was cleared is given to readers. The rights to a draft are those of its center's offices and authors, whose
-- audiences are no row of any table: never those of a list, a person, an organization, or the public.
CREATE TRIGGER entitlements_cleared_insert BEFORE INSERT ON entitlements
WHEN NEW.kind <> 'Draft' AND NOT EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'only what was cleared is given to readers');
END;

CREATE TRIGGER entitlements_cleared_update BEFORE UPDATE ON entitlements
WHEN NEW.kind <> 'Draft' AND NOT EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'only what was cleared is given to readers');
END;

CREATE TRIGGER entitlements_draft_insert BEFORE INSERT ON entitlements
WHEN NEW.kind = 'Draft' AND (
    upper(NEW.audience_id) = '00000000-0000-4000-8000-000000000001'
    OR EXISTS (SELECT 1 FROM distribution_lists l WHERE NEW.audience_id IN (l.id, l.client_audience_id))
    OR EXISTS (SELECT 1 FROM people p WHERE p.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM organizations o WHERE o.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM service_clients s WHERE s.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM fusion_centers f WHERE f.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM access_grants g WHERE g.id = NEW.audience_id))
BEGIN
    SELECT RAISE(ABORT, 'a draft is for those who work on it');
END;

CREATE TRIGGER entitlements_draft_update BEFORE UPDATE ON entitlements
WHEN NEW.kind = 'Draft' AND (
    upper(NEW.audience_id) = '00000000-0000-4000-8000-000000000001'
    OR EXISTS (SELECT 1 FROM distribution_lists l WHERE NEW.audience_id IN (l.id, l.client_audience_id))
    OR EXISTS (SELECT 1 FROM people p WHERE p.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM organizations o WHERE o.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM service_clients s WHERE s.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM fusion_centers f WHERE f.id = NEW.audience_id)
    OR EXISTS (SELECT 1 FROM access_grants g WHERE g.id = NEW.audience_id))
BEGIN
    SELECT RAISE(ABORT, 'a draft is for those who work on it');
END;

-- Nobody who reviewed a version, or decided on an objection to it, releases it; and who released it in an emergency
-- does not review it afterwards.
CREATE TRIGGER release_clearances_reviewers BEFORE INSERT ON release_clearances
WHEN EXISTS (
    SELECT 1 FROM privacy_reviews r
    WHERE r.version_id = NEW.version_id AND (
        r.reviewer_id IN (NEW.released_by_id, NEW.second_person_id)
        OR (r.decided_at IS NOT NULL AND r.decider_id IN (NEW.released_by_id, NEW.second_person_id))))
BEGIN
    SELECT RAISE(ABORT, 'a version is not released by who reviewed it');
END;

CREATE TRIGGER privacy_reviews_apart_insert BEFORE INSERT ON privacy_reviews
WHEN NEW.kind = 'PostRelease' AND EXISTS (
    SELECT 1 FROM release_clearances c
    WHERE c.version_id = NEW.version_id AND NEW.reviewer_id IN (c.released_by_id, c.second_person_id))
BEGIN
    SELECT RAISE(ABORT, 'a version is not reviewed by who released it');
END;

CREATE TRIGGER privacy_reviews_apart_update BEFORE UPDATE ON privacy_reviews
WHEN NEW.kind = 'PostRelease' AND EXISTS (
    SELECT 1 FROM release_clearances c
    WHERE c.version_id = NEW.version_id AND NEW.reviewer_id IN (c.released_by_id, c.second_person_id))
BEGIN
    SELECT RAISE(ABORT, 'a version is not reviewed by who released it');
END;

-- Release to the public is approved with the version, after its review, and never later.
CREATE TRIGGER product_versions_public BEFORE UPDATE OF is_public_release_approved ON product_versions
WHEN NEW.is_public_release_approved AND NOT OLD.is_public_release_approved
    AND NOT (OLD.state = 'InReview' AND NEW.state = 'Approved')
BEGIN
    SELECT RAISE(ABORT, 'release to the public is approved with the version');
END;

-- Who approved a version is known from its release on, and to whom it was released.
CREATE TRIGGER version_approvals_released_insert BEFORE INSERT ON version_approvals
WHEN EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = NEW.version_id)
    OR EXISTS (
        SELECT 1 FROM version_approvals o JOIN release_clearances c ON c.version_id = o.version_id WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'version_approvals of a version do not change once it is released');
END;

CREATE TRIGGER version_approvals_released_update BEFORE UPDATE ON version_approvals
WHEN NEW.id IS NOT OLD.id
    OR EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'version_approvals of a version do not change once it is released');
END;

CREATE TRIGGER version_approvals_released_delete BEFORE DELETE ON version_approvals
WHEN EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_approvals of a version do not change once it is released');
END;

CREATE TRIGGER publications_released BEFORE INSERT ON publications
WHEN EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'publications of a version do not change once it is released');
END;

CREATE TRIGGER publication_lists_released BEFORE INSERT ON publication_lists
WHEN EXISTS (
    SELECT 1 FROM publications p JOIN release_clearances c ON c.version_id = p.version_id
    WHERE p.id = NEW.publication_id)
BEGIN
    SELECT RAISE(ABORT, 'publication_lists of a version do not change once it is released');
END;

CREATE TRIGGER publication_recipients_released BEFORE INSERT ON publication_recipients
WHEN EXISTS (
    SELECT 1 FROM publications p JOIN release_clearances c ON c.version_id = p.version_id
    WHERE p.id = NEW.publication_id)
BEGIN
    SELECT RAISE(ABORT, 'publication_recipients of a version do not change once it is released');
END;

-- What a product is stays once something of it was released: rights are made of it.
CREATE TRIGGER products_released BEFORE UPDATE ON products
WHEN (
    NEW.id IS NOT OLD.id
    OR NEW.type IS NOT OLD.type
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.is_exercise IS NOT OLD.is_exercise
    OR NEW.created_at IS NOT OLD.created_at
    OR (OLD.public_number IS NOT NULL AND NEW.public_number IS NOT OLD.public_number))
    AND EXISTS (
        SELECT 1 FROM product_versions v JOIN release_clearances c ON c.version_id = v.id WHERE v.product_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'what a product is does not change once it is released');
END;

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER products_replaced BEFORE INSERT ON products
WHEN EXISTS (
    SELECT 1 FROM product_versions v JOIN release_clearances c ON c.version_id = v.id WHERE v.product_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'what a product is does not change once it is released');
END;

CREATE TRIGGER version_events_replaced BEFORE INSERT ON version_events
WHEN EXISTS (SELECT 1 FROM version_events o WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'version_events is append-only');
END;

CREATE TRIGGER access_grants_replaced BEFORE INSERT ON access_grants
WHEN EXISTS (SELECT 1 FROM access_grants o WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'access_grants are kept');
END;

CREATE TRIGGER access_grant_events_replaced BEFORE INSERT ON access_grant_events
WHEN EXISTS (
    SELECT 1 FROM access_grant_events o
    WHERE o.id = NEW.id OR (o.grant_id = NEW.grant_id AND o.revision = NEW.revision))
BEGIN
    SELECT RAISE(ABORT, 'access_grant_events is append-only');
END;

CREATE TRIGGER administrative_events_replaced BEFORE INSERT ON administrative_events
WHEN EXISTS (SELECT 1 FROM administrative_events o WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'administrative_events is append-only');
END;

CREATE TRIGGER changes_replaced BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes o WHERE o.sequence = NEW.sequence OR o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'changes is append-only');
END;

CREATE TRIGGER change_audiences_replaced BEFORE INSERT ON change_audiences
WHEN EXISTS (
    SELECT 1 FROM change_audiences o
    WHERE o.audience_id = NEW.audience_id AND o.sequence = NEW.sequence AND o.requires = NEW.requires)
BEGIN
    SELECT RAISE(ABORT, 'change_audiences is append-only');
END;

CREATE TRIGGER change_counter_replaced BEFORE INSERT ON change_counter
WHEN EXISTS (SELECT 1 FROM change_counter)
BEGIN
    SELECT RAISE(ABORT, 'change_counter is kept');
END;
