-- The sealed contents of bodies.
SELECT body, person, labels, wrapped_keys, sealed
FROM content
WHERE shard = $1 AND body = ANY ($2::bigint[]) AND wrapped_keys IS NOT NULL
