-- Adds persons that a batch is the first to speak of.
INSERT INTO person (shard, lookup, alias, generation, wrapped_key)
SELECT $1, *
FROM unnest($2::bytea[], $3::uuid[], $4::integer[], $5::bytea[])
