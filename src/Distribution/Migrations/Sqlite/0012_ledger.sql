-- The ledger: who was given which version, when and why, and who said that it arrived. Written in the transaction of
-- the release. What is recorded outlives what it speaks of, so that nothing is referred to. Nothing here is changed.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (
        hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
        || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    publication_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    product_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    -- To whom: one of the three, which is also recipient_id; and the organization he belonged to then.
    recipient_id TEXT NOT NULL,
    person_id TEXT,
    organization_id TEXT,
    service_client_id TEXT,
    recipient_organization_id TEXT,
    -- Why: the rule, and the list where it went to one.
    rule TEXT NOT NULL,
    list_id TEXT,
    channel TEXT NOT NULL,
    -- The portions of the version, a bit for each ordinal; which of them he may see is decided when he reads.
    portions BLOB NOT NULL,
    -- What a reader must hold to see any of it.
    requires INTEGER NOT NULL,
    is_acknowledgement_required INTEGER NOT NULL,
    delivered_at TEXT NOT NULL,
    CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1),
    CHECK (recipient_id = coalesce(person_id, organization_id, service_client_id)),
    CHECK (rule IN ('ExplicitRecipient', 'ListMembership', 'OrganizationMembership', 'ClientGrant')),
    CHECK ((list_id IS NULL) = (rule = 'ExplicitRecipient')),
    CHECK (channel IN ('Portal', 'Api')),
    UNIQUE (version_id, recipient_id, publication_id)
) STRICT;

CREATE INDEX deliveries_recipient ON deliveries (recipient_id, delivered_at DESC, id DESC);
CREATE INDEX deliveries_organization ON deliveries (recipient_organization_id, delivered_at DESC, id DESC)
    WHERE recipient_organization_id IS NOT NULL;
CREATE INDEX deliveries_product ON deliveries (product_id);

-- That a recipient said that a delivery arrived: a person, or a machine client for its organization.
CREATE TABLE receipts (
    id TEXT PRIMARY KEY NOT NULL,
    delivery_id TEXT NOT NULL,
    version_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    person_id TEXT,
    service_client_id TEXT,
    recipient_organization_id TEXT,
    note TEXT,
    acknowledged_at TEXT NOT NULL,
    CHECK ((person_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1)
) STRICT;

-- Once each.
CREATE UNIQUE INDEX receipts_once ON receipts (delivery_id, coalesce(person_id, service_client_id));
CREATE INDEX receipts_version ON receipts (version_id);

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'The table deliveries is append-only: UPDATE is refused.');
END;
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN
    SELECT RAISE(ABORT, 'The table deliveries is append-only: DELETE is refused.');
END;
CREATE TRIGGER deliveries_no_replace BEFORE INSERT ON deliveries
    WHEN EXISTS (
        SELECT 1 FROM deliveries
        WHERE id = NEW.id
            OR (version_id = NEW.version_id AND recipient_id = NEW.recipient_id AND publication_id = NEW.publication_id))
BEGIN
    SELECT RAISE(ABORT, 'The table deliveries is append-only: REPLACE is refused.');
END;
CREATE TRIGGER receipts_no_update BEFORE UPDATE ON receipts BEGIN
    SELECT RAISE(ABORT, 'The table receipts is append-only: UPDATE is refused.');
END;
CREATE TRIGGER receipts_no_delete BEFORE DELETE ON receipts BEGIN
    SELECT RAISE(ABORT, 'The table receipts is append-only: DELETE is refused.');
END;
CREATE TRIGGER receipts_no_replace BEFORE INSERT ON receipts
    WHEN EXISTS (
        SELECT 1 FROM receipts
        WHERE id = NEW.id
            OR (delivery_id = NEW.delivery_id
                AND coalesce(person_id, service_client_id) = coalesce(NEW.person_id, NEW.service_client_id)))
BEGIN
    SELECT RAISE(ABORT, 'The table receipts is append-only: REPLACE is refused.');
END;

-- The first of the two persons of an emergency release, until the second confirms it or its time is over.
CREATE TABLE emergency_requests (
    version_id TEXT PRIMARY KEY NOT NULL REFERENCES product_versions (id) ON DELETE CASCADE,
    originator_id TEXT NOT NULL,
    -- Of the version: what is changed afterwards was not asked for.
    version_revision INTEGER NOT NULL,
    requested_by_id TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) >= 20),
    requested_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;

-- What the clock does once, whatever the number of nodes: of which subject it was done, and when a work was last done.
CREATE TABLE clock_marks (
    work TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (work, subject_id)
) STRICT;
CREATE TABLE clock_moments (
    work TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- What is due, and what is next.
CREATE INDEX product_versions_release_at ON product_versions (release_at) WHERE state = 'Scheduled';
CREATE INDEX product_versions_valid_until ON product_versions (valid_until) WHERE state = 'Published';
CREATE INDEX list_memberships_expires ON list_memberships (expires_at) WHERE expires_at IS NOT NULL;
