-- Who was given what: a record of each read of content, durable before the answer leaves (docs/access-records.md).
-- What is recorded outlives what it speaks of, so that only chains are referred to. Nothing here is ever changed.

-- Refuses a statement that would change or delete a row, whoever sends it, replication's session included.
CREATE FUNCTION keep_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The table % is append-only: % is refused.', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;

-- The records of one node from its start on. Chains hang together as the records of a chain do.
CREATE TABLE access_chains (
    id uuid PRIMARY KEY,
    -- Without gaps, from 1.
    number bigint NOT NULL UNIQUE CHECK (number > 0),
    host text NOT NULL,
    started_at timestamptz NOT NULL,
    -- Of the chain before it; of the first, zeros.
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);

-- A read: of portions of one version by one request, or of records themselves.
CREATE TABLE access_records (
    id uuid PRIMARY KEY,
    chain_id uuid NOT NULL REFERENCES access_chains (id),
    -- Its place in the chain, without gaps, from 1.
    sequence bigint NOT NULL CHECK (sequence > 0),
    at timestamptz NOT NULL,
    kind text NOT NULL,
    channel text NOT NULL,
    -- Who, and for whom.
    person_id uuid,
    service_client_id uuid,
    organization_id uuid,
    client_id text,
    actor text,
    token_id text,
    -- How: the operation, and the SHA-256 of its document.
    operation_name text,
    document_hash text COLLATE "C" NOT NULL CHECK (length(document_hash) = 64),
    purpose text,
    -- What: the version, and a bit for each ordinal of a portion, the least significant bit of the first byte first.
    version_id uuid,
    originator_id uuid,
    portions bytea,
    -- Of a read of records: whose or of which version they are.
    subject_id uuid,
    -- Why it was allowed.
    basis text,
    audience_id uuid,
    grant_id uuid,
    policy_version text NOT NULL,
    trace_id text,
    -- SHA-256 of the record before it (of the chain, for the first), and of that and this record together.
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    UNIQUE (chain_id, sequence)
);

-- One run of the daily comparison of reads with the audiences they were meant for.
CREATE TABLE access_reconciliations (
    id uuid PRIMARY KEY,
    -- The day in UTC.
    day date NOT NULL,
    at timestamptz NOT NULL,
    reads bigint NOT NULL CHECK (reads >= 0),
    outside bigint NOT NULL CHECK (outside >= 0),
    policy_version text NOT NULL
);

-- A read outside the audience, as the comparison found it.
CREATE TABLE access_findings (
    id uuid PRIMARY KEY,
    reconciliation_id uuid NOT NULL REFERENCES access_reconciliations (id),
    record_id uuid NOT NULL REFERENCES access_records (id),
    version_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    day date NOT NULL,
    found_at timestamptz NOT NULL
);

-- Who saw a version; what somebody saw; a day's reads, which lie together as they were written.
CREATE INDEX access_records_version ON access_records (version_id, at DESC, id DESC) WHERE version_id IS NOT NULL;
CREATE INDEX access_records_person ON access_records (person_id, at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX access_records_client ON access_records (service_client_id, at DESC, id DESC)
    WHERE service_client_id IS NOT NULL;
CREATE INDEX access_records_at ON access_records USING brin (at);
CREATE INDEX access_reconciliations_day ON access_reconciliations (day, at DESC);
CREATE INDEX access_findings_day ON access_findings (day, id);
CREATE INDEX access_findings_reconciliation ON access_findings (reconciliation_id);

CREATE TRIGGER access_chains_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_chains
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
CREATE TRIGGER access_records_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_records
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
CREATE TRIGGER access_reconciliations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_reconciliations
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
CREATE TRIGGER access_findings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_findings
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
ALTER TABLE access_chains ENABLE ALWAYS TRIGGER access_chains_append_only;
ALTER TABLE access_records ENABLE ALWAYS TRIGGER access_records_append_only;
ALTER TABLE access_reconciliations ENABLE ALWAYS TRIGGER access_reconciliations_append_only;
ALTER TABLE access_findings ENABLE ALWAYS TRIGGER access_findings_append_only;
