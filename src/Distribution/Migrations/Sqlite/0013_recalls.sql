-- Recalls: notices, whom they reach, what these answered; and what readers say of versions. Notices have no foreign keys
-- to what they are about: the record outlives it.

-- A notice that a product, or some of its versions, must not be used any more, or was corrected.
CREATE TABLE recall_notices (
    id TEXT PRIMARY KEY NOT NULL,
    product_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    -- What identifies the product to whoever can see nothing of it any more.
    public_number TEXT,
    product_type TEXT NOT NULL,
    is_exercise INTEGER NOT NULL,
    published_at TEXT,
    version_numbers TEXT NOT NULL,
    -- Of the newest version it concerns. Shown to who may know the whole version: hash_requires, is_hash_disclosed.
    content_hash TEXT NOT NULL,
    hash_requires INTEGER NOT NULL,
    is_hash_disclosed INTEGER NOT NULL,
    -- Whether the product was out for everybody.
    is_public INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    reason_details TEXT NOT NULL,
    required_action TEXT NOT NULL,
    message TEXT NOT NULL,
    message_tlp TEXT NOT NULL,
    respond_by TEXT,
    replacement_id TEXT,
    state TEXT NOT NULL,
    issued_by_id TEXT NOT NULL,
    issued_by_name TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    closed_by_id TEXT,
    closed_by_name TEXT,
    closed_at TEXT,
    closing_reason TEXT,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (kind IN ('CorrectionNotice', 'RecallAndReplace', 'Recall')),
    CHECK (state IN ('Open', 'Closed')),
    CHECK ((state = 'Closed') = (closed_by_id IS NOT NULL)),
    CHECK ((closed_by_id IS NOT NULL) + (closed_by_name IS NOT NULL) + (closed_at IS NOT NULL)
        + (closing_reason IS NOT NULL) IN (0, 4)),
    CHECK (length(reason_details) >= 20),
    CHECK (kind <> 'RecallAndReplace' OR replacement_id IS NOT NULL)
) STRICT;

CREATE INDEX recall_notices_originator ON recall_notices (originator_id, issued_at DESC, id DESC);

CREATE INDEX recall_notices_product ON recall_notices (product_id, state);

CREATE INDEX recall_notices_public ON recall_notices (issued_at DESC, id DESC) WHERE is_public;

-- What one recipient was told and answered.
CREATE TABLE recall_responses (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (
        hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
        || substr('89AB', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    notice_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    -- To whom: one of the three, which is also recipient_id; and the organization he belonged to then.
    recipient_id TEXT NOT NULL,
    person_id TEXT,
    organization_id TEXT,
    service_client_id TEXT,
    recipient_organization_id TEXT,
    -- How it is known that he has it, and whether he was still in the audience when it was recalled.
    basis TEXT NOT NULL,
    was_entitled INTEGER NOT NULL,
    state TEXT NOT NULL,
    -- Whether he did what was asked for.
    is_settled INTEGER NOT NULL DEFAULT 0,
    seen_at TEXT,
    acknowledged_at TEXT,
    settled_at TEXT,
    escalated_at TEXT,
    escalated_to TEXT,
    forwarded_to TEXT NOT NULL DEFAULT '[]',
    note TEXT,
    destroyed_copies INTEGER CHECK (destroyed_copies >= 0),
    destruction_hash TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (notice_id, recipient_id),
    CHECK ((person_id IS NOT NULL) + (organization_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1),
    CHECK (recipient_id = coalesce(person_id, organization_id, service_client_id)),
    CHECK (basis IN ('Ledger', 'Audience', 'Read')),
    CHECK (state IN ('Notified', 'Seen', 'Acknowledged', 'Escalated', 'Destroyed', 'Replaced', 'ForwardedNotified',
        'CannotComply')),
    CHECK ((escalated_at IS NULL) = (escalated_to IS NULL))
) STRICT;

CREATE INDEX recall_responses_recipient ON recall_responses (recipient_id, notice_id);

CREATE INDEX recall_responses_organization ON recall_responses (recipient_organization_id, notice_id)
    WHERE recipient_organization_id IS NOT NULL;

CREATE INDEX recall_responses_open ON recall_responses (notice_id) WHERE NOT is_settled;

-- Every answer, by whom. Never changed, never deleted.
CREATE TABLE recall_response_events (
    id TEXT PRIMARY KEY NOT NULL,
    response_id TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL,
    person_id TEXT,
    service_client_id TEXT,
    actor_name TEXT NOT NULL,
    note TEXT,
    occurred_at TEXT NOT NULL,
    UNIQUE (response_id, revision),
    CHECK ((person_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1)
) STRICT;

-- An INSERT OR REPLACE deletes without asking the trigger of DELETE, so that it is refused before.
CREATE TRIGGER recall_response_events_no_update BEFORE UPDATE ON recall_response_events BEGIN
    SELECT RAISE(ABORT, 'The table recall_response_events is append-only: UPDATE is refused.');
END;
CREATE TRIGGER recall_response_events_no_delete BEFORE DELETE ON recall_response_events BEGIN
    SELECT RAISE(ABORT, 'The table recall_response_events is append-only: DELETE is refused.');
END;
CREATE TRIGGER recall_response_events_no_replace BEFORE INSERT ON recall_response_events
    WHEN EXISTS (
        SELECT 1 FROM recall_response_events
        WHERE id = NEW.id OR (response_id = NEW.response_id AND revision = NEW.revision))
BEGIN
    SELECT RAISE(ABORT, 'The table recall_response_events is append-only: REPLACE is refused.');
END;
CREATE TRIGGER recall_notices_kept BEFORE DELETE ON recall_notices BEGIN
    SELECT RAISE(ABORT, 'recall_notices are kept');
END;
CREATE TRIGGER recall_notices_no_replace BEFORE INSERT ON recall_notices
    WHEN EXISTS (SELECT 1 FROM recall_notices WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'recall_notices are kept');
END;
CREATE TRIGGER recall_responses_kept BEFORE DELETE ON recall_responses BEGIN
    SELECT RAISE(ABORT, 'recall_responses are kept');
END;
CREATE TRIGGER recall_responses_no_replace BEFORE INSERT ON recall_responses
    WHEN EXISTS (
        SELECT 1 FROM recall_responses
        WHERE id = NEW.id OR (notice_id = NEW.notice_id AND recipient_id = NEW.recipient_id))
BEGIN
    SELECT RAISE(ABORT, 'recall_responses are kept');
END;

-- A notice is closed and nothing else; what it said stays as it was said.
CREATE TRIGGER recall_notices_said BEFORE UPDATE ON recall_notices
WHEN OLD.state <> 'Open'
    OR NEW.state <> 'Closed'
    OR NEW.id IS NOT OLD.id
    OR NEW.product_id IS NOT OLD.product_id
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.public_number IS NOT OLD.public_number
    OR NEW.product_type IS NOT OLD.product_type
    OR NEW.is_exercise IS NOT OLD.is_exercise
    OR NEW.published_at IS NOT OLD.published_at
    OR NEW.version_numbers IS NOT OLD.version_numbers
    OR NEW.content_hash IS NOT OLD.content_hash
    OR NEW.hash_requires IS NOT OLD.hash_requires
    OR NEW.is_hash_disclosed IS NOT OLD.is_hash_disclosed
    OR NEW.is_public IS NOT OLD.is_public
    OR NEW.kind IS NOT OLD.kind
    OR NEW.reason IS NOT OLD.reason
    OR NEW.reason_details IS NOT OLD.reason_details
    OR NEW.required_action IS NOT OLD.required_action
    OR NEW.message IS NOT OLD.message
    OR NEW.message_tlp IS NOT OLD.message_tlp
    OR NEW.respond_by IS NOT OLD.respond_by
    OR NEW.replacement_id IS NOT OLD.replacement_id
    OR NEW.issued_by_id IS NOT OLD.issued_by_id
    OR NEW.issued_by_name IS NOT OLD.issued_by_name
    OR NEW.issued_at IS NOT OLD.issued_at
    OR NEW.created_at IS NOT OLD.created_at
BEGIN
    SELECT RAISE(ABORT, 'a recall notice stays as it was issued');
END;

-- Whom it reached stays, and no answer is taken back.
CREATE TRIGGER recall_responses_forward BEFORE UPDATE ON recall_responses
WHEN NEW.revision <= OLD.revision
    OR (OLD.is_settled AND NOT NEW.is_settled)
    OR (OLD.state <> 'Notified' AND NEW.state = 'Notified')
    OR NEW.id IS NOT OLD.id
    OR NEW.notice_id IS NOT OLD.notice_id
    OR NEW.originator_id IS NOT OLD.originator_id
    OR NEW.recipient_id IS NOT OLD.recipient_id
    OR NEW.recipient_organization_id IS NOT OLD.recipient_organization_id
    OR NEW.basis IS NOT OLD.basis
    OR NEW.was_entitled IS NOT OLD.was_entitled
    OR NEW.created_at IS NOT OLD.created_at
BEGIN
    SELECT RAISE(ABORT, 'an answer to a recall goes forward only');
END;

-- The last notice about a product.
ALTER TABLE products ADD COLUMN recall_id TEXT;

-- Whether a copy is valid is asked for by its hash.
CREATE INDEX product_versions_content_hash ON product_versions (content_hash);

-- What a reader says of a version: one, which he can replace.
CREATE TABLE feedback (
    id TEXT PRIMARY KEY NOT NULL,
    version_id TEXT NOT NULL REFERENCES product_versions (id) ON DELETE CASCADE,
    product_id TEXT NOT NULL,
    originator_id TEXT NOT NULL,
    -- Whose it is: a person or a machine client, which is also author_id.
    author_id TEXT NOT NULL,
    person_id TEXT,
    service_client_id TEXT,
    organization_id TEXT,
    organization_kind TEXT,
    is_named INTEGER NOT NULL,
    helpful INTEGER,
    timely INTEGER CHECK (timely BETWEEN 1 AND 5),
    relevant INTEGER CHECK (relevant BETWEEN 1 AND 5),
    accurate INTEGER CHECK (accurate BETWEEN 1 AND 5),
    actionable INTEGER CHECK (actionable BETWEEN 1 AND 5),
    used_for TEXT NOT NULL,
    comment TEXT,
    comment_tlp TEXT NOT NULL,
    revision INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (version_id, author_id),
    CHECK ((person_id IS NOT NULL) + (service_client_id IS NOT NULL) = 1),
    CHECK (author_id = coalesce(person_id, service_client_id))
) STRICT;

CREATE INDEX feedback_originator ON feedback (originator_id, updated_at DESC, id DESC);

CREATE INDEX feedback_author ON feedback (author_id, updated_at DESC, id DESC);
