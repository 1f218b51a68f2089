-- Drafts: the audience that a version is meant for, what its authors are still to answer, and what was done to it.

-- When a version was first given to review: from then on the privacy officers of its center see it. Null: never. Versions
-- that are under way when this is applied are those of generated data, which gets its rights when it is generated anew.
ALTER TABLE product_versions ADD COLUMN submitted_at TEXT;
UPDATE product_versions SET submitted_at =
    (SELECT min(r.requested_at) FROM privacy_reviews r WHERE r.version_id = product_versions.id);

-- A list that a version is meant for.
CREATE TABLE version_lists (
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    list_id TEXT NOT NULL REFERENCES distribution_lists (id),
    PRIMARY KEY (version_id, list_id)
) STRICT, WITHOUT ROWID;

-- A person or organization that a version is meant for by name.
CREATE TABLE version_recipients (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id),
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    UNIQUE (version_id, person_id),
    UNIQUE (version_id, organization_id),
    CHECK ((person_id IS NULL) <> (organization_id IS NULL))
) STRICT;

-- Every step in the life of a version, by whom and why. Never changed, never deleted; without foreign keys, since the
-- record outlives what it is about. No actor: the clock.
CREATE TABLE version_events (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    step TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    reason TEXT,
    occurred_at TEXT NOT NULL,
    CHECK ((from_state IS NULL) = (step = 'Create'))
) STRICT;

CREATE TRIGGER version_events_unchanged BEFORE UPDATE ON version_events
BEGIN
    SELECT RAISE(ABORT, 'version_events is append-only');
END;

CREATE TRIGGER version_events_kept BEFORE DELETE ON version_events
BEGIN
    SELECT RAISE(ABORT, 'version_events is append-only');
END;

-- Where a finding comes from: a reviewer, or the scan that runs when a version is given to review, which says where
-- in the portion's text it found something, in UTF-16 code units, and never what.
ALTER TABLE privacy_findings ADD COLUMN origin TEXT NOT NULL DEFAULT 'Reviewer';
ALTER TABLE privacy_findings ADD COLUMN text_kind TEXT;
ALTER TABLE privacy_findings ADD COLUMN text_start INTEGER CHECK (
    text_start IS NULL OR (portion_key IS NOT NULL AND text_start >= 0));
ALTER TABLE privacy_findings ADD COLUMN text_length INTEGER CHECK (
    (origin = 'Scan') = (text_kind IS NOT NULL)
    AND (text_kind IS NULL) = (text_start IS NULL)
    AND (text_kind IS NULL) = (text_length IS NULL)
    AND (text_length IS NULL OR text_length > 0));

CREATE INDEX version_lists_list ON version_lists (list_id);
CREATE INDEX version_recipients_person ON version_recipients (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX version_recipients_organization ON version_recipients (organization_id)
    WHERE organization_id IS NOT NULL;
CREATE INDEX version_events_version ON version_events (version_id, occurred_at, revision);
