-- The change log: what changed, numbered in the order of commits, and for which audiences. What is logged outlives what
-- it speaks of, so there are no foreign keys to products.

-- The one row that numbers commits: SQLite lets one transaction write at a time.
CREATE TABLE change_counter (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    last_sequence INTEGER NOT NULL,
    -- When the last number was given; never earlier than that of the number before, whatever clocks say.
    moved_at TEXT NOT NULL,
    -- What is numbered so or less may be gone: a reader who stands before it has missed something.
    forgotten_through INTEGER NOT NULL,
    CHECK (0 <= forgotten_through AND forgotten_through <= last_sequence)
) STRICT;

INSERT INTO change_counter (id, last_sequence, moved_at, forgotten_through) VALUES (1, 0, '2000-01-01 00:00:00', 0);

CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    -- Null: rights of principals changed, which wakes readers and has nodes look at them again.
    kind TEXT,
    product_id TEXT,
    version_id TEXT,
    originator_id TEXT,
    recall_id TEXT,
    occurred_at TEXT NOT NULL,
    CHECK (kind IN (
        'Published', 'Revised', 'Superseded', 'Recalled', 'Expired', 'AccessGranted', 'AccessRevoked',
        'MetadataChanged')),
    CHECK ((kind IS NULL) = (product_id IS NULL) AND (kind IS NULL) = (originator_id IS NULL))
) STRICT;

CREATE INDEX changes_occurred ON changes (occurred_at);

CREATE TABLE change_audiences (
    sequence INTEGER NOT NULL REFERENCES changes (sequence),
    audience_id TEXT NOT NULL,
    -- What a reader must hold besides: bits of Requirement.
    requires INTEGER NOT NULL,
    -- From when on the audience has, or had, the right that the change is about.
    since TEXT NOT NULL,
    is_home INTEGER NOT NULL,
    PRIMARY KEY (audience_id, sequence, requires)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_audiences_sequence ON change_audiences (sequence);

-- What a reader's rights were when a cursor was given to him, by the hash of them.
CREATE TABLE rights_states (
    hash BLOB PRIMARY KEY NOT NULL CHECK (length(hash) = 32),
    -- 16 bytes each, in order.
    audiences BLOB NOT NULL,
    lacks INTEGER NOT NULL,
    -- The last day on which a cursor was given with it.
    used_on TEXT NOT NULL
) STRICT;

CREATE TRIGGER changes_unchanged BEFORE UPDATE ON changes
BEGIN
    SELECT RAISE(ABORT, 'changes is append-only');
END;

CREATE TRIGGER change_audiences_unchanged BEFORE UPDATE ON change_audiences
BEGIN
    SELECT RAISE(ABORT, 'change_audiences is append-only');
END;

CREATE TRIGGER change_counter_kept BEFORE DELETE ON change_counter
BEGIN
    SELECT RAISE(ABORT, 'change_counter is kept');
END;

-- Numbers go forward only.
CREATE TRIGGER change_counter_forward BEFORE UPDATE ON change_counter
WHEN NEW.last_sequence < OLD.last_sequence
    OR NEW.moved_at < OLD.moved_at
    OR NEW.forgotten_through < OLD.forgotten_through
BEGIN
    SELECT RAISE(ABORT, 'change_counter goes forward only');
END;

-- Only what readers are no longer promised may go.
CREATE TRIGGER changes_kept BEFORE DELETE ON changes
WHEN OLD.sequence > (SELECT forgotten_through FROM change_counter)
BEGIN
    SELECT RAISE(ABORT, 'changes is append-only');
END;

CREATE TRIGGER change_audiences_kept BEFORE DELETE ON change_audiences
WHEN OLD.sequence > (SELECT forgotten_through FROM change_counter)
BEGIN
    SELECT RAISE(ABORT, 'change_audiences is append-only');
END;
