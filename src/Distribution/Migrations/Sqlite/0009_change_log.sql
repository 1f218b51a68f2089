-- The change log: what changed, numbered in the order of commits, and for which audiences.
SELECT 1;
