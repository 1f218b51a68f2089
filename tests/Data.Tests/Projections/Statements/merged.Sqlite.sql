SELECT "b"."AddedAt", "b"."Id", CASE
    WHEN "b"."KeeperId" IN (@c01, @c02, @c03) THEN "b"."Note"
END AS "Note", "b"."Title", CASE
    WHEN "b"."KeeperId" IN (@c01, @c02, @c03) THEN 1
    ELSE 0
END AS "Readable"
FROM "Books" AS "b"
WHERE "b"."Secrecy" <= @ef_filter__Level AND EXISTS (
    SELECT 1
    FROM "News" AS "n"
    WHERE "n"."BookId" = "b"."Id" AND "n"."ReaderId" IN (@c01, @c02, @c03)) AND "b"."KeeperId" IN (@c01, @c02, @c03) AND "b"."Cost" > @p0
ORDER BY "b"."AddedAt" DESC, "b"."Id" DESC
LIMIT 21
