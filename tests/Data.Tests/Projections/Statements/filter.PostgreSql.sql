SELECT b."Id", b."Number", b."Title"
FROM "Books" AS b
LEFT JOIN "Author" AS a ON b."DonorId" = a."Id"
WHERE b."Secrecy" <= @ef_filter__Level AND b."KeeperId" = ANY (@c0) AND (b."Note" IS NULL OR b."Note" <> @p0) AND b."KeeperId" = ANY (@c0) AND a."Id" IS NOT NULL AND a."Level" <= @c1 AND a."Born" > @p1
ORDER BY b."Number", b."Id"
LIMIT 21

SELECT count(*)::int AS "Count"
FROM (
    SELECT 1 AS "Key"
    FROM "Books" AS b
    LEFT JOIN "Author" AS a ON b."DonorId" = a."Id"
    WHERE b."Secrecy" <= @ef_filter__Level AND b."KeeperId" = ANY (@c0) AND (b."Note" IS NULL OR b."Note" <> @p0) AND b."KeeperId" = ANY (@c0) AND a."Id" IS NOT NULL AND a."Level" <= @c1 AND a."Born" > @p1
) AS s
GROUP BY s."Key"
