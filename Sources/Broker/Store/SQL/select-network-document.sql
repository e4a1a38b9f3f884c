-- One version of the network as its author wrote it.
SELECT document FROM network WHERE shard = $1 AND version = $2
