-- The persons with these digests.
SELECT p.lookup, p.alias, p.generation, p.wrapped_key
FROM unnest($2::bytea[]) AS k (lookup)
JOIN person AS p ON p.shard = $1 AND p.lookup = k.lookup
WHERE p.wrapped_key IS NOT NULL
