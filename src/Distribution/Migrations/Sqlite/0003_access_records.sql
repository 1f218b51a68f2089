-- Who was given what: a record of each read of content, durable before the answer leaves (docs/access-records.md).
-- What is recorded outlives what it speaks of, so that only chains are referred to. Nothing here is ever changed.

-- The records of one node from its start on. Chains hang together as the records of a chain do.
CREATE TABLE access_chains (
    id TEXT PRIMARY KEY NOT NULL,
    -- Without gaps, from 1.
    number INTEGER NOT NULL UNIQUE CHECK (number > 0),
    host TEXT NOT NULL,
    started_at TEXT NOT NULL,
    -- Of the chain before it; of the first, zeros.
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- A read: of portions of one version by one request, or of records themselves.
CREATE TABLE access_records (
    id TEXT PRIMARY KEY NOT NULL,
    chain_id TEXT NOT NULL REFERENCES access_chains (id),
    -- Its place in the chain, without gaps, from 1.
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    -- Who, and for whom.
    person_id TEXT,
    service_client_id TEXT,
    organization_id TEXT,
    client_id TEXT,
    actor TEXT,
    token_id TEXT,
    -- How: the operation, and the SHA-256 of its document.
    operation_name TEXT,
    document_hash TEXT NOT NULL CHECK (length(document_hash) = 64),
    purpose TEXT,
    -- What: the version, and a bit for each ordinal of a portion, the least significant bit of the first byte first.
    version_id TEXT,
    originator_id TEXT,
    portions BLOB,
    -- Of a read of records: whose or of which version they are.
    subject_id TEXT,
    -- Why it was allowed.
    basis TEXT,
    audience_id TEXT,
    grant_id TEXT,
    policy_version TEXT NOT NULL,
    trace_id TEXT,
    -- SHA-256 of the record before it (of the chain, for the first), and of that and this record together.
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (chain_id, sequence)
) STRICT;

-- One run of the daily comparison of reads with the audiences they were meant for.
CREATE TABLE access_reconciliations (
    id TEXT PRIMARY KEY NOT NULL,
    -- The day in UTC.
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    reads INTEGER NOT NULL CHECK (reads >= 0),
    outside INTEGER NOT NULL CHECK (outside >= 0),
    policy_version TEXT NOT NULL
) STRICT;

-- A read outside the audience, as the comparison found it.
CREATE TABLE access_findings (
    id TEXT PRIMARY KEY NOT NULL,
    reconciliation_id TEXT NOT NULL REFERENCES access_reconciliations (id),
    record_id TEXT NOT NULL REFERENCES access_records (id),
    version_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    day TEXT NOT NULL,
    found_at TEXT NOT NULL
) STRICT;

-- Who saw a version; what somebody saw; a day's reads.
CREATE INDEX access_records_version ON access_records (version_id, at DESC, id DESC) WHERE version_id IS NOT NULL;
CREATE INDEX access_records_person ON access_records (person_id, at DESC, id DESC) WHERE person_id IS NOT NULL;
CREATE INDEX access_records_client ON access_records (service_client_id, at DESC, id DESC)
    WHERE service_client_id IS NOT NULL;
CREATE INDEX access_records_at ON access_records (at);
CREATE INDEX access_reconciliations_day ON access_reconciliations (day, at DESC);
CREATE INDEX access_findings_day ON access_findings (day, id);
CREATE INDEX access_findings_reconciliation ON access_findings (reconciliation_id);

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER access_chains_no_update BEFORE UPDATE ON access_chains BEGIN
    SELECT RAISE(ABORT, 'The table access_chains is append-only: UPDATE is refused.');
END;
CREATE TRIGGER access_chains_no_delete BEFORE DELETE ON access_chains BEGIN
    SELECT RAISE(ABORT, 'The table access_chains is append-only: DELETE is refused.');
END;
CREATE TRIGGER access_chains_no_replace BEFORE INSERT ON access_chains
    WHEN EXISTS (SELECT 1 FROM access_chains WHERE id = NEW.id OR number = NEW.number)
BEGIN
    SELECT RAISE(ABORT, 'The table access_chains is append-only: REPLACE is refused.');
END;
CREATE TRIGGER access_records_no_update BEFORE UPDATE ON access_records BEGIN
    SELECT RAISE(ABORT, 'The table access_records is append-only: UPDATE is refused.');
END;
CREATE TRIGGER access_records_no_delete BEFORE DELETE ON access_records BEGIN
    SELECT RAISE(ABORT, 'The table access_records is append-only: DELETE is refused.');
END;
CREATE TRIGGER access_records_no_replace BEFORE INSERT ON access_records
    WHEN EXISTS (SELECT 1 FROM access_records WHERE id = NEW.id OR (chain_id = NEW.chain_id AND sequence = NEW.sequence))
BEGIN
    SELECT RAISE(ABORT, 'The table access_records is append-only: REPLACE is refused.');
END;
CREATE TRIGGER access_reconciliations_no_update BEFORE UPDATE ON access_reconciliations BEGIN
    SELECT RAISE(ABORT, 'The table access_reconciliations is append-only: UPDATE is refused.');
END;
CREATE TRIGGER access_reconciliations_no_delete BEFORE DELETE ON access_reconciliations BEGIN
    SELECT RAISE(ABORT, 'The table access_reconciliations is append-only: DELETE is refused.');
END;
CREATE TRIGGER access_reconciliations_no_replace BEFORE INSERT ON access_reconciliations
    WHEN EXISTS (SELECT 1 FROM access_reconciliations WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'The table access_reconciliations is append-only: REPLACE is refused.');
END;
CREATE TRIGGER access_findings_no_update BEFORE UPDATE ON access_findings BEGIN
    SELECT RAISE(ABORT, 'The table access_findings is append-only: UPDATE is refused.');
END;
CREATE TRIGGER access_findings_no_delete BEFORE DELETE ON access_findings BEGIN
    SELECT RAISE(ABORT, 'The table access_findings is append-only: DELETE is refused.');
END;
CREATE TRIGGER access_findings_no_replace BEFORE INSERT ON access_findings
    WHEN EXISTS (SELECT 1 FROM access_findings WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'The table access_findings is append-only: REPLACE is refused.');
END;
