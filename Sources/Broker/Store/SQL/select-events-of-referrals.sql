-- The histories of referrals, none of them admitted before week $3, in the order of the log.
SELECT
    position, at, kind::text, actor, network, referral, version, assignment, status::text, reason,
    agreement, inbox, priority, body, entry, attempt, outcome::text, code, lane, load
FROM event
WHERE shard = $1 AND referral = ANY ($2::uuid[]) AND week >= $3
ORDER BY position
