-- The counters as of the last checkpoint.
SELECT kind, key, value FROM counter WHERE shard = $1
