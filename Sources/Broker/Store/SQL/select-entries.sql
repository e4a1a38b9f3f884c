-- The next entries of an inbox and priority behind a position, and whether each has ended. What ends
-- an entry stands in the history of its referral; where that referral was not to be found, in an
-- event without one. (LATERAL with LIMIT: a look into the index for each, whatever the planner
-- believes of a table of which it has no statistics.)
SELECT e.position, e.referral, coalesce(told.has_ended, orphan.has_ended)
FROM (
    SELECT position, referral, week
    FROM event
    WHERE shard = $1 AND inbox = $2 AND priority = $3 AND position > $4
        AND kind IN ('assigned', 'queued', 'noticed')
    ORDER BY position
    LIMIT $5
) AS e
LEFT JOIN LATERAL (
    SELECT true AS has_ended
    FROM event AS l
    WHERE l.shard = $1 AND l.referral = e.referral AND l.position > e.position
        AND l.week >= e.week AND l.entry = e.position
        AND l.kind IN ('settled', 'quarantined', 'withdrawn')
    LIMIT 1
) AS told ON true
LEFT JOIN LATERAL (
    SELECT true AS has_ended
    FROM event AS l
    WHERE l.shard = $1 AND l.entry = e.position AND l.referral IS NULL AND l.week >= e.week
        AND l.kind IN ('settled', 'quarantined', 'withdrawn')
    LIMIT 1
) AS orphan ON true
ORDER BY e.position
