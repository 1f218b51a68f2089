-- Answers to recalls that staff record for a recipient who gave them in another way.
ALTER TABLE recall_response_events
    -- Who recorded it, which person_id names then: actor_name is who gave it, as he was named; told_at when; means how.
    ADD COLUMN recorded_by_name text,
    ADD COLUMN told_at timestamptz,
    ADD COLUMN means text,
    ADD CHECK (num_nonnulls(recorded_by_name, told_at, means) IN (0, 3)),
    ADD CHECK (means IS NULL OR person_id IS NOT NULL),
    ADD CHECK (means IN ('Telephone', 'Email', 'InPerson', 'Letter', 'Other'));
