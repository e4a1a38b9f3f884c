-- The claim of this broker, if the shard is its own.
SELECT epoch FROM shard WHERE shard = $1 AND broker = $2
