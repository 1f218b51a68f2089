-- What the gates of release left open: an emergency without a reason, objections that nobody decided on, answers that
-- move into a signed review, and a recall that is taken back.

-- Two persons, and why: what is unknown is not long enough.
CREATE TRIGGER release_clearances_reason BEFORE INSERT ON release_clearances
WHEN NEW.kind = 'Emergency' AND NEW.reason IS NULL
BEGIN
    SELECT RAISE(ABORT, 'an emergency has a reason (check constraint)');
END;

-- An objection that turned into a concurrence was decided on by somebody who neither made it nor wrote the version.
CREATE TRIGGER release_clearances_decided BEFORE INSERT ON release_clearances
WHEN EXISTS (
    SELECT 1 FROM privacy_reviews r
    WHERE r.id = NEW.review_id AND r.state = 'Resolved'
        AND (r.decider_id IS NULL
            OR r.decided_at IS NULL
            OR r.decider_id = r.reviewer_id
            OR EXISTS (
                SELECT 1 FROM version_authors a WHERE a.version_id = NEW.version_id AND a.person_id = r.decider_id)))
BEGIN
    SELECT RAISE(ABORT, 'an objection is decided on by somebody who neither made it nor wrote the version');
END;

CREATE TRIGGER privacy_reviews_decider BEFORE UPDATE ON privacy_reviews
WHEN NEW.state <> OLD.state AND NEW.state IN ('Completed', 'Escalated', 'Resolved')
    AND (NEW.outcome IS NULL OR NEW.reviewer_id IS NULL OR (NEW.state <> 'Completed' AND NEW.decider_id IS NULL))
BEGIN
    SELECT RAISE(ABORT, 'a privacy review goes forward only');
END;

-- An answer stays in the review that it was given in.
CREATE TRIGGER review_answers_moved BEFORE UPDATE OF review_id ON review_answers
WHEN NEW.review_id <> OLD.review_id
BEGIN
    SELECT RAISE(ABORT, 'what was answered stays in its review');
END;

-- What was recalled stays recalled, and what was replaced is not in force again.
CREATE TRIGGER product_versions_over BEFORE UPDATE OF state ON product_versions
WHEN (OLD.state = 'Recalled' AND NEW.state NOT IN ('Recalled', 'Archived', 'Purged'))
    OR (OLD.state IN ('Superseded', 'Archived', 'Purged') AND NEW.state IN ('Published', 'Expired'))
BEGIN
    SELECT RAISE(ABORT, 'what was recalled or replaced is not in force again');
END;
