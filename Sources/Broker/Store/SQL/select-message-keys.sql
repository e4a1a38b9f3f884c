-- The keys of all messages that are still remembered.
SELECT sender, id FROM message WHERE shard = $1 AND week >= $2
