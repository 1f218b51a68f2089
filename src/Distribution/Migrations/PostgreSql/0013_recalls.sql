-- Recalls: notices, whom they reach, what these answered; and what readers say of versions. Notices have no foreign keys
-- to what they are about: the record outlives it.

-- A notice that a product, or some of its versions, must not be used any more, or was corrected.
CREATE TABLE recall_notices (
    id uuid PRIMARY KEY,
    product_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    -- What identifies the product to whoever can see nothing of it any more.
    public_number text,
    product_type text NOT NULL,
    is_exercise boolean NOT NULL,
    published_at timestamptz,
    version_numbers integer[] NOT NULL,
    -- Of the newest version it concerns. Shown to who may know the whole version: hash_requires, is_hash_disclosed.
    content_hash text COLLATE "C" NOT NULL,
    hash_requires bigint NOT NULL,
    is_hash_disclosed boolean NOT NULL,
    -- Whether the product was out for everybody.
    is_public boolean NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    reason_details text NOT NULL,
    required_action text NOT NULL,
    message text NOT NULL,
    message_tlp text NOT NULL,
    respond_by timestamptz,
    replacement_id uuid,
    state text NOT NULL,
    issued_by_id uuid NOT NULL,
    issued_by_name text NOT NULL,
    issued_at timestamptz NOT NULL,
    closed_by_id uuid,
    closed_by_name text,
    closed_at timestamptz,
    closing_reason text,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CHECK (kind IN ('CorrectionNotice', 'RecallAndReplace', 'Recall')),
    CHECK (state IN ('Open', 'Closed')),
    CHECK ((state = 'Closed') = (closed_by_id IS NOT NULL)),
    CHECK (num_nonnulls(closed_by_id, closed_by_name, closed_at, closing_reason) IN (0, 4)),
    CHECK (length(reason_details) >= 20),
    CHECK (kind <> 'RecallAndReplace' OR replacement_id IS NOT NULL)
);

CREATE INDEX recall_notices_originator ON recall_notices (originator_id, issued_at DESC, id DESC);
CREATE INDEX recall_notices_product ON recall_notices (product_id, state);
CREATE INDEX recall_notices_public ON recall_notices (issued_at DESC, id DESC) WHERE is_public;

-- What one recipient was told and answered.
CREATE TABLE recall_responses (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    notice_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    -- To whom: one of the three, which is also recipient_id; and the organization he belonged to then.
    recipient_id uuid NOT NULL,
    person_id uuid,
    organization_id uuid,
    service_client_id uuid,
    recipient_organization_id uuid,
    -- How it is known that he has it, and whether he was still in the audience when it was recalled.
    basis text NOT NULL,
    was_entitled boolean NOT NULL,
    state text NOT NULL,
    -- Whether he did what was asked for.
    is_settled boolean NOT NULL DEFAULT false,
    seen_at timestamptz,
    acknowledged_at timestamptz,
    settled_at timestamptz,
    escalated_at timestamptz,
    escalated_to text,
    forwarded_to text[] NOT NULL DEFAULT '{}',
    note text,
    destroyed_copies integer CHECK (destroyed_copies >= 0),
    destruction_hash text COLLATE "C",
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (notice_id, recipient_id),
    CHECK (num_nonnulls(person_id, organization_id, service_client_id) = 1),
    CHECK (recipient_id = coalesce(person_id, organization_id, service_client_id)),
    CHECK (basis IN ('Ledger', 'Audience', 'Read')),
    CHECK (state IN ('Notified', 'Seen', 'Acknowledged', 'Escalated', 'Destroyed', 'Replaced', 'ForwardedNotified',
        'CannotComply')),
    CHECK ((escalated_at IS NULL) = (escalated_to IS NULL))
);

CREATE INDEX recall_responses_recipient ON recall_responses (recipient_id, notice_id);
CREATE INDEX recall_responses_organization ON recall_responses (recipient_organization_id, notice_id)
    WHERE recipient_organization_id IS NOT NULL;
CREATE INDEX recall_responses_open ON recall_responses (notice_id) WHERE NOT is_settled;

-- Every answer, by whom. Never changed, never deleted.
CREATE TABLE recall_response_events (
    id uuid PRIMARY KEY,
    response_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    state text NOT NULL,
    revision integer NOT NULL,
    person_id uuid,
    service_client_id uuid,
    actor_name text NOT NULL,
    note text,
    occurred_at timestamptz NOT NULL,
    UNIQUE (response_id, revision),
    CHECK (num_nonnulls(person_id, service_client_id) = 1)
);

CREATE TRIGGER recall_response_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON recall_response_events
    FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
ALTER TABLE recall_response_events ENABLE ALWAYS TRIGGER recall_response_events_append_only;

CREATE TRIGGER recall_notices_kept BEFORE DELETE OR TRUNCATE ON recall_notices
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('recall_notices are kept');
CREATE TRIGGER recall_responses_kept BEFORE DELETE OR TRUNCATE ON recall_responses
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('recall_responses are kept');
ALTER TABLE recall_notices ENABLE ALWAYS TRIGGER recall_notices_kept;
ALTER TABLE recall_responses ENABLE ALWAYS TRIGGER recall_responses_kept;

-- A notice is closed and nothing else; what it said stays as it was said.
CREATE TRIGGER recall_notices_said BEFORE UPDATE ON recall_notices
    FOR EACH ROW WHEN (
        OLD.state <> 'Open' OR NEW.state <> 'Closed'
        OR to_jsonb(NEW) - '{state,closed_by_id,closed_by_name,closed_at,closing_reason,revision,updated_at}'::text[]
            IS DISTINCT FROM
            to_jsonb(OLD) - '{state,closed_by_id,closed_by_name,closed_at,closing_reason,revision,updated_at}'::text[])
    EXECUTE FUNCTION refuse_change('a recall notice stays as it was issued');

-- Whom it reached stays, and no answer is taken back.
CREATE TRIGGER recall_responses_forward BEFORE UPDATE ON recall_responses
    FOR EACH ROW WHEN (
        NEW.revision <= OLD.revision
        OR (OLD.is_settled AND NOT NEW.is_settled)
        OR (OLD.state <> 'Notified' AND NEW.state = 'Notified')
        OR (NEW.id, NEW.notice_id, NEW.originator_id, NEW.recipient_id, NEW.recipient_organization_id, NEW.basis,
            NEW.was_entitled, NEW.created_at)
            IS DISTINCT FROM
            (OLD.id, OLD.notice_id, OLD.originator_id, OLD.recipient_id, OLD.recipient_organization_id, OLD.basis,
            OLD.was_entitled, OLD.created_at))
    EXECUTE FUNCTION refuse_change('an answer to a recall goes forward only');

-- The last notice about a product.
ALTER TABLE products ADD COLUMN recall_id uuid;

-- Whether a copy is valid is asked for by its hash.
CREATE INDEX product_versions_content_hash ON product_versions (content_hash);

-- What a reader says of a version: one, which he can replace.
CREATE TABLE feedback (
    id uuid PRIMARY KEY,
    version_id uuid NOT NULL REFERENCES product_versions (id) ON DELETE CASCADE,
    product_id uuid NOT NULL,
    originator_id uuid NOT NULL,
    -- Whose it is: a person or a machine client, which is also author_id.
    author_id uuid NOT NULL,
    person_id uuid,
    service_client_id uuid,
    organization_id uuid,
    organization_kind text,
    is_named boolean NOT NULL,
    helpful boolean,
    timely integer CHECK (timely BETWEEN 1 AND 5),
    relevant integer CHECK (relevant BETWEEN 1 AND 5),
    accurate integer CHECK (accurate BETWEEN 1 AND 5),
    actionable integer CHECK (actionable BETWEEN 1 AND 5),
    used_for text[] NOT NULL,
    comment text,
    comment_tlp text NOT NULL,
    revision integer NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (version_id, author_id),
    CHECK (num_nonnulls(person_id, service_client_id) = 1),
    CHECK (author_id = coalesce(person_id, service_client_id))
);

CREATE INDEX feedback_originator ON feedback (originator_id, updated_at DESC, id DESC);
CREATE INDEX feedback_author ON feedback (author_id, updated_at DESC, id DESC);
