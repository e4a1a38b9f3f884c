-- Referrals that wait in a lane, in the order in which they began to: those whose last word about
-- a lane was that they entered it.
SELECT u.position, u.referral
FROM event AS u
WHERE u.shard = $1 AND u.kind = 'unserved' AND u.position > $2
    AND NOT EXISTS (
        SELECT FROM event AS l
        WHERE l.shard = $1 AND l.referral = u.referral AND l.position > u.position
            AND l.lane <> 0
    )
ORDER BY u.position
LIMIT $3
