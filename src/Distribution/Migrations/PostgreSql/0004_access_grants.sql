-- Content opened to one person for a time, because two persons wanted it. No foreign keys: the record outlives what it
-- is about.
CREATE TABLE access_grants (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    state text NOT NULL,
    grantee_id uuid NOT NULL,
    grantee_name text NOT NULL,
    originator_id uuid NOT NULL,
    product_id uuid,
    reason text NOT NULL,
    minutes integer NOT NULL,
    requested_at timestamptz NOT NULL,
    starts_at timestamptz,
    expires_at timestamptz NOT NULL,
    decided_by_id uuid,
    decided_by_name text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (kind IN ('BreakGlass', 'Audit')),
    CHECK (state IN ('Requested', 'Open', 'Declined', 'Withdrawn', 'Ended')),
    CHECK (minutes > 0),
    CHECK (length(reason) >= 20),
    -- Two persons, and a start for everything that was ever open.
    CHECK (decided_by_id IS NULL OR decided_by_id <> grantee_id),
    CHECK ((state IN ('Open', 'Declined', 'Ended')) = (decided_by_id IS NOT NULL)),
    CHECK ((state IN ('Open', 'Ended')) = (starts_at IS NOT NULL)),
    -- An emergency is about one product and lasts four hours at most.
    CHECK (kind <> 'BreakGlass' OR (product_id IS NOT NULL AND minutes <= 240)),
    CHECK (kind <> 'BreakGlass' OR starts_at IS NULL OR expires_at <= starts_at + interval '4 hours')
);

CREATE INDEX access_grants_grantee ON access_grants (grantee_id, state);
CREATE INDEX access_grants_originator ON access_grants (originator_id, requested_at DESC, id DESC);
CREATE INDEX access_grants_product ON access_grants (product_id);
CREATE INDEX access_grants_requested ON access_grants (requested_at DESC, id DESC);

-- Every step of a grant, by whom and why. Never changed, never deleted.
CREATE TABLE access_grant_events (
    id uuid PRIMARY KEY,
    grant_id uuid NOT NULL,
    step text NOT NULL,
    revision integer NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    reason text NOT NULL,
    occurred_at timestamptz NOT NULL,
    UNIQUE (grant_id, revision),
    CHECK (step IN ('Request', 'Approve', 'Decline', 'Withdraw', 'End'))
);

CREATE INDEX access_grant_events_occurred ON access_grant_events (occurred_at DESC, id DESC);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER access_grant_events_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON access_grant_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('access_grant_events is append-only');

CREATE TRIGGER access_grants_kept BEFORE DELETE OR TRUNCATE ON access_grants
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('access_grants are kept');

CREATE TRIGGER access_grants_begin BEFORE INSERT ON access_grants
    FOR EACH ROW WHEN (NEW.state <> 'Requested')
    EXECUTE FUNCTION refuse_change('an access grant begins with a request');

-- A grant goes forward only, and what was asked for stays as it was asked for.
CREATE TRIGGER access_grants_forward BEFORE UPDATE ON access_grants
    FOR EACH ROW WHEN (
        NOT (
            (OLD.state = 'Requested' AND NEW.state IN ('Open', 'Declined', 'Withdrawn'))
            OR (OLD.state = 'Open' AND NEW.state = 'Ended' AND NEW.expires_at <= OLD.expires_at
                AND NEW.starts_at IS NOT DISTINCT FROM OLD.starts_at
                AND NEW.decided_by_id IS NOT DISTINCT FROM OLD.decided_by_id
                AND NEW.decided_by_name IS NOT DISTINCT FROM OLD.decided_by_name))
        OR (NEW.id, NEW.kind, NEW.grantee_id, NEW.grantee_name, NEW.originator_id, NEW.product_id, NEW.reason,
            NEW.minutes, NEW.requested_at, NEW.created_at, NEW.revision)
            IS DISTINCT FROM
            (OLD.id, OLD.kind, OLD.grantee_id, OLD.grantee_name, OLD.originator_id, OLD.product_id, OLD.reason,
            OLD.minutes, OLD.requested_at, OLD.created_at, OLD.revision + 1))
    EXECUTE FUNCTION refuse_change('an access grant goes forward only');

-- What administrators did to principals. Never changed, never deleted.
CREATE TABLE administrative_events (
    id uuid PRIMARY KEY,
    action text NOT NULL,
    person_id uuid,
    organization_id uuid,
    service_client_id uuid,
    revision integer NOT NULL,
    actor_id uuid NOT NULL,
    actor_name text NOT NULL,
    reason text NOT NULL,
    occurred_at timestamptz NOT NULL,
    CHECK (action IN ('Suspend', 'Reinstate')),
    CHECK (num_nonnulls(person_id, organization_id, service_client_id) = 1),
    CHECK (person_id IS NULL OR person_id <> actor_id)
);

CREATE INDEX administrative_events_occurred ON administrative_events (occurred_at DESC, id DESC);

CREATE TRIGGER administrative_events_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON administrative_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('administrative_events is append-only');

-- They hold in a session that plays replication as well, which may copy grants that are under way already.
ALTER TABLE access_grant_events ENABLE ALWAYS TRIGGER access_grant_events_unchanged;
ALTER TABLE access_grants ENABLE ALWAYS TRIGGER access_grants_kept;
ALTER TABLE access_grants ENABLE ALWAYS TRIGGER access_grants_forward;
ALTER TABLE administrative_events ENABLE ALWAYS TRIGGER administrative_events_unchanged;
