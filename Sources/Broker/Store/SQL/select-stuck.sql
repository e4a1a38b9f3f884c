-- Referrals that do not go on by themselves, in the order in which that began: who waits in a lane,
-- is on hold, waits for its referrer, or is not delivered to its provider; unless something happened
-- to it since. (Each part has a partial index of its own, which is found by its literals. What
-- happened since stands in the same week or a later one; only what is listed is looked up in full.)
WITH begun AS (
    SELECT
        position, week, position AS since, referral, at, kind, actor, status, reason, inbox, code
    FROM event
    WHERE shard = $1 AND position > $2 AND kind = 'unserved'
    UNION ALL
    SELECT
        position, week, position AS since, referral, at, kind, actor, status, reason, inbox, code
    FROM event
    WHERE shard = $1 AND position > $2
        AND (status = 'on-hold' OR reason IN ('too-early', 'incomplete-information'))
        AND kind = 'updated' AND status IN ('on-hold', 'rejected', 'failed', 'cancelled')
    UNION ALL
    -- The offer itself, and nobody has decided or passed it on since it was made.
    SELECT
        q.position, e.week, e.position AS since, q.referral, q.at, q.kind, q.actor, q.status,
        q.reason, q.inbox, q.code
    FROM event AS q
    JOIN event AS e ON e.shard = q.shard AND e.position = q.entry AND e.week <= q.week
    WHERE q.shard = $1 AND q.position > $2 AND q.kind = 'quarantined' AND e.kind = 'assigned'
), stuck AS (
    SELECT b.*
    FROM begun AS b
    WHERE NOT EXISTS (
        SELECT FROM event AS l
        WHERE l.shard = $1 AND l.week >= b.week AND l.referral = b.referral
            AND l.position > b.since
            AND (l.status IS NOT NULL OR l.lane <> 0 OR l.kind = 'cancelled')
    )
    ORDER BY b.position
    LIMIT $3
)
SELECT
    s.position, r.requester, r.name, r.region, r.service, r.priority, s.at, s.kind::text, s.actor,
    s.status::text, s.reason, s.inbox, s.code
FROM stuck AS s
JOIN referral AS r ON r.shard = $1 AND r.id = s.referral AND r.week <= s.week
ORDER BY s.position
