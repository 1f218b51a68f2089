SELECT CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) THEN "b0"."Cost"
    ELSE 0
END, "b0"."Id", CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) THEN "b0"."Note"
END, "b0"."Number", CASE
    WHEN EXISTS (
        SELECT 1
        FROM "News" AS "n"
        WHERE "n"."BookId" = "b0"."Id" AND "n"."ReaderId" IN (@c01, @c02, @c03)) OR "s"."Room" = 'Room 1' THEN "b0"."PrinterId"
    ELSE '00000000-0000-0000-0000-000000000000'
END, "b0"."Title", CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) THEN 1
    ELSE 0
END + CASE
    WHEN EXISTS (
        SELECT 1
        FROM "News" AS "n0"
        WHERE "n0"."BookId" = "b0"."Id" AND "n0"."ReaderId" IN (@c01, @c02, @c03)) OR "s"."Room" = 'Room 1' THEN 2
    ELSE 0
END, "b0"."KeeperId" IN (@c01, @c02, @c03), "a"."Id" IS NULL, CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) AND "a"."Level" <= @c1 THEN "a"."Born"
END, CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) THEN "a"."Id"
    ELSE '00000000-0000-0000-0000-000000000000'
END, CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) THEN "a"."Name"
END, CASE
    WHEN "b0"."KeeperId" IN (@c01, @c02, @c03) AND "a"."Level" <= @c1 THEN 1
    ELSE 0
END
FROM (
    SELECT "b"."Id", "b"."Cost", "b"."DonorId", "b"."KeeperId", "b"."Note", "b"."Number", "b"."PrinterId", "b"."ShelfId", "b"."Title"
    FROM "Books" AS "b"
    WHERE "b"."Secrecy" <= @ef_filter__Level
    ORDER BY "b"."Number", "b"."Id"
    LIMIT 21
) AS "b0"
LEFT JOIN "Shelf" AS "s" ON "b0"."ShelfId" = "s"."Id"
LEFT JOIN "Author" AS "a" ON "b0"."DonorId" = "a"."Id"
ORDER BY "b0"."Number", "b0"."Id"

SELECT "p"."Id", "p"."Name"
FROM "Publisher" AS "p"
WHERE "p"."Secrecy" <= @ef_filter__Level AND "p"."Id" IN (@p01, @p02, @p03, @p04)
