-- Adds a version of the network.
INSERT INTO network (shard, version, at, author, document) VALUES ($1, $2, $3, $4, $5)
