-- Recalls: notices, whom they reach, and what these answered.
SELECT 1;
