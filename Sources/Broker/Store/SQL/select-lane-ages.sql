-- Since when somebody waits in each lane: those whose last word about a lane was that they entered
-- it.
SELECT r.region, r.service, min(u.at)
FROM event AS u
JOIN referral AS r ON r.shard = u.shard AND r.id = u.referral
WHERE u.shard = $1 AND u.kind = 'unserved'
    AND NOT EXISTS (
        SELECT FROM event AS l
        WHERE l.shard = $1 AND l.referral = u.referral AND l.position > u.position
            AND l.lane <> 0
    )
GROUP BY r.region, r.service
