-- Heads of the chains of access records, kept apart so that a tail that was cut off is missed.
SELECT 1;
