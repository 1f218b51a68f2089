-- What proves that nothing is missing at the end of a chain of access records, and what rights depended on at the time
-- of a read (docs/access-records.md). Nothing here is ever changed.

-- Of a search, the SHA-256 of what was looked for.
ALTER TABLE access_records ADD COLUMN search_hash TEXT;

-- Where a chain had come to at some moment. All heads together are a chain of their own.
CREATE TABLE access_heads (
    -- Without gaps, from 1.
    number INTEGER PRIMARY KEY NOT NULL CHECK (number > 0),
    chain_id TEXT NOT NULL REFERENCES access_chains (id),
    -- The record that was the chain's last; 0: it had none.
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    -- Of that record; of the chain, where it had none.
    end_hash BLOB NOT NULL CHECK (length(end_hash) = 32),
    cause TEXT NOT NULL,
    at TEXT NOT NULL,
    -- Of the head before it; of the first, zeros.
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (chain_id, sequence)
) STRICT;

-- In which state something was from a moment on, and until when it would last by itself. Written by triggers, so that
-- no code and no console changes a state without it.
CREATE TABLE state_history (
    id INTEGER PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    state TEXT NOT NULL,
    ends_at TEXT,
    since TEXT NOT NULL
) STRICT;
CREATE INDEX state_history_subject ON state_history (subject_id, since DESC, id DESC);

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER access_heads_no_update BEFORE UPDATE ON access_heads BEGIN
    SELECT RAISE(ABORT, 'The table access_heads is append-only: UPDATE is refused.');
END;
CREATE TRIGGER access_heads_no_delete BEFORE DELETE ON access_heads BEGIN
    SELECT RAISE(ABORT, 'The table access_heads is append-only: DELETE is refused.');
END;
CREATE TRIGGER access_heads_no_replace BEFORE INSERT ON access_heads
    WHEN EXISTS (
        SELECT 1 FROM access_heads
        WHERE number = NEW.number OR (chain_id = NEW.chain_id AND sequence = NEW.sequence))
BEGIN
    SELECT RAISE(ABORT, 'The table access_heads is append-only: REPLACE is refused.');
END;
CREATE TRIGGER state_history_no_update BEFORE UPDATE ON state_history BEGIN
    SELECT RAISE(ABORT, 'The table state_history is append-only: UPDATE is refused.');
END;
CREATE TRIGGER state_history_no_delete BEFORE DELETE ON state_history BEGIN
    SELECT RAISE(ABORT, 'The table state_history is append-only: DELETE is refused.');
END;
CREATE TRIGGER state_history_no_replace BEFORE INSERT ON state_history
    WHEN NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM state_history WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'The table state_history is append-only: REPLACE is refused.');
END;

-- A change counts from the row's own time on, which is the server's clock, as that of a read is; one that leaves the
-- row's time as it was counts from now on.
CREATE TRIGGER list_memberships_first_state AFTER INSERT ON list_memberships BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('list_memberships', NEW.id, NEW.state, nullif(min(
            coalesce(NEW.expires_at, '9999'), coalesce(date(NEW.recertify_by, '+1 day'), '9999')), '9999'),
        NEW.created_at);
END;
CREATE TRIGGER list_memberships_state AFTER UPDATE OF state, expires_at, recertify_by ON list_memberships BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('list_memberships', NEW.id, NEW.state, nullif(min(
            coalesce(NEW.expires_at, '9999'), coalesce(date(NEW.recertify_by, '+1 day'), '9999')), '9999'),
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;
CREATE TRIGGER distribution_lists_first_state AFTER INSERT ON distribution_lists BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('distribution_lists', NEW.id, NEW.state, NULL, NEW.created_at);
END;
CREATE TRIGGER distribution_lists_state AFTER UPDATE OF state ON distribution_lists BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('distribution_lists', NEW.id, NEW.state, NULL,
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;
CREATE TRIGGER product_versions_first_state AFTER INSERT ON product_versions BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('product_versions', NEW.id, NEW.state, NEW.valid_until, NEW.created_at);
END;
CREATE TRIGGER product_versions_state AFTER UPDATE OF state, valid_until ON product_versions BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('product_versions', NEW.id, NEW.state, NEW.valid_until,
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;
CREATE TRIGGER people_first_state AFTER INSERT ON people BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('people', NEW.id, NEW.status, NULL, NEW.created_at);
END;
CREATE TRIGGER people_state AFTER UPDATE OF status ON people BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('people', NEW.id, NEW.status, NULL,
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;
CREATE TRIGGER organizations_first_state AFTER INSERT ON organizations BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('organizations', NEW.id, NEW.status, NULL, NEW.created_at);
END;
CREATE TRIGGER organizations_state AFTER UPDATE OF status ON organizations BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('organizations', NEW.id, NEW.status, NULL,
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;
CREATE TRIGGER service_clients_first_state AFTER INSERT ON service_clients BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('service_clients', NEW.id, NEW.state, NEW.expires_at, NEW.created_at);
END;
CREATE TRIGGER service_clients_state AFTER UPDATE OF state, expires_at ON service_clients BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since)
    VALUES ('service_clients', NEW.id, NEW.state, NEW.expires_at,
        iif(NEW.updated_at <> OLD.updated_at, NEW.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now')));
END;

-- What is known of the time before: what is over now was in force until its row was changed last.
INSERT INTO state_history (kind, subject_id, state, ends_at, since)
SELECT kind, id, state, ends_at, since FROM (
    SELECT 'list_memberships' AS kind, id, 'Active' AS state, expires_at AS ends_at, granted_at AS since, 1 AS step
    FROM list_memberships WHERE state <> 'Active' AND granted_at IS NOT NULL
    UNION ALL
    SELECT 'list_memberships', id, state,
        nullif(min(coalesce(expires_at, '9999'), coalesce(date(recertify_by, '+1 day'), '9999')), '9999'),
        iif(state = 'Active', created_at, updated_at), 2
    FROM list_memberships
    UNION ALL
    SELECT 'distribution_lists', id, 'Active', NULL, created_at, 1 FROM distribution_lists WHERE state <> 'Active'
    UNION ALL
    SELECT 'distribution_lists', id, state, NULL, iif(state = 'Active', created_at, updated_at), 2
    FROM distribution_lists
    UNION ALL
    SELECT 'product_versions', id, 'Published', valid_until, min(published_at, updated_at), 1 FROM product_versions
    WHERE state NOT IN ('Published', 'Scheduled') AND published_at IS NOT NULL
    UNION ALL
    SELECT 'product_versions', id, state, valid_until,
        iif(state IN ('Published', 'Scheduled'), created_at, updated_at), 2
    FROM product_versions
    UNION ALL
    SELECT 'people', id, 'Active', NULL, created_at, 1 FROM people WHERE status <> 'Active'
    UNION ALL
    SELECT 'people', id, status, NULL, iif(status = 'Active', created_at, updated_at), 2 FROM people
    UNION ALL
    SELECT 'organizations', id, 'Active', NULL, created_at, 1 FROM organizations WHERE status <> 'Active'
    UNION ALL
    SELECT 'organizations', id, status, NULL, iif(status = 'Active', created_at, updated_at), 2
    FROM organizations
    UNION ALL
    SELECT 'service_clients', id, 'Active', expires_at, created_at, 1 FROM service_clients WHERE state <> 'Active'
    UNION ALL
    SELECT 'service_clients', id, state, expires_at, iif(state = 'Active', created_at, updated_at), 2
    FROM service_clients
) ORDER BY step;
