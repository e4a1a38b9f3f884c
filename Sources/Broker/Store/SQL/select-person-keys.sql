-- The keys of persons, by their aliases.
SELECT alias, generation, wrapped_key
FROM person
WHERE shard = $1 AND alias = ANY ($2::uuid[]) AND wrapped_key IS NOT NULL
