SELECT CASE
    WHEN "b"."KeeperId" IN (@c01, @c02, @c03) THEN "b"."Cost"
    ELSE 0
END AS "Cost", "b"."Id", "b"."Title", CASE
    WHEN "b"."KeeperId" IN (@c01, @c02, @c03) THEN 1
    ELSE 0
END AS "Readable"
FROM "Books" AS "b"
WHERE "b"."Secrecy" <= @ef_filter__Level AND ("b"."KeeperId" IN (@c01, @c02, @c03) OR ("b"."KeeperId" NOT IN (@c01, @c02, @c03) AND "b"."Id" < @p0))
ORDER BY "b"."KeeperId" NOT IN (@c01, @c02, @c03) DESC, CASE
    WHEN "b"."KeeperId" IN (@c01, @c02, @c03) THEN "b"."Cost"
END DESC, "b"."Id" DESC
LIMIT 21
