-- Drafts: the audience that a version is meant for, what its authors are still to answer, and what was done to it.

-- When a version was first given to review: from then on the privacy officers of its center see it. Null: never. Versions
-- that are under way when this is applied are those of generated data, which gets its rights when it is generated anew.
ALTER TABLE product_versions ADD COLUMN submitted_at timestamptz;
UPDATE product_versions v SET submitted_at =
    (SELECT min(r.requested_at) FROM privacy_reviews r WHERE r.version_id = v.id);

-- A list that a version is meant for.
CREATE TABLE version_lists (
    version_id uuid NOT NULL REFERENCES product_versions (id),
    list_id uuid NOT NULL REFERENCES distribution_lists (id),
    PRIMARY KEY (version_id, list_id)
);

-- A person or organization that a version is meant for by name.
CREATE TABLE version_recipients (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id),
    person_id uuid REFERENCES people (id),
    organization_id uuid REFERENCES organizations (id),
    UNIQUE (version_id, person_id),
    UNIQUE (version_id, organization_id),
    CHECK ((person_id IS NULL) <> (organization_id IS NULL))
);

-- Every step in the life of a version, by whom and why. Never changed, never deleted; without foreign keys, since the
-- record outlives what it is about. No actor: the clock.
CREATE TABLE version_events (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    step text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    revision integer NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    reason text,
    occurred_at timestamptz NOT NULL,
    CHECK ((from_state IS NULL) = (step = 'Create'))
);

CREATE TRIGGER version_events_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON version_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('version_events is append-only');
ALTER TABLE version_events ENABLE ALWAYS TRIGGER version_events_unchanged;

-- Where a finding comes from: a reviewer, or the scan that runs when a version is given to review, which says where
-- in the portion's text it found something, in UTF-16 code units, and never what.
ALTER TABLE privacy_findings ADD COLUMN origin text NOT NULL DEFAULT 'Reviewer';
ALTER TABLE privacy_findings ADD COLUMN text_kind text;
ALTER TABLE privacy_findings ADD COLUMN text_start integer;
ALTER TABLE privacy_findings ADD COLUMN text_length integer;
ALTER TABLE privacy_findings ADD CHECK (
    (origin = 'Scan') = (text_kind IS NOT NULL)
    AND num_nonnulls(text_kind, text_start, text_length) IN (0, 3)
    AND (text_start IS NULL OR (portion_key IS NOT NULL AND text_start >= 0 AND text_length > 0)));

CREATE INDEX version_lists_list ON version_lists (list_id);
CREATE INDEX version_recipients_person ON version_recipients (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX version_recipients_organization ON version_recipients (organization_id)
    WHERE organization_id IS NOT NULL;
CREATE INDEX version_events_version ON version_events (version_id, occurred_at, revision);
