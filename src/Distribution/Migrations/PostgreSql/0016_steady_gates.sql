-- What the gates of release left open: an emergency without a reason, objections that nobody decided on, answers that
-- move into a signed review, a recall that is taken back, and two transactions that pass a gate side by side.

-- Two persons, and why: what is unknown is not long enough.
ALTER TABLE release_clearances ADD CHECK (kind <> 'Emergency' OR reason IS NOT NULL) NOT VALID;

-- An objection that turned into a concurrence was decided on by somebody who neither made it nor wrote the version.
CREATE FUNCTION check_decisions() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added c JOIN privacy_reviews r ON r.id = c.review_id
        WHERE r.state = 'Resolved'
            AND (r.decider_id IS NULL
                OR r.decided_at IS NULL
                OR r.decider_id = r.reviewer_id
                OR EXISTS (
                    SELECT FROM version_authors a WHERE a.version_id = c.version_id AND a.person_id = r.decider_id)))
    THEN
        RAISE EXCEPTION 'an objection is decided on by somebody who neither made it nor wrote the version'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER release_clearances_decided AFTER INSERT ON release_clearances
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_decisions();

-- An answer stays in the review that it was given in.
CREATE TRIGGER review_answers_moved BEFORE UPDATE ON review_answers
    FOR EACH ROW WHEN (NEW.review_id <> OLD.review_id)
    EXECUTE FUNCTION refuse_change('what was answered stays in its review');

-- What was recalled stays recalled, and what was replaced is not in force again.
CREATE TRIGGER product_versions_over BEFORE UPDATE ON product_versions
    FOR EACH ROW WHEN (
        (OLD.state = 'Recalled' AND NEW.state NOT IN ('Recalled', 'Archived', 'Purged'))
        OR (OLD.state IN ('Superseded', 'Archived', 'Purged') AND NEW.state IN ('Published', 'Expired')))
    EXECUTE FUNCTION refuse_change('what was recalled or replaced is not in force again');

-- A gate looks at what is committed, so that a change and the signature or the release that it is not to follow must
-- not pass each other unseen. Whoever changes what a version is made of holds its row with others of his kind, and
-- whoever signs or releases it holds it alone; the gates look after that. What is added holds it by its foreign key.
CREATE FUNCTION hold_version() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    PERFORM FROM product_versions v WHERE v.id IN (SELECT c.version_id FROM changed c) FOR KEY SHARE;
    RETURN NULL;
END
$$;

CREATE FUNCTION hold_version_alone() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    PERFORM FROM product_versions v WHERE v.id IN (SELECT a.version_id FROM added a) FOR UPDATE;
    RETURN NULL;
END
$$;

CREATE FUNCTION hold_reviewed_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM product_versions v WHERE v.id = NEW.version_id FOR UPDATE;
    RETURN NEW;
END
$$;

CREATE FUNCTION hold_found_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM product_versions v JOIN privacy_reviews r ON r.version_id = v.id
    WHERE r.id = NEW.review_id FOR UPDATE OF v;
    RETURN NEW;
END
$$;

-- By name before those that look.
CREATE TRIGGER portions_held_update AFTER UPDATE ON portions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER portions_held_delete AFTER DELETE ON portions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER source_references_held_update AFTER UPDATE ON source_references
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER source_references_held_delete AFTER DELETE ON source_references
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_authors_held_update AFTER UPDATE ON version_authors
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_authors_held_delete AFTER DELETE ON version_authors
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_lists_held_update AFTER UPDATE ON version_lists
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_lists_held_delete AFTER DELETE ON version_lists
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_recipients_held_update AFTER UPDATE ON version_recipients
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();
CREATE TRIGGER version_recipients_held_delete AFTER DELETE ON version_recipients
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION hold_version();

CREATE TRIGGER release_clearances_alone AFTER INSERT ON release_clearances
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION hold_version_alone();
CREATE TRIGGER privacy_reviews_alone BEFORE UPDATE ON privacy_reviews
    FOR EACH ROW WHEN (
        NEW.outcome IS DISTINCT FROM OLD.outcome
        OR (NEW.state <> OLD.state AND NEW.state IN ('Completed', 'Resolved', 'Voided')))
    EXECUTE FUNCTION hold_reviewed_version();
CREATE TRIGGER privacy_findings_alone BEFORE UPDATE ON privacy_findings
    FOR EACH ROW WHEN (NEW.resolution IS DISTINCT FROM OLD.resolution)
    EXECUTE FUNCTION hold_found_version();

-- They look into this schema alone, and stand also where a session takes changes from elsewhere.
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
