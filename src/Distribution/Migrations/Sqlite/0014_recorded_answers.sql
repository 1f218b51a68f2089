-- Answers to recalls that staff record for a recipient who gave them in another way: who recorded it, which person_id
-- names then (actor_name is who gave it, as he was named); when it was given; and how.
ALTER TABLE recall_response_events ADD COLUMN recorded_by_name TEXT;
ALTER TABLE recall_response_events ADD COLUMN told_at TEXT;
ALTER TABLE recall_response_events ADD COLUMN means TEXT
    CHECK (means IN ('Telephone', 'Email', 'InPerson', 'Letter', 'Other'))
    CHECK (means IS NULL OR person_id IS NOT NULL)
    CHECK ((means IS NULL) = (recorded_by_name IS NULL) AND (means IS NULL) = (told_at IS NULL));
