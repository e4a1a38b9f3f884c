-- Writes the counters that changed since the last checkpoint.
INSERT INTO counter (shard, kind, key, value)
SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[])
ON CONFLICT (shard, kind, key) DO UPDATE SET value = excluded.value
