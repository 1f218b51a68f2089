SELECT b2."AddedAt", b2."Id", CASE
    WHEN b2."KeeperId" = ANY (@c0) THEN b2."Note"
END AS "Note", b2."Title", CASE
    WHEN b2."KeeperId" = ANY (@c0) THEN 1
    ELSE 0
END AS "Readable"
FROM (
    SELECT s0."Key"
    FROM (
        SELECT DISTINCT s."AddedAt" AS "SortValue", s."BookId" AS "Key"
        FROM unnest(@c1) AS u
        JOIN LATERAL (
            SELECT n."AddedAt", n."BookId"
            FROM "News" AS n
            INNER JOIN (
                SELECT b."Id", b."Cost", b."KeeperId", b."Secrecy"
                FROM "Books" AS b
                WHERE b."Secrecy" <= @ef_filter__Level
            ) AS b0 ON n."BookId" = b0."Id"
            WHERE n."ReaderId" = COALESCE(u.u, '00000000-0000-0000-0000-000000000000') AND b0."Secrecy" <= @c2 AND b0."KeeperId" = ANY (@c0) AND b0."Cost" > @p0
            ORDER BY n."AddedAt" DESC, n."BookId" DESC
            LIMIT 21
        ) AS s ON TRUE
    ) AS s0
    ORDER BY s0."SortValue" DESC, s0."Key" DESC
    LIMIT 21
) AS s1
INNER JOIN (
    SELECT b1."Id", b1."AddedAt", b1."KeeperId", b1."Note", b1."Title"
    FROM "Books" AS b1
    WHERE b1."Secrecy" <= @ef_filter__Level
) AS b2 ON s1."Key" = b2."Id"
ORDER BY b2."AddedAt" DESC, b2."Id" DESC
