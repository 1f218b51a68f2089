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
