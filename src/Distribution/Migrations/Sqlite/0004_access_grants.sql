-- Content opened to one person for a time, because two persons wanted it. No foreign keys: the record outlives what it
-- is about.
CREATE TABLE access_grants (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    grantee_id TEXT NOT NULL,
    grantee_name TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    product_id TEXT,
    reason TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    requested_at TEXT NOT NULL,
    starts_at TEXT,
    expires_at TEXT NOT NULL,
    decided_by_id TEXT,
    decided_by_name TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
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
    CHECK (kind <> 'BreakGlass' OR starts_at IS NULL OR julianday(expires_at) - julianday(starts_at) <= 4.0 / 24 + 0.000001)
) STRICT;

CREATE INDEX access_grants_grantee ON access_grants (grantee_id, state);
CREATE INDEX access_grants_originator ON access_grants (originator_id, requested_at DESC, id DESC);
CREATE INDEX access_grants_product ON access_grants (product_id);
CREATE INDEX access_grants_requested ON access_grants (requested_at DESC, id DESC);

-- Every step of a grant, by whom and why. Never changed, never deleted.
CREATE TABLE access_grant_events (
    id TEXT PRIMARY KEY NOT NULL,
    grant_id TEXT NOT NULL,
    step TEXT NOT NULL,
    revision INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    UNIQUE (grant_id, revision),
    CHECK (step IN ('Request', 'Approve', 'Decline', 'Withdraw', 'End'))
) STRICT;

CREATE INDEX access_grant_events_occurred ON access_grant_events (occurred_at DESC, id DESC);

CREATE TRIGGER access_grant_events_unchanged BEFORE UPDATE ON access_grant_events
BEGIN
    SELECT RAISE(ABORT, 'access_grant_events is append-only');
END;

CREATE TRIGGER access_grant_events_kept BEFORE DELETE ON access_grant_events
BEGIN
    SELECT RAISE(ABORT, 'access_grant_events is append-only');
END;

CREATE TRIGGER access_grants_kept BEFORE DELETE ON access_grants
BEGIN
    SELECT RAISE(ABORT, 'access_grants are kept');
END;

CREATE TRIGGER access_grants_begin BEFORE INSERT ON access_grants WHEN NEW.state <> 'Requested'
BEGIN
    SELECT RAISE(ABORT, 'an access grant begins with a request');
END;

-- A grant goes forward only, and what was asked for stays as it was asked for.
CREATE TRIGGER access_grants_forward BEFORE UPDATE ON access_grants
WHEN NOT (
    (OLD.state = 'Requested' AND NEW.state IN ('Open', 'Declined', 'Withdrawn'))
    OR (OLD.state = 'Open' AND NEW.state = 'Ended' AND NEW.expires_at <= OLD.expires_at
        AND NEW.starts_at IS OLD.starts_at AND NEW.decided_by_id IS OLD.decided_by_id
        AND NEW.decided_by_name IS OLD.decided_by_name))
    OR NEW.id IS NOT OLD.id
    OR NEW.kind IS NOT OLD.kind
    OR NEW.grantee_id IS NOT OLD.grantee_id
    OR NEW.grantee_name IS NOT OLD.grantee_name
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.product_id IS NOT OLD.product_id
    OR NEW.reason IS NOT OLD.reason
    OR NEW.minutes IS NOT OLD.minutes
    OR NEW.requested_at IS NOT OLD.requested_at
    OR NEW.created_at IS NOT OLD.created_at
    OR NEW.revision IS NOT OLD.revision + 1
BEGIN
    SELECT RAISE(ABORT, 'an access grant goes forward only');
END;

-- What administrators did to principals. Never changed, never deleted.
CREATE TABLE administrative_events (
    id TEXT PRIMARY KEY NOT NULL,
    action TEXT NOT NULL,
    person_id TEXT,
    organization_id TEXT,
    service_client_id TEXT,
    revision INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    occurred_at TEXT NOT NULL,
    CHECK (action IN ('Suspend', 'Reinstate')),
    CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1),
    CHECK (person_id IS NULL OR person_id <> actor_id)
) STRICT;

CREATE INDEX administrative_events_occurred ON administrative_events (occurred_at DESC, id DESC);

CREATE TRIGGER administrative_events_unchanged BEFORE UPDATE ON administrative_events
BEGIN
    SELECT RAISE(ABORT, 'administrative_events is append-only');
END;

CREATE TRIGGER administrative_events_kept BEFORE DELETE ON administrative_events
BEGIN
    SELECT RAISE(ABORT, 'administrative_events is append-only');
END;
