-- The last position of the log.
SELECT coalesce(max(position), 0) FROM event WHERE shard = $1
