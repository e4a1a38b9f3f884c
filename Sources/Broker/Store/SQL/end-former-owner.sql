-- Ends the session of the shard's former owner: stopped inside a transaction, it would hold its
-- lock otherwise. Only a session of this database that this role may end is touched, for an attempt
-- on another would fail the claim; with a broker ($3) only that broker's own.
SELECT pg_terminate_backend(backend_pid, 5000)
FROM shard
JOIN pg_stat_activity ON pid = backend_pid AND datname = current_database()
WHERE shard = $1 AND pid <> pg_backend_pid() AND application_name = $2
    AND pg_has_role(usesysid, 'USAGE')
    AND ($3::uuid IS NULL OR broker = $3)
