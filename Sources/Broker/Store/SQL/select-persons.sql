-- The persons with these digests. (LATERAL: see select-messages.)
SELECT p.lookup, p.alias, p.generation, p.wrapped_key
FROM unnest($2::bytea[]) AS k (lookup)
CROSS JOIN LATERAL (
    SELECT lookup, alias, generation, wrapped_key
    FROM person
    WHERE shard = $1 AND lookup = k.lookup AND wrapped_key IS NOT NULL
    OFFSET 0
) AS p
