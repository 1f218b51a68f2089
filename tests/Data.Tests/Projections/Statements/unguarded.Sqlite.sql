SELECT "b0"."Id", "b0"."Number", "b0"."Title", "s"."Id" IS NULL, "s"."Id", "s"."Name"
FROM (
    SELECT "b"."Id", "b"."Number", "b"."ShelfId", "b"."Title"
    FROM "Books" AS "b"
    WHERE "b"."Secrecy" <= @ef_filter__Level
    ORDER BY "b"."Number", "b"."Id"
    LIMIT 21
) AS "b0"
LEFT JOIN "Shelf" AS "s" ON "b0"."ShelfId" = "s"."Id"
ORDER BY "b0"."Number", "b0"."Id"
