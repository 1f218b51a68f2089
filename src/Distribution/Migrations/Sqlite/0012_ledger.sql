-- The ledger: what was delivered to whom, and what became of it.
SELECT 1;
