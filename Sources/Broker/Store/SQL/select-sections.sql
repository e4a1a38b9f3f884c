-- The sealed sections of bodies.
SELECT s.body, s.label, s.person, s.wrapped_key, s.sealed
FROM section AS s
WHERE s.shard = $1 AND s.body = ANY ($2::bigint[]) AND s.wrapped_key IS NOT NULL
ORDER BY s.body, s.ordinal
