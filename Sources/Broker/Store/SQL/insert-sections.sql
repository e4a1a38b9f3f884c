-- Adds the sealed sections of a batch.
INSERT INTO section (shard, week, body, ordinal, label, person, wrapped_key, sealed)
SELECT $1, $2, *
FROM unnest(
    $3::bigint[], $4::smallint[], $5::text[], $6::uuid[], $7::bytea[], $8::bytea[]
)
