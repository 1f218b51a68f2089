-- The gates of release: who cleared a version, and that nothing is published around it.
SELECT 1;
