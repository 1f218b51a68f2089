-- The gates of release: who cleared a version, and that nothing is out around it. Privacy reviews with their answers
-- and events, and what was already done at a request.

-- What a review is decided by: the escalation of a nonconcurrence, and the decision on it.
ALTER TABLE privacy_reviews ADD COLUMN escalated_by_id TEXT REFERENCES people (id);
ALTER TABLE privacy_reviews ADD COLUMN escalated_at TEXT;
ALTER TABLE privacy_reviews ADD COLUMN decider_id TEXT REFERENCES people (id);
ALTER TABLE privacy_reviews ADD COLUMN counsel TEXT;
ALTER TABLE privacy_reviews ADD COLUMN decision TEXT;
ALTER TABLE privacy_reviews ADD COLUMN decided_at TEXT;

-- What the authors answered to a finding, and who settled it.
ALTER TABLE privacy_findings ADD COLUMN answer TEXT;
ALTER TABLE privacy_findings ADD COLUMN answered_by_id TEXT REFERENCES people (id);
ALTER TABLE privacy_findings ADD COLUMN answered_at TEXT;
ALTER TABLE privacy_findings ADD COLUMN resolved_by_id TEXT REFERENCES people (id);
ALTER TABLE privacy_findings ADD COLUMN resolved_at TEXT;

-- What the reviewer answered to an item of the checklist.
CREATE TABLE review_answers (
    id TEXT PRIMARY KEY NOT NULL,
    review_id TEXT NOT NULL REFERENCES privacy_reviews (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    comment TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (review_id, item),
    CHECK (answer IN ('Yes', 'No', 'NotApplicable'))
) STRICT;

-- Every step of a review, by whom and why. Never changed, never deleted.
CREATE TABLE review_events (
    id TEXT PRIMARY KEY NOT NULL,
    review_id TEXT NOT NULL REFERENCES privacy_reviews (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    step TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    reason TEXT,
    occurred_at TEXT NOT NULL,
    UNIQUE (review_id, revision)
) STRICT;

-- Why a version may be out: its review concurred, or two persons released it for imminent danger. What was released
-- before these records were kept, and cannot be told to have had either, is Earlier. It seals the version: what was
-- cleared does not change any more.
CREATE TABLE release_clearances (
    version_id TEXT PRIMARY KEY NOT NULL REFERENCES product_versions (id),
    originator_id TEXT NOT NULL REFERENCES fusion_centers (id),
    kind TEXT NOT NULL,
    review_id TEXT REFERENCES privacy_reviews (id),
    released_by_id TEXT REFERENCES people (id),
    second_person_id TEXT REFERENCES people (id),
    reason TEXT,
    created_at TEXT NOT NULL,
    CHECK (kind IN ('Review', 'Emergency', 'Earlier')),
    CHECK (kind = 'Earlier' OR released_by_id IS NOT NULL),
    CHECK ((kind = 'Review') = (review_id IS NOT NULL)),
    CHECK ((kind = 'Emergency') = (second_person_id IS NOT NULL)),
    CHECK (kind <> 'Emergency' OR (second_person_id <> released_by_id AND length(trim(reason)) >= 20))
) STRICT, WITHOUT ROWID;

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
ALTER TABLE product_versions ADD COLUMN clearance_id TEXT
    GENERATED ALWAYS AS (
        CASE WHEN state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged') THEN id END)
    REFERENCES release_clearances (version_id) DEFERRABLE INITIALLY DEFERRED;

-- What became of mutations that came with a key, so that whoever repeats one is told it and nothing is done twice.
CREATE TABLE idempotency_keys (
    principal_id TEXT NOT NULL,
    key TEXT NOT NULL,
    path TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    outcome_id TEXT,
    errors TEXT,
    created_at TEXT NOT NULL,
    PRIMARY KEY (principal_id, key, path),
    CHECK ((outcome_id IS NULL) <> (errors IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);

-- The gates. A clearance rests on a concurring review of that very version whose reviewer neither wrote nor releases
-- it, or on two persons; nobody who wrote a version releases it. It is never changed and never deleted.
CREATE TRIGGER release_clearances_earlier BEFORE INSERT ON release_clearances WHEN NEW.kind = 'Earlier'
BEGIN
    SELECT RAISE(ABORT, 'a version is cleared by its review or in an emergency');
END;

CREATE TRIGGER release_clearances_review BEFORE INSERT ON release_clearances
WHEN NEW.kind = 'Review' AND NOT EXISTS (
    SELECT 1 FROM concurring_reviews r
    WHERE r.id = NEW.review_id AND r.version_id = NEW.version_id AND r.reviewer_id <> NEW.released_by_id
        AND NOT EXISTS (
            SELECT 1 FROM version_authors a WHERE a.version_id = NEW.version_id AND a.person_id = r.reviewer_id))
BEGIN
    SELECT RAISE(ABORT, 'a clearance rests on a concurring review by somebody who neither wrote nor releases it');
END;

CREATE TRIGGER release_clearances_separate BEFORE INSERT ON release_clearances
WHEN EXISTS (
    SELECT 1 FROM version_authors a
    WHERE a.version_id = NEW.version_id AND a.person_id IN (NEW.released_by_id, NEW.second_person_id))
BEGIN
    SELECT RAISE(ABORT, 'a version is not released by who wrote it');
END;

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER release_clearances_once BEFORE INSERT ON release_clearances
WHEN EXISTS (SELECT 1 FROM release_clearances c WHERE c.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'release_clearances is append-only');
END;

CREATE TRIGGER release_clearances_unchanged BEFORE UPDATE ON release_clearances
BEGIN
    SELECT RAISE(ABORT, 'release_clearances is append-only');
END;

CREATE TRIGGER release_clearances_kept BEFORE DELETE ON release_clearances
BEGIN
    SELECT RAISE(ABORT, 'release_clearances is append-only');
END;

-- What was reviewed is what is released: while a concurring review of a version stands, and for good once the version
-- is cleared, nobody changes what it is made of. Work goes on after the review is void.
CREATE VIEW settled_versions AS
    SELECT version_id FROM release_clearances UNION ALL SELECT version_id FROM concurring_reviews;

CREATE TRIGGER portions_settled_insert BEFORE INSERT ON portions
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.version_id)
    OR EXISTS (
        SELECT 1 FROM portions o JOIN settled_versions s ON s.version_id = o.version_id WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'portions of a version do not change once it is reviewed');
END;

CREATE TRIGGER portions_settled_update BEFORE UPDATE ON portions
WHEN NEW.id IS NOT OLD.id
    OR EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'portions of a version do not change once it is reviewed');
END;

CREATE TRIGGER portions_settled_delete BEFORE DELETE ON portions
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'portions of a version do not change once it is reviewed');
END;

CREATE TRIGGER source_references_settled_insert BEFORE INSERT ON source_references
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.version_id)
    OR EXISTS (
        SELECT 1 FROM source_references o JOIN settled_versions s ON s.version_id = o.version_id WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'source_references of a version do not change once it is reviewed');
END;

CREATE TRIGGER source_references_settled_update BEFORE UPDATE ON source_references
WHEN NEW.id IS NOT OLD.id
    OR EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'source_references of a version do not change once it is reviewed');
END;

CREATE TRIGGER source_references_settled_delete BEFORE DELETE ON source_references
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'source_references of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_authors_settled_insert BEFORE INSERT ON version_authors
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_authors of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_authors_settled_update BEFORE UPDATE ON version_authors
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'version_authors of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_authors_settled_delete BEFORE DELETE ON version_authors
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_authors of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_lists_settled_insert BEFORE INSERT ON version_lists
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_lists of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_lists_settled_update BEFORE UPDATE ON version_lists
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'version_lists of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_lists_settled_delete BEFORE DELETE ON version_lists
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_lists of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_recipients_settled_insert BEFORE INSERT ON version_recipients
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.version_id)
    OR EXISTS (
        SELECT 1 FROM version_recipients o JOIN settled_versions s ON s.version_id = o.version_id WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'version_recipients of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_recipients_settled_update BEFORE UPDATE ON version_recipients
WHEN NEW.id IS NOT OLD.id
    OR EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id IN (OLD.version_id, NEW.version_id))
BEGIN
    SELECT RAISE(ABORT, 'version_recipients of a version do not change once it is reviewed');
END;

CREATE TRIGGER version_recipients_settled_delete BEFORE DELETE ON version_recipients
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.version_id)
BEGIN
    SELECT RAISE(ABORT, 'version_recipients of a version do not change once it is reviewed');
END;

-- So it is with what the version itself says. What is out stays out, and what was published stays as it was: only its
-- state goes on, its end may be moved, and the day of its review is written down.
CREATE TRIGGER product_versions_reviewed BEFORE UPDATE OF
    id, product_id, originator_id, number, change_kind, title_portion_id, summary_portion_id,
    urgency, intended_uses, content_hash, requires, requires_throughout ON product_versions
WHEN (
    NEW.id IS NOT OLD.id
    OR NEW.product_id IS NOT OLD.product_id
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.number IS NOT OLD.number
    OR NEW.change_kind IS NOT OLD.change_kind
    OR NEW.title_portion_id IS NOT OLD.title_portion_id
    OR NEW.summary_portion_id IS NOT OLD.summary_portion_id
    OR NEW.urgency IS NOT OLD.urgency
    OR NEW.intended_uses IS NOT OLD.intended_uses
    OR NEW.content_hash IS NOT OLD.content_hash
    OR NEW.requires IS NOT OLD.requires
    OR NEW.requires_throughout IS NOT OLD.requires_throughout)
    AND EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'a version does not change once it is reviewed');
END;

CREATE TRIGGER product_versions_released BEFORE UPDATE ON product_versions
WHEN OLD.state IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged') AND (
    NEW.state NOT IN ('Published', 'Superseded', 'Recalled', 'Expired', 'Archived', 'Purged')
    OR NEW.discloses_withholding IS NOT OLD.discloses_withholding
    OR NEW.analyst_notes IS NOT OLD.analyst_notes
    OR NEW.is_public_release_approved IS NOT OLD.is_public_release_approved
    OR NEW.is_emergency_release IS NOT OLD.is_emergency_release
    OR NEW.valid_from IS NOT OLD.valid_from
    OR NEW.release_at IS NOT OLD.release_at
    OR NEW.published_at IS NOT OLD.published_at
    OR NEW.created_at IS NOT OLD.created_at)
BEGIN
    SELECT RAISE(ABORT, 'a version does not change once it is released');
END;

CREATE TRIGGER product_versions_replaced BEFORE INSERT ON product_versions
WHEN EXISTS (SELECT 1 FROM settled_versions s WHERE s.version_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a version does not change once it is reviewed');
END;

-- A review goes forward only, and what was signed stays signed. What a clearance rests on does not change at all. An
-- objection turns into a concurrence by the decision of a director alone, who did not review it.
CREATE TRIGGER privacy_reviews_forward BEFORE UPDATE ON privacy_reviews
WHEN NEW.id IS NOT OLD.id
    OR NEW.version_id IS NOT OLD.version_id
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.kind IS NOT OLD.kind
    OR NEW.checklist IS NOT OLD.checklist
    OR NEW.requested_by_id IS NOT OLD.requested_by_id
    OR NEW.requested_at IS NOT OLD.requested_at
    OR NEW.created_at IS NOT OLD.created_at
    OR NEW.revision NOT IN (OLD.revision, OLD.revision + 1)
    OR NOT (
        (NEW.state = OLD.state AND NEW.outcome IS OLD.outcome)
        OR (OLD.state IN ('Requested', 'Assigned', 'InReview') AND NEW.state = 'Assigned' AND NEW.outcome IS NULL)
        OR (OLD.state IN ('Assigned', 'InReview') AND NEW.state = 'InReview' AND NEW.outcome IS NULL)
        OR (OLD.state = 'InReview' AND NEW.state = 'Completed'
            AND NEW.outcome IN ('Concur', 'ConcurWithChanges', 'Nonconcur', 'RecallRecommended'))
        OR (OLD.state = 'Completed' AND OLD.outcome = 'Nonconcur'
            AND NEW.state = 'Escalated' AND NEW.outcome = 'Nonconcur' AND NEW.decider_id <> NEW.reviewer_id)
        OR (OLD.state = 'Escalated' AND NEW.state = 'Resolved'
            AND NEW.outcome IN ('ResolvedConcur', 'ResolvedNonconcur') AND NEW.decided_at IS NOT NULL)
        OR (NEW.state = 'Voided' AND NEW.kind <> 'PostRelease'))
    OR (OLD.outcome IS NOT NULL AND (
        NEW.reviewer_id IS NOT OLD.reviewer_id
        OR NEW.rationale IS NOT OLD.rationale
        OR NEW.notes IS NOT OLD.notes
        OR NEW.signed_at IS NOT OLD.signed_at))
    OR (OLD.state <> 'Completed' AND NEW.decider_id IS NOT OLD.decider_id)
    OR (NEW.state = 'Voided' AND NEW.outcome IS NOT OLD.outcome)
    OR OLD.state = 'Voided'
BEGIN
    SELECT RAISE(ABORT, 'a privacy review goes forward only');
END;

CREATE TRIGGER privacy_reviews_independent BEFORE UPDATE ON privacy_reviews
WHEN (NEW.outcome IS NOT OLD.outcome OR NEW.decider_id IS NOT OLD.decider_id) AND EXISTS (
    SELECT 1 FROM version_authors a
    WHERE a.version_id = NEW.version_id AND a.person_id IN (NEW.reviewer_id, NEW.decider_id))
BEGIN
    SELECT RAISE(ABORT, 'a version is neither reviewed nor decided on by who wrote it');
END;

CREATE TRIGGER privacy_reviews_relied_on BEFORE UPDATE ON privacy_reviews
WHEN EXISTS (SELECT 1 FROM release_clearances c WHERE c.review_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'a review that a release rests on does not change');
END;

CREATE TRIGGER privacy_reviews_kept BEFORE DELETE ON privacy_reviews
BEGIN
    SELECT RAISE(ABORT, 'privacy_reviews are kept');
END;

CREATE TRIGGER privacy_reviews_replaced BEFORE INSERT ON privacy_reviews
WHEN EXISTS (SELECT 1 FROM privacy_reviews r WHERE r.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'privacy_reviews are kept');
END;

-- A finding is kept as it was found, and settled once. What was answered stays once the review is signed.
CREATE TRIGGER privacy_findings_forward BEFORE UPDATE ON privacy_findings
WHEN NEW.id IS NOT OLD.id
    OR NEW.review_id IS NOT OLD.review_id
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.portion_key IS NOT OLD.portion_key
    OR NEW.category IS NOT OLD.category
    OR NEW.severity IS NOT OLD.severity
    OR NEW.required_action IS NOT OLD.required_action
    OR NEW.created_at IS NOT OLD.created_at
    OR OLD.resolution IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a finding is kept as it was found, and settled once');
END;

CREATE TRIGGER privacy_findings_kept BEFORE DELETE ON privacy_findings
BEGIN
    SELECT RAISE(ABORT, 'privacy_findings are kept');
END;

CREATE TRIGGER privacy_findings_replaced BEFORE INSERT ON privacy_findings
WHEN EXISTS (SELECT 1 FROM privacy_findings f WHERE f.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'privacy_findings are kept');
END;

CREATE TRIGGER review_answers_signed_insert BEFORE INSERT ON review_answers
WHEN EXISTS (
    SELECT 1 FROM privacy_reviews r WHERE r.id = NEW.review_id AND r.outcome IS NOT NULL AND r.state <> 'Voided')
BEGIN
    SELECT RAISE(ABORT, 'what was answered stays once the review is signed');
END;

CREATE TRIGGER review_answers_signed_update BEFORE UPDATE ON review_answers
WHEN EXISTS (
    SELECT 1 FROM privacy_reviews r WHERE r.id = OLD.review_id AND r.outcome IS NOT NULL AND r.state <> 'Voided')
BEGIN
    SELECT RAISE(ABORT, 'what was answered stays once the review is signed');
END;

CREATE TRIGGER review_answers_signed_delete BEFORE DELETE ON review_answers
WHEN EXISTS (
    SELECT 1 FROM privacy_reviews r WHERE r.id = OLD.review_id AND r.outcome IS NOT NULL AND r.state <> 'Voided')
BEGIN
    SELECT RAISE(ABORT, 'what was answered stays once the review is signed');
END;

-- What was done, and to whom it was released, is never changed and never deleted.

CREATE TRIGGER review_events_unchanged BEFORE UPDATE ON review_events
BEGIN
    SELECT RAISE(ABORT, 'review_events is append-only');
END;
CREATE TRIGGER review_events_kept BEFORE DELETE ON review_events
BEGIN
    SELECT RAISE(ABORT, 'review_events is append-only');
END;
CREATE TRIGGER review_events_replaced BEFORE INSERT ON review_events
WHEN EXISTS (
    SELECT 1 FROM review_events o
    WHERE o.id = NEW.id
    OR (o.review_id = NEW.review_id AND o.revision = NEW.revision))
BEGIN
    SELECT RAISE(ABORT, 'review_events is append-only');
END;

CREATE TRIGGER publications_unchanged BEFORE UPDATE ON publications
BEGIN
    SELECT RAISE(ABORT, 'publications is append-only');
END;
CREATE TRIGGER publications_kept BEFORE DELETE ON publications
BEGIN
    SELECT RAISE(ABORT, 'publications is append-only');
END;
CREATE TRIGGER publications_replaced BEFORE INSERT ON publications
WHEN EXISTS (
    SELECT 1 FROM publications o
    WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'publications is append-only');
END;

CREATE TRIGGER publication_lists_unchanged BEFORE UPDATE ON publication_lists
BEGIN
    SELECT RAISE(ABORT, 'publication_lists is append-only');
END;
CREATE TRIGGER publication_lists_kept BEFORE DELETE ON publication_lists
BEGIN
    SELECT RAISE(ABORT, 'publication_lists is append-only');
END;
CREATE TRIGGER publication_lists_replaced BEFORE INSERT ON publication_lists
WHEN EXISTS (
    SELECT 1 FROM publication_lists o
    WHERE o.publication_id = NEW.publication_id AND o.list_id = NEW.list_id)
BEGIN
    SELECT RAISE(ABORT, 'publication_lists is append-only');
END;

CREATE TRIGGER publication_recipients_unchanged BEFORE UPDATE ON publication_recipients
BEGIN
    SELECT RAISE(ABORT, 'publication_recipients is append-only');
END;
CREATE TRIGGER publication_recipients_kept BEFORE DELETE ON publication_recipients
BEGIN
    SELECT RAISE(ABORT, 'publication_recipients is append-only');
END;
CREATE TRIGGER publication_recipients_replaced BEFORE INSERT ON publication_recipients
WHEN EXISTS (
    SELECT 1 FROM publication_recipients o
    WHERE o.id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'publication_recipients is append-only');
END;
