-- What proves that nothing is missing at the end of a chain of access records, and what rights depended on at the time
-- of a read (docs/access-records.md). Nothing here is ever changed.

-- Of a search, the SHA-256 of what was looked for.
ALTER TABLE access_records ADD COLUMN search_hash text COLLATE "C";

-- Where a chain had come to at some moment. All heads together are a chain of their own.
CREATE TABLE access_heads (
    -- Without gaps, from 1.
    number bigint PRIMARY KEY CHECK (number > 0),
    chain_id uuid NOT NULL REFERENCES access_chains (id),
    -- The record that was the chain's last; 0: it had none.
    sequence bigint NOT NULL CHECK (sequence >= 0),
    -- Of that record; of the chain, where it had none.
    end_hash bytea NOT NULL CHECK (octet_length(end_hash) = 32),
    cause text NOT NULL,
    at timestamptz NOT NULL,
    -- Of the head before it; of the first, zeros.
    previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    UNIQUE (chain_id, sequence)
);

-- In which state something was from a moment on, and until when it would last by itself. Written by triggers, so that
-- no code and no console changes a state without it.
CREATE TABLE state_history (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    state text NOT NULL,
    ends_at timestamptz,
    since timestamptz NOT NULL
);
CREATE INDEX state_history_subject ON state_history (subject_id, since DESC, id DESC);

CREATE TRIGGER access_heads_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_heads
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
CREATE TRIGGER state_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON state_history
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
ALTER TABLE access_heads ENABLE ALWAYS TRIGGER access_heads_append_only;
ALTER TABLE state_history ENABLE ALWAYS TRIGGER state_history_append_only;

-- A change counts from the row's own time on, which is the server's clock, as that of a read is; one that leaves the
-- row's time as it was counts from now on.
CREATE FUNCTION keep_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    new_row jsonb := to_jsonb(NEW);
    old_row jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
    ends timestamptz := least(
        coalesce((new_row ->> 'expires_at')::timestamptz, 'infinity'),
        coalesce(((new_row ->> 'recertify_by')::date + 1)::timestamp AT TIME ZONE 'UTC', 'infinity'),
        coalesce((new_row ->> 'valid_until')::timestamptz, 'infinity'));
BEGIN
    INSERT INTO state_history (kind, subject_id, state, ends_at, since) VALUES (
        TG_TABLE_NAME,
        NEW.id,
        coalesce(new_row ->> 'state', new_row ->> 'status'),
        nullif(ends, 'infinity'),
        CASE
            WHEN TG_OP = 'INSERT' THEN NEW.created_at
            WHEN (new_row ->> 'updated_at') IS DISTINCT FROM (old_row ->> 'updated_at') THEN NEW.updated_at
            ELSE now()
        END);
    RETURN NULL;
END
$$;

CREATE TRIGGER list_memberships_state AFTER INSERT OR UPDATE OF state, expires_at, recertify_by ON list_memberships
    FOR EACH ROW EXECUTE FUNCTION keep_state();
CREATE TRIGGER distribution_lists_state AFTER INSERT OR UPDATE OF state ON distribution_lists
    FOR EACH ROW EXECUTE FUNCTION keep_state();
CREATE TRIGGER product_versions_state AFTER INSERT OR UPDATE OF state, valid_until ON product_versions
    FOR EACH ROW EXECUTE FUNCTION keep_state();
CREATE TRIGGER people_state AFTER INSERT OR UPDATE OF status ON people
    FOR EACH ROW EXECUTE FUNCTION keep_state();
CREATE TRIGGER organizations_state AFTER INSERT OR UPDATE OF status ON organizations
    FOR EACH ROW EXECUTE FUNCTION keep_state();
CREATE TRIGGER service_clients_state AFTER INSERT OR UPDATE OF state, expires_at ON service_clients
    FOR EACH ROW EXECUTE FUNCTION keep_state();
ALTER TABLE list_memberships ENABLE ALWAYS TRIGGER list_memberships_state;
ALTER TABLE distribution_lists ENABLE ALWAYS TRIGGER distribution_lists_state;
ALTER TABLE product_versions ENABLE ALWAYS TRIGGER product_versions_state;
ALTER TABLE people ENABLE ALWAYS TRIGGER people_state;
ALTER TABLE organizations ENABLE ALWAYS TRIGGER organizations_state;
ALTER TABLE service_clients ENABLE ALWAYS TRIGGER service_clients_state;

-- What is known of the time before: what is over now was in force until its row was changed last.
INSERT INTO state_history (kind, subject_id, state, ends_at, since)
SELECT kind, id, state, ends_at, since FROM (
    SELECT 'list_memberships' AS kind, id, 'Active' AS state, expires_at AS ends_at, granted_at AS since, 1 AS step
    FROM list_memberships WHERE state <> 'Active' AND granted_at IS NOT NULL
    UNION ALL
    SELECT 'list_memberships', id, state,
        nullif(least(
            coalesce(expires_at, 'infinity'),
            coalesce((recertify_by + 1)::timestamp AT TIME ZONE 'UTC', 'infinity')), 'infinity'),
        CASE WHEN state = 'Active' THEN created_at ELSE updated_at END, 2
    FROM list_memberships
    UNION ALL
    SELECT 'distribution_lists', id, 'Active', NULL, created_at, 1 FROM distribution_lists WHERE state <> 'Active'
    UNION ALL
    SELECT 'distribution_lists', id, state, NULL, CASE WHEN state = 'Active' THEN created_at ELSE updated_at END, 2
    FROM distribution_lists
    UNION ALL
    SELECT 'product_versions', id, 'Published', valid_until, least(published_at, updated_at), 1 FROM product_versions
    WHERE state NOT IN ('Published', 'Scheduled') AND published_at IS NOT NULL
    UNION ALL
    SELECT 'product_versions', id, state, valid_until,
        CASE WHEN state IN ('Published', 'Scheduled') THEN created_at ELSE updated_at END, 2
    FROM product_versions
    UNION ALL
    SELECT 'people', id, 'Active', NULL, created_at, 1 FROM people WHERE status <> 'Active'
    UNION ALL
    SELECT 'people', id, status, NULL, CASE WHEN status = 'Active' THEN created_at ELSE updated_at END, 2 FROM people
    UNION ALL
    SELECT 'organizations', id, 'Active', NULL, created_at, 1 FROM organizations WHERE status <> 'Active'
    UNION ALL
    SELECT 'organizations', id, status, NULL, CASE WHEN status = 'Active' THEN created_at ELSE updated_at END, 2
    FROM organizations
    UNION ALL
    SELECT 'service_clients', id, 'Active', expires_at, created_at, 1 FROM service_clients WHERE state <> 'Active'
    UNION ALL
    SELECT 'service_clients', id, state, expires_at, CASE WHEN state = 'Active' THEN created_at ELSE updated_at END, 2
    FROM service_clients
) known ORDER BY step;
