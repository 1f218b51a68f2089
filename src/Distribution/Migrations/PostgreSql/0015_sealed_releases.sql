-- What the gates of release left open: rights that are written by hand, publications and approvals after the release,
-- what a product is, who reviews after an emergency; and tables of a session that take the place of those of a schema.

-- Only what was cleared is given to readers. The rights to a draft are those of its center's offices and authors, whose
-- audiences are no row of any table: never those of a list, a person, an organization, or the public.
CREATE FUNCTION check_entitlements() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF EXISTS (
        SELECT FROM changed e
        WHERE e.kind <> 'Draft'
            AND NOT EXISTS (SELECT FROM release_clearances c WHERE c.version_id = e.version_id))
    THEN
        RAISE EXCEPTION 'only what was cleared is given to readers' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM changed e
        WHERE e.kind = 'Draft' AND (
            e.audience_id = '00000000-0000-4000-8000-000000000001'
            OR EXISTS (SELECT FROM distribution_lists l WHERE e.audience_id IN (l.id, l.client_audience_id))
            OR EXISTS (SELECT FROM people p WHERE p.id = e.audience_id)
            OR EXISTS (SELECT FROM organizations o WHERE o.id = e.audience_id)
            OR EXISTS (SELECT FROM service_clients s WHERE s.id = e.audience_id)
            OR EXISTS (SELECT FROM fusion_centers f WHERE f.id = e.audience_id)
            OR EXISTS (SELECT FROM access_grants g WHERE g.id = e.audience_id)))
    THEN
        RAISE EXCEPTION 'a draft is for those who work on it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER entitlements_cleared_insert AFTER INSERT ON entitlements
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_entitlements();
CREATE TRIGGER entitlements_cleared_update AFTER UPDATE ON entitlements
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION check_entitlements();

-- A clearance rests on a concurring review of that very version whose reviewer neither wrote nor releases it, or on two
-- persons; nobody who wrote or reviewed a version, or decided on an objection to it, releases it.
CREATE OR REPLACE FUNCTION check_clearances() RETURNS trigger LANGUAGE plpgsql
    SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF EXISTS (SELECT FROM added c WHERE c.kind = 'Earlier') THEN
        RAISE EXCEPTION 'a version is cleared by its review or in an emergency' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM added c
        WHERE c.kind = 'Review' AND NOT EXISTS (
            SELECT FROM concurring_reviews r
            WHERE r.id = c.review_id AND r.version_id = c.version_id AND r.reviewer_id <> c.released_by_id
                AND NOT EXISTS (
                    SELECT FROM version_authors a WHERE a.version_id = c.version_id AND a.person_id = r.reviewer_id)))
    THEN
        RAISE EXCEPTION
            'a clearance rests on a concurring review by somebody who neither wrote nor releases it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM added c JOIN version_authors a ON a.version_id = c.version_id
        WHERE a.person_id IN (c.released_by_id, c.second_person_id))
    THEN
        RAISE EXCEPTION 'a version is not released by who wrote it' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (
        SELECT FROM added c JOIN privacy_reviews r ON r.version_id = c.version_id
        WHERE r.reviewer_id IN (c.released_by_id, c.second_person_id)
            OR (r.decided_at IS NOT NULL AND r.decider_id IN (c.released_by_id, c.second_person_id)))
    THEN
        RAISE EXCEPTION 'a version is not released by who reviewed it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

-- Who released a version in an emergency does not review it afterwards.
CREATE FUNCTION check_reviewers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM release_clearances c
        WHERE c.version_id = NEW.version_id AND NEW.reviewer_id IN (c.released_by_id, c.second_person_id))
    THEN
        RAISE EXCEPTION 'a version is not reviewed by who released it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER privacy_reviews_apart BEFORE INSERT OR UPDATE OF reviewer_id, outcome, kind ON privacy_reviews
    FOR EACH ROW WHEN (NEW.kind = 'PostRelease' AND NEW.reviewer_id IS NOT NULL) EXECUTE FUNCTION check_reviewers();

-- Release to the public is approved with the version, after its review, and never later.
CREATE TRIGGER product_versions_public BEFORE UPDATE ON product_versions
    FOR EACH ROW WHEN (
        NEW.is_public_release_approved AND NOT OLD.is_public_release_approved
        AND NOT (OLD.state = 'InReview' AND NEW.state = 'Approved'))
    EXECUTE FUNCTION refuse_change('release to the public is approved with the version');

-- Who approved a version is known from its release on, and to whom it was released.
CREATE FUNCTION keep_released() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF EXISTS (SELECT FROM release_clearances s WHERE s.version_id IN (SELECT c.version_id FROM changed c)) THEN
        RAISE EXCEPTION '% of a version do not change once it is released', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER version_approvals_released_insert AFTER INSERT ON version_approvals
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER version_approvals_released_from AFTER UPDATE ON version_approvals
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER version_approvals_released_to AFTER UPDATE ON version_approvals
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER version_approvals_released_delete AFTER DELETE ON version_approvals
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_released();
CREATE TRIGGER publications_released AFTER INSERT ON publications
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_released();

CREATE FUNCTION keep_audience() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF EXISTS (
        SELECT FROM changed c
        JOIN publications p ON p.id = c.publication_id
        JOIN release_clearances s ON s.version_id = p.version_id)
    THEN
        RAISE EXCEPTION '% of a version do not change once it is released', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER publication_lists_released AFTER INSERT ON publication_lists
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_audience();
CREATE TRIGGER publication_recipients_released AFTER INSERT ON publication_recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_audience();

-- What a product is stays once something of it was released: rights are made of it.
CREATE FUNCTION keep_released_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM product_versions v JOIN release_clearances c ON c.version_id = v.id WHERE v.product_id = OLD.id)
    THEN
        RAISE EXCEPTION 'what a product is does not change once it is released' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER products_released BEFORE UPDATE ON products
    FOR EACH ROW WHEN (
        (NEW.id, NEW.type, NEW.originator_id, NEW.is_exercise, NEW.created_at)
        IS DISTINCT FROM
        (OLD.id, OLD.type, OLD.originator_id, OLD.is_exercise, OLD.created_at)
        OR (OLD.public_number IS NOT NULL AND NEW.public_number IS DISTINCT FROM OLD.public_number))
    EXECUTE FUNCTION keep_released_product();

-- A role may make tables of its own session, and those are found before all others: the gates look into this schema
-- alone. They stand also where a session takes changes from elsewhere.
DO $$
DECLARE
    gate record;
BEGIN
    FOR gate IN
        SELECT p.oid::regprocedure AS function
        FROM pg_proc p
        WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', gate.function, current_schema());
    END LOOP;
    FOR gate IN
        SELECT t.tgname AS name, t.tgrelid::regclass AS owner
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', gate.owner, gate.name);
    END LOOP;
END
$$;
