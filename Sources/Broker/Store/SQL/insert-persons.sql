-- Adds persons that a batch is the first to speak of.
INSERT INTO person (shard, lookup, alias, generation, wrapped_key)
SELECT
    $1, unnest($2::bytea[]), unnest($3::uuid[]), unnest($4::integer[]), unnest($5::bytea[])
