-- Remembers the messages of a batch.
INSERT INTO message (shard, week, sender, id, nonce, digest, position)
SELECT $1, $2, *
FROM unnest($3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bigint[])
