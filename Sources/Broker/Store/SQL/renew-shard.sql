-- Claims the shard again after a lost connection, if nobody else has claimed it since: then the head
-- of the log tells what became of a COMMIT of which nobody knows.
UPDATE shard
SET epoch = epoch + 1, backend_pid = pg_backend_pid(), claimed_at = $3
WHERE shard = $1 AND broker = $2
RETURNING epoch
