-- Since when the oldest open entry lies in each of these inboxes, by priority. Nothing before a
-- floor is open.
SELECT k.inbox, oldest.at
FROM unnest($2::text[], $3::smallint[], $4::bigint[]) AS k (inbox, priority, floor)
CROSS JOIN LATERAL (
    SELECT e.at
    FROM event AS e
    WHERE e.shard = $1 AND e.inbox = k.inbox AND e.priority = k.priority AND e.position >= k.floor
        AND e.kind IN ('assigned', 'queued', 'noticed')
        AND NOT EXISTS (
            SELECT FROM event AS l
            WHERE l.shard = $1 AND l.referral = e.referral AND l.position > e.position
                AND l.entry = e.position AND l.kind IN ('settled', 'quarantined', 'withdrawn')
        )
        AND NOT EXISTS (
            SELECT FROM event AS l
            WHERE l.shard = $1 AND l.entry = e.position AND l.referral IS NULL
                AND l.kind IN ('settled', 'quarantined', 'withdrawn')
        )
    ORDER BY e.position
    LIMIT 1
) AS oldest
