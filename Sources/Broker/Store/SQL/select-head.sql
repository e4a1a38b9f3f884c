-- The last position of the log, and its week; no row while the log is empty.
SELECT position, week FROM event WHERE shard = $1 ORDER BY position DESC LIMIT 1
