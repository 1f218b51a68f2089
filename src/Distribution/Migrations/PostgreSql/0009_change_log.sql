-- The change log: what changed, numbered in the order of commits, and for which audiences. What is logged outlives what
-- it speaks of, so there are no foreign keys to products.

-- The one row whose lock numbers commits: whoever writes into the log takes it last, so that a number is seen by others
-- before a greater one is given.
CREATE TABLE change_counter (
    id integer PRIMARY KEY CHECK (id = 1),
    last_sequence bigint NOT NULL,
    -- When the last number was given; never earlier than that of the number before, whatever clocks say.
    moved_at timestamptz NOT NULL,
    -- What is numbered so or less may be gone: a reader who stands before it has missed something.
    forgotten_through bigint NOT NULL,
    CHECK (0 <= forgotten_through AND forgotten_through <= last_sequence)
);

INSERT INTO change_counter (id, last_sequence, moved_at, forgotten_through) VALUES (1, 0, '2000-01-01T00:00:00Z', 0);

CREATE TABLE changes (
    sequence bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    -- Null: rights of principals changed, which wakes readers and has nodes look at them again.
    kind text,
    product_id uuid,
    version_id uuid,
    originator_id uuid,
    recall_id uuid,
    occurred_at timestamptz NOT NULL,
    CHECK (kind IN (
        'Published', 'Revised', 'Superseded', 'Recalled', 'Expired', 'AccessGranted', 'AccessRevoked',
        'MetadataChanged')),
    CHECK ((kind IS NULL) = (product_id IS NULL) AND (kind IS NULL) = (originator_id IS NULL))
);

CREATE INDEX changes_occurred ON changes (occurred_at);

CREATE TABLE change_audiences (
    sequence bigint NOT NULL REFERENCES changes (sequence),
    audience_id uuid NOT NULL,
    -- What a reader must hold besides: bits of Requirement.
    requires bigint NOT NULL,
    -- From when on the audience has, or had, the right that the change is about.
    since timestamptz NOT NULL,
    is_home boolean NOT NULL,
    PRIMARY KEY (audience_id, sequence, requires)
);

CREATE INDEX change_audiences_sequence ON change_audiences (sequence);

-- What a reader's rights were when a cursor was given to him, by the hash of them.
CREATE TABLE rights_states (
    hash bytea PRIMARY KEY CHECK (length(hash) = 32),
    -- 16 bytes each, in order.
    audiences bytea NOT NULL,
    lacks bigint NOT NULL,
    -- The last day on which a cursor was given with it.
    used_on date NOT NULL
);

CREATE TRIGGER changes_unchanged BEFORE UPDATE OR TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('changes is append-only');
CREATE TRIGGER change_audiences_unchanged BEFORE UPDATE OR TRUNCATE ON change_audiences
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('change_audiences is append-only');
CREATE TRIGGER change_counter_kept BEFORE DELETE OR TRUNCATE ON change_counter
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('change_counter is kept');

-- Numbers go forward only.
CREATE TRIGGER change_counter_forward BEFORE UPDATE ON change_counter
    FOR EACH ROW WHEN (
        NEW.last_sequence < OLD.last_sequence
        OR NEW.moved_at < OLD.moved_at
        OR NEW.forgotten_through < OLD.forgotten_through)
    EXECUTE FUNCTION refuse_change('change_counter goes forward only');

-- Only what readers are no longer promised may go.
CREATE FUNCTION keep_promised_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.sequence > (SELECT forgotten_through FROM change_counter) THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;

    RETURN OLD;
END
$$;

CREATE TRIGGER changes_kept BEFORE DELETE ON changes FOR EACH ROW EXECUTE FUNCTION keep_promised_changes();
CREATE TRIGGER change_audiences_kept BEFORE DELETE ON change_audiences
    FOR EACH ROW EXECUTE FUNCTION keep_promised_changes();

-- They hold in a session that plays replication as well.
ALTER TABLE changes ENABLE ALWAYS TRIGGER changes_unchanged;
ALTER TABLE changes ENABLE ALWAYS TRIGGER changes_kept;
ALTER TABLE change_audiences ENABLE ALWAYS TRIGGER change_audiences_unchanged;
ALTER TABLE change_audiences ENABLE ALWAYS TRIGGER change_audiences_kept;
ALTER TABLE change_counter ENABLE ALWAYS TRIGGER change_counter_kept;
ALTER TABLE change_counter ENABLE ALWAYS TRIGGER change_counter_forward;
