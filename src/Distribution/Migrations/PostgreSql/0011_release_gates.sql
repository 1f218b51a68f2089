-- The gates of release: who cleared a version, and that nothing is out around it. Privacy reviews with their answers
-- and events, and what was already done at a request.

-- What a review is decided by: the escalation of a nonconcurrence, and the decision on it.
ALTER TABLE privacy_reviews ADD COLUMN escalated_by_id uuid REFERENCES people (id);
ALTER TABLE privacy_reviews ADD COLUMN escalated_at timestamptz;
ALTER TABLE privacy_reviews ADD COLUMN decider_id uuid REFERENCES people (id);
ALTER TABLE privacy_reviews ADD COLUMN counsel text;
ALTER TABLE privacy_reviews ADD COLUMN decision text;
ALTER TABLE privacy_reviews ADD COLUMN decided_at timestamptz;

-- What the authors answered to a finding, and who settled it.
ALTER TABLE privacy_findings ADD COLUMN answer text;
ALTER TABLE privacy_findings ADD COLUMN answered_by_id uuid REFERENCES people (id);
ALTER TABLE privacy_findings ADD COLUMN answered_at timestamptz;
ALTER TABLE privacy_findings ADD COLUMN resolved_by_id uuid REFERENCES people (id);
ALTER TABLE privacy_findings ADD COLUMN resolved_at timestamptz;

-- What the reviewer answered to an item of the checklist.
CREATE TABLE review_answers (
    id uuid PRIMARY KEY,
    review_id uuid NOT NULL REFERENCES privacy_reviews (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    item text COLLATE "C" NOT NULL,
    answer text NOT NULL,
    comment text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (review_id, item),
    CHECK (answer IN ('Yes', 'No', 'NotApplicable'))
);

-- Every step of a review, by whom and why. Never changed, never deleted.
CREATE TABLE review_events (
    id uuid PRIMARY KEY,
    review_id uuid NOT NULL REFERENCES privacy_reviews (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    step text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    revision integer NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    reason text,
    occurred_at timestamptz NOT NULL,
    UNIQUE (review_id, revision)
);

-- Why a version may be out: its review concurred, or two persons released it for imminent danger. What was released
-- before these records were kept, and cannot be told to have had either, is Earlier. It seals the version: what was
-- cleared does not change any more.
CREATE TABLE release_clearances (
    version_id uuid PRIMARY KEY REFERENCES product_versions (id),
    originator_id uuid NOT NULL REFERENCES fusion_centers (id),
    kind text NOT NULL,
    review_id uuid REFERENCES privacy_reviews (id),
    released_by_id uuid REFERENCES people (id),
    second_person_id uuid REFERENCES people (id),
    reason text,
    created_at timestamptz NOT NULL,
    CHECK (kind IN ('Review', 'Emergency', 'Earlier')),
    CHECK (kind = 'Earlier' OR released_by_id IS NOT NULL),
    CHECK ((kind = 'Review') = (review_id IS NOT NULL)),
    CHECK ((kind = 'Emergency') = (second_person_id IS NOT NULL)),
    CHECK (kind <> 'Emergency' OR (second_person_id <> released_by_id AND length(trim(reason)) >= 20))
);

CREATE INDEX privacy_reviews_due ON privacy_reviews (originator_id, due_at, id)
    WHERE state IN ('Requested', 'Assigned', 'InReview', 'Escalated');
CREATE INDEX privacy_reviews_decider ON privacy_reviews (decider_id) WHERE decider_id IS NOT NULL;
CREATE INDEX release_clearances_review ON release_clearances (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX release_clearances_released_by ON release_clearances (released_by_id);
CREATE UNIQUE INDEX product_versions_published ON product_versions (product_id) WHERE state = 'Published';

-- The reviews that let a version pass as it is: signed, or decided on after escalation, with nothing left to be done.
CREATE VIEW concurring_reviews AS
    SELECT r.id, r.version_id, r.reviewer_id FROM privacy_reviews r
    WHERE r.reviewer_id IS NOT NULL
        AND ((r.state = 'Resolved' AND r.outcome = 'ResolvedConcur')
            OR (r.state = 'Completed' AND r.outcome IN ('Concur', 'ConcurWithChanges')
                AND NOT EXISTS (
                    SELECT 1 FROM privacy_findings f
                    WHERE f.review_id = r.id AND f.resolution IS NULL AND f.severity <> 'Note')));

-- What was released until now.
INSERT INTO release_clearances
    (version_id, originator_id, kind, review_id, released_by_id, created_at)
SELECT v.id, v.originator_id, 'Review', r.id, p.released_by_id, coalesce(v.published_at, v.updated_at)
FROM product_versions v
JOIN privacy_reviews r ON r.id = (
    SELECT c.id FROM concurring_reviews c
    WHERE c.version_id = v.id
        AND NOT EXISTS (SELECT 1 FROM version_authors a WHERE a.version_id = v.id AND a.person_id = c.reviewer_id)
    ORDER BY c.id LIMIT 1)
JOIN publications p ON p.id = (
    SELECT q.id FROM publications q
    WHERE q.version_id = v.id AND q.released_by_id <> r.reviewer_id
        AND NOT EXISTS (SELECT 1 FROM version_authors a WHERE a.version_id = v.id AND a.person_id = q.released_by_id)
    ORDER BY q.id LIMIT 1)
WHERE v.state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged');

INSERT INTO release_clearances (version_id, originator_id, kind, created_at)
SELECT v.id, v.originator_id, 'Earlier', coalesce(v.published_at, v.updated_at)
FROM product_versions v
WHERE v.state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged')
    AND NOT EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = v.id);

-- No version is out without its clearance, at the end of every transaction.
ALTER TABLE product_versions ADD COLUMN clearance_id uuid
    GENERATED ALWAYS AS (
        CASE WHEN state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged') THEN id END) STORED
    REFERENCES release_clearances (version_id) DEFERRABLE INITIALLY DEFERRED;

-- What became of mutations that came with a key, so that whoever repeats one is told it and nothing is done twice.
CREATE TABLE idempotency_keys (
    principal_id uuid NOT NULL,
    key text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    fingerprint text NOT NULL,
    outcome_id uuid,
    errors text,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (principal_id, key, path),
    CHECK ((outcome_id IS NULL) <> (errors IS NULL))
);

CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);

-- The gates. A clearance rests on a concurring review of that very version whose reviewer neither wrote nor releases
-- it, or on two persons; nobody who wrote a version releases it. It is never changed and never deleted.
CREATE FUNCTION check_clearances() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
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
    RETURN NULL;
END
$$;

CREATE TRIGGER release_clearances_checked AFTER INSERT ON release_clearances
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_clearances();

CREATE TRIGGER release_clearances_unchanged BEFORE UPDATE OR DELETE ON release_clearances
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('release_clearances is append-only');

-- What was reviewed is what is released: while a concurring review of a version stands, and for good once the version
-- is cleared, nobody changes what it is made of. Work goes on after the review is void.
CREATE VIEW settled_versions AS
    SELECT version_id FROM release_clearances UNION ALL SELECT version_id FROM concurring_reviews;

CREATE FUNCTION keep_settled() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    -- Apart from each other, and as sets: a load brings many rows at once, and no index yet.
    IF EXISTS (SELECT FROM release_clearances s WHERE s.version_id IN (SELECT c.version_id FROM changed c))
        OR (EXISTS (
                SELECT FROM privacy_reviews r
                WHERE r.outcome IS NOT NULL AND r.version_id IN (SELECT c.version_id FROM changed c))
            AND EXISTS (SELECT FROM concurring_reviews s WHERE s.version_id IN (SELECT c.version_id FROM changed c)))
    THEN
        RAISE EXCEPTION '% of a version do not change once it is reviewed', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER portions_settled_insert AFTER INSERT ON portions
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER portions_settled_from AFTER UPDATE ON portions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER portions_settled_to AFTER UPDATE ON portions
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER portions_settled_delete AFTER DELETE ON portions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();

CREATE TRIGGER source_references_settled_insert AFTER INSERT ON source_references
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER source_references_settled_from AFTER UPDATE ON source_references
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER source_references_settled_to AFTER UPDATE ON source_references
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER source_references_settled_delete AFTER DELETE ON source_references
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();

CREATE TRIGGER version_authors_settled_insert AFTER INSERT ON version_authors
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_authors_settled_from AFTER UPDATE ON version_authors
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_authors_settled_to AFTER UPDATE ON version_authors
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_authors_settled_delete AFTER DELETE ON version_authors
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();

CREATE TRIGGER version_lists_settled_insert AFTER INSERT ON version_lists
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_lists_settled_from AFTER UPDATE ON version_lists
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_lists_settled_to AFTER UPDATE ON version_lists
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_lists_settled_delete AFTER DELETE ON version_lists
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();

CREATE TRIGGER version_recipients_settled_insert AFTER INSERT ON version_recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_recipients_settled_from AFTER UPDATE ON version_recipients
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_recipients_settled_to AFTER UPDATE ON version_recipients
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();
CREATE TRIGGER version_recipients_settled_delete AFTER DELETE ON version_recipients
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_settled();

-- So it is with what the version itself says. What is out stays out, and what was published stays as it was: only its
-- state goes on, its end may be moved, and the day of its review is written down.
CREATE FUNCTION keep_reviewed_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM settled_versions s WHERE s.version_id = OLD.id) THEN
        RAISE EXCEPTION 'a version does not change once it is reviewed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER product_versions_reviewed BEFORE UPDATE ON product_versions
    FOR EACH ROW WHEN (
        (NEW.id, NEW.product_id, NEW.originator_id, NEW.number, NEW.change_kind, NEW.title_portion_id,
        NEW.summary_portion_id, NEW.urgency, NEW.intended_uses, NEW.content_hash, NEW.requires,
        NEW.requires_throughout)
        IS DISTINCT FROM
        (OLD.id, OLD.product_id, OLD.originator_id, OLD.number, OLD.change_kind, OLD.title_portion_id,
        OLD.summary_portion_id, OLD.urgency, OLD.intended_uses, OLD.content_hash, OLD.requires,
        OLD.requires_throughout))
    EXECUTE FUNCTION keep_reviewed_version();

CREATE TRIGGER product_versions_released BEFORE UPDATE ON product_versions
    FOR EACH ROW WHEN (
        OLD.state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged')
        AND (NEW.state NOT IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged')
            OR (NEW.discloses_withholding, NEW.analyst_notes, NEW.is_public_release_approved, NEW.is_emergency_release,
            NEW.valid_from, NEW.release_at, NEW.published_at, NEW.created_at)
            IS DISTINCT FROM
            (OLD.discloses_withholding, OLD.analyst_notes, OLD.is_public_release_approved, OLD.is_emergency_release,
            OLD.valid_from, OLD.release_at, OLD.published_at, OLD.created_at)))
    EXECUTE FUNCTION refuse_change('a version does not change once it is released');

-- A review goes forward only, and what was signed stays signed. What a clearance rests on does not change at all. An
-- objection turns into a concurrence by the decision of a director alone, who did not review it.
CREATE FUNCTION keep_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.outcome IS DISTINCT FROM OLD.outcome OR NEW.decider_id IS DISTINCT FROM OLD.decider_id) AND EXISTS (
        SELECT FROM version_authors a
        WHERE a.version_id = NEW.version_id AND a.person_id IN (NEW.reviewer_id, NEW.decider_id))
    THEN
        RAISE EXCEPTION 'a version is neither reviewed nor decided on by who wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT FROM release_clearances c WHERE c.review_id = OLD.id) THEN
        RAISE EXCEPTION 'a review that a release rests on does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER privacy_reviews_forward BEFORE UPDATE ON privacy_reviews
    FOR EACH ROW WHEN (
        (NEW.id, NEW.version_id, NEW.originator_id, NEW.kind, NEW.checklist, NEW.requested_by_id, NEW.requested_at,
        NEW.created_at)
        IS DISTINCT FROM
        (OLD.id, OLD.version_id, OLD.originator_id, OLD.kind, OLD.checklist, OLD.requested_by_id, OLD.requested_at,
        OLD.created_at)
    OR NEW.revision NOT IN (OLD.revision, OLD.revision + 1)
    OR ((
        (NEW.state = OLD.state AND NEW.outcome IS NOT DISTINCT FROM OLD.outcome)
        OR (OLD.state IN ('Requested', 'Assigned', 'InReview') AND NEW.state = 'Assigned' AND NEW.outcome IS NULL)
        OR (OLD.state IN ('Assigned', 'InReview') AND NEW.state = 'InReview' AND NEW.outcome IS NULL)
        OR (OLD.state = 'InReview' AND NEW.state = 'Completed'
            AND NEW.outcome IN ('Concur', 'ConcurWithChanges', 'Nonconcur', 'RecallRecommended'))
        OR (OLD.state = 'Completed' AND OLD.outcome = 'Nonconcur'
            AND NEW.state = 'Escalated' AND NEW.outcome = 'Nonconcur' AND NEW.decider_id <> NEW.reviewer_id)
        OR (OLD.state = 'Escalated' AND NEW.state = 'Resolved'
            AND NEW.outcome IN ('ResolvedConcur', 'ResolvedNonconcur') AND NEW.decided_at IS NOT NULL)
        OR (NEW.state = 'Voided' AND NEW.kind <> 'PostRelease')) IS NOT TRUE)
    OR (OLD.outcome IS NOT NULL AND
        (NEW.reviewer_id, NEW.rationale, NEW.notes, NEW.signed_at) IS DISTINCT FROM
        (OLD.reviewer_id, OLD.rationale, OLD.notes, OLD.signed_at))
    OR (OLD.state <> 'Completed' AND NEW.decider_id IS DISTINCT FROM OLD.decider_id)
    OR (NEW.state = 'Voided' AND NEW.outcome IS DISTINCT FROM OLD.outcome)
    OR OLD.state = 'Voided')
    EXECUTE FUNCTION refuse_change('a privacy review goes forward only');

CREATE TRIGGER privacy_reviews_relied_on BEFORE UPDATE ON privacy_reviews
    FOR EACH ROW EXECUTE FUNCTION keep_reviews();

CREATE TRIGGER privacy_reviews_kept BEFORE DELETE ON privacy_reviews
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('privacy_reviews are kept');

-- A finding is kept as it was found, and settled once. What was answered stays once the review is signed.
CREATE TRIGGER privacy_findings_forward BEFORE UPDATE ON privacy_findings
    FOR EACH ROW WHEN (
        (NEW.id, NEW.review_id, NEW.originator_id, NEW.portion_key, NEW.category, NEW.severity, NEW.required_action,
        NEW.created_at)
        IS DISTINCT FROM
        (OLD.id, OLD.review_id, OLD.originator_id, OLD.portion_key, OLD.category, OLD.severity, OLD.required_action,
        OLD.created_at)
        OR OLD.resolution IS NOT NULL)
    EXECUTE FUNCTION refuse_change('a finding is kept as it was found, and settled once');

CREATE TRIGGER privacy_findings_kept BEFORE DELETE ON privacy_findings
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('privacy_findings are kept');

CREATE FUNCTION keep_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM privacy_reviews r
        WHERE r.id = coalesce(OLD.review_id, NEW.review_id) AND r.outcome IS NOT NULL AND r.state <> 'Voided')
    THEN
        RAISE EXCEPTION 'what was answered stays once the review is signed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
END
$$;

CREATE TRIGGER review_answers_signed BEFORE INSERT OR UPDATE OR DELETE ON review_answers
    FOR EACH ROW EXECUTE FUNCTION keep_answers();

-- What was done, and to whom it was released, is never changed and never deleted.

CREATE TRIGGER review_events_unchanged BEFORE UPDATE OR DELETE ON review_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('review_events is append-only');

CREATE TRIGGER publications_unchanged BEFORE UPDATE OR DELETE ON publications
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('publications is append-only');

CREATE TRIGGER publication_lists_unchanged BEFORE UPDATE OR DELETE ON publication_lists
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('publication_lists is append-only');

CREATE TRIGGER publication_recipients_unchanged BEFORE UPDATE OR DELETE ON publication_recipients
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('publication_recipients is append-only');

ALTER TABLE release_clearances ENABLE ALWAYS TRIGGER release_clearances_unchanged;
ALTER TABLE privacy_reviews ENABLE ALWAYS TRIGGER privacy_reviews_kept;
ALTER TABLE privacy_findings ENABLE ALWAYS TRIGGER privacy_findings_kept;
ALTER TABLE review_events ENABLE ALWAYS TRIGGER review_events_unchanged;
ALTER TABLE publications ENABLE ALWAYS TRIGGER publications_unchanged;
ALTER TABLE publication_lists ENABLE ALWAYS TRIGGER publication_lists_unchanged;
ALTER TABLE publication_recipients ENABLE ALWAYS TRIGGER publication_recipients_unchanged;
