SELECT CASE
    WHEN b."KeeperId" = ANY (@c0) THEN b."Cost"
    ELSE 0
END AS "Cost", b."Id", b."Title", CASE
    WHEN b."KeeperId" = ANY (@c0) THEN 1
    ELSE 0
END AS "Readable"
FROM "Books" AS b
WHERE b."Secrecy" <= @ef_filter__Level AND (b."KeeperId" = ANY (@c0) OR (NOT (b."KeeperId" = ANY (@c0) AND b."KeeperId" = ANY (@c0) IS NOT NULL) AND b."Id" < @p0))
ORDER BY CASE
    WHEN b."KeeperId" = ANY (@c0) THEN b."Cost"
END DESC, b."Id" DESC
LIMIT 21
