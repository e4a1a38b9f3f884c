-- The next open entries of an inbox and priority behind a position, with what happened to each.
SELECT
    e.position, e.at, e.kind, e.actor, e.network, e.referral, e.version, e.assignment, e.status,
    e.reason, e.agreement, e.inbox, e.priority, e.body, e.entry, e.attempt, e.outcome, e.code,
    e.lane, e.load,
    greatest(e.attempt, coalesce(later.attempts, 0::smallint)) AS attempts,
    coalesce(later.failures, 0)::smallint AS failures
FROM (
    SELECT *
    FROM event
    WHERE shard = $1 AND inbox = $2 AND priority = $3 AND position > $4
        AND kind IN ('assigned', 'queued', 'noticed')
    ORDER BY position
    LIMIT $5
) AS e
LEFT JOIN LATERAL (
    SELECT
        max(l.attempt) AS attempts,
        count(*) FILTER (WHERE l.kind = 'returned' AND l.outcome = 'modified') AS failures,
        bool_or(l.kind IN ('settled', 'quarantined', 'withdrawn')) AS has_ended
    FROM event AS l
    WHERE l.shard = $1 AND l.entry = e.position
) AS later ON true
WHERE later.has_ended IS NOT TRUE
UNION ALL
-- The last entry that was looked at, open or not, so that the caller knows where to go on.
SELECT
    max(e.position), NULL, NULL, NULL, count(*)::integer, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM (
    SELECT position
    FROM event
    WHERE shard = $1 AND inbox = $2 AND priority = $3 AND position > $4
        AND kind IN ('assigned', 'queued', 'noticed')
    ORDER BY position
    LIMIT $5
) AS e
