-- Takes the shard over: the epoch rises, so that whoever owned it can commit nothing more.
INSERT INTO shard (shard, broker, epoch, backend_pid, claimed_at)
VALUES ($1, $2, 1, pg_backend_pid(), $3)
ON CONFLICT (shard) DO UPDATE SET
    broker = excluded.broker,
    epoch = shard.epoch + 1,
    backend_pid = excluded.backend_pid,
    claimed_at = excluded.claimed_at
RETURNING epoch
