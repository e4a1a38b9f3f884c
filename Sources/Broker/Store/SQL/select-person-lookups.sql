-- The digests of all persons whose content can still be opened.
SELECT lookup FROM person WHERE shard = $1 AND wrapped_key IS NOT NULL
