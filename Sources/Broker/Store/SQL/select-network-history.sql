-- The versions of the network, the latest first, without their documents.
SELECT version, at, author, octet_length(document)
FROM network
WHERE shard = $1
ORDER BY version DESC
LIMIT $2
