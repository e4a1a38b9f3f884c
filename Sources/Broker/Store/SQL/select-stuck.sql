-- Referrals that do not go on by themselves, in the order in which that began: who waits in a lane,
-- is on hold, waits for its referrer, or of whom a delivery was set aside; unless something happened
-- to it since. (Each part has a partial index of its own, which is found by its literals.)
WITH begun AS (
    SELECT position, referral
    FROM event
    WHERE shard = $1 AND position > $2 AND kind = 'unserved'
    UNION ALL
    SELECT position, referral
    FROM event
    WHERE shard = $1 AND position > $2 AND kind = 'quarantined'
    UNION ALL
    SELECT position, referral
    FROM event
    WHERE shard = $1 AND position > $2
        AND (status = 'on-hold' OR reason IN ('too-early', 'incomplete-information'))
        AND kind = 'updated' AND status IN ('on-hold', 'rejected', 'failed', 'cancelled')
)
SELECT
    b.position, r.requester, r.name, r.region, r.service, r.priority, e.at, e.kind::text, e.actor,
    e.status::text, e.reason, e.inbox, e.code
FROM begun AS b
JOIN event AS e ON e.shard = $1 AND e.position = b.position
JOIN referral AS r ON r.shard = $1 AND r.id = b.referral
WHERE NOT EXISTS (
    SELECT FROM event AS l
    WHERE l.shard = $1 AND l.referral = b.referral AND l.position > b.position
        AND (l.status IS NOT NULL OR l.lane <> 0 OR l.kind IN ('cancelled', 'quarantined'))
)
ORDER BY b.position
LIMIT $3
