-- The ledger: who was given which version, when and why, and who said that it arrived. Written in the transaction of
-- the release. What is recorded outlives what it speaks of, so that nothing is referred to. Nothing here is changed.
CREATE TABLE deliveries (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    publication_id uuid NOT NULL,
    version_id uuid NOT NULL,
    product_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    -- To whom: one of the three, which is also recipient_id; and the organization he belonged to then.
    recipient_id uuid NOT NULL,
    person_id uuid,
    organization_id uuid,
    service_client_id uuid,
    recipient_organization_id uuid,
    -- Why: the rule, and the list where it went to one.
    rule text NOT NULL,
    list_id uuid,
    channel text NOT NULL,
    -- The portions of the version, a bit for each ordinal; which of them he may see is decided when he reads.
    portions bytea NOT NULL,
    -- What a reader must hold to see any of it.
    requires bigint NOT NULL,
    is_acknowledgement_required boolean NOT NULL,
    delivered_at timestamptz NOT NULL,
    CHECK (num_nonnulls(person_id, organization_id, service_client_id) = 1),
    CHECK (recipient_id = coalesce(person_id, organization_id, service_client_id)),
    CHECK (rule IN ('ExplicitRecipient', 'ListMembership', 'OrganizationMembership', 'ClientGrant')),
    CHECK ((list_id IS NULL) = (rule = 'ExplicitRecipient')),
    CHECK (channel IN ('Portal', 'Api')),
    UNIQUE (version_id, recipient_id, publication_id)
);

CREATE INDEX deliveries_recipient ON deliveries (recipient_id, delivered_at DESC, id DESC);
CREATE INDEX deliveries_organization ON deliveries (recipient_organization_id, delivered_at DESC, id DESC)
    WHERE recipient_organization_id IS NOT NULL;
CREATE INDEX deliveries_product ON deliveries (product_id);

-- That a recipient said that a delivery arrived: a person, or a machine client for its organization.
CREATE TABLE receipts (
    id uuid PRIMARY KEY,
    delivery_id uuid NOT NULL,
    version_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    person_id uuid,
    service_client_id uuid,
    recipient_organization_id uuid,
    note text,
    acknowledged_at timestamptz NOT NULL,
    CHECK (num_nonnulls(person_id, service_client_id) = 1)
);

-- Once each.
CREATE UNIQUE INDEX receipts_once ON receipts (delivery_id, coalesce(person_id, service_client_id));
CREATE INDEX receipts_version ON receipts (version_id);

CREATE TRIGGER deliveries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
CREATE TRIGGER receipts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON receipts
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
ALTER TABLE deliveries ENABLE ALWAYS TRIGGER deliveries_append_only;
ALTER TABLE receipts ENABLE ALWAYS TRIGGER receipts_append_only;

-- The first of the two persons of an emergency release, until the second confirms it or its time is over.
CREATE TABLE emergency_requests (
    version_id uuid PRIMARY KEY REFERENCES product_versions (id) ON DELETE CASCADE,
    originator_id uuid NOT NULL,
    -- Of the version: what is changed afterwards was not asked for.
    version_revision integer NOT NULL,
    requested_by_id uuid NOT NULL,
    reason text NOT NULL CHECK (length(reason) >= 20),
    requested_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

-- What the clock does once, whatever the number of nodes: of which subject it was done, and when a work was last done.
CREATE TABLE clock_marks (
    work text NOT NULL,
    subject_id uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (work, subject_id)
);
CREATE TABLE clock_moments (
    work text PRIMARY KEY,
    at timestamptz NOT NULL
);

-- What is due, and what is next.
CREATE INDEX product_versions_release_at ON product_versions (release_at) WHERE state = 'Scheduled';
CREATE INDEX product_versions_valid_until ON product_versions (valid_until) WHERE state = 'Published';
CREATE INDEX list_memberships_expires ON list_memberships (expires_at) WHERE expires_at IS NOT NULL;
