-- The latest claim of the shard.
SELECT epoch FROM shard WHERE shard = $1
