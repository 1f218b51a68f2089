-- Drafts: the audience that a version is meant for, and what its authors are still to answer.
SELECT 1;
