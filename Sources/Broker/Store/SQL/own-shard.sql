-- Locks the shard for this transaction, or ends it with TC001.
SELECT own($1, $2)
