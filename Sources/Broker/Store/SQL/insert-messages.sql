-- Remembers the messages of a batch.
INSERT INTO message (shard, week, sender, id, nonce, digest, position)
SELECT
    $1, $2, unnest($3::text[]), unnest($4::text[]), unnest($5::bytea[]), unnest($6::bytea[]),
    unnest($7::bigint[])
