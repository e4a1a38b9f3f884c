-- The keys of all messages, also of those that are remembered no longer: the clock that tells may
-- be put back.
SELECT sender, id FROM message WHERE shard = $1
