-- The network in force.
SELECT version, at, author, document
FROM network
WHERE shard = $1
ORDER BY version DESC
LIMIT 1
