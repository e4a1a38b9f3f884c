-- Adds the sealed contents of a batch.
INSERT INTO content (shard, week, body, person, labels, wrapped_keys, sealed)
SELECT
    $1, $2, unnest($3::bigint[]), unnest($4::uuid[]), unnest($5::text[]), unnest($6::bytea[]),
    unnest($7::bytea[])
