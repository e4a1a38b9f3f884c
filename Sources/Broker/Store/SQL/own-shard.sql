-- Locks the shard's row for this transaction, or ends it: another broker owns the shard then. (An
-- expression, because a function in PL/pgSQL costs as much as an insert.)
SELECT (
    SELECT epoch FROM shard WHERE shard = $1 AND epoch = $2 FOR NO KEY UPDATE
)::owned_epoch
