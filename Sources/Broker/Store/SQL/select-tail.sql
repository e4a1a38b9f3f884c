-- The log behind the last checkpoint, with the lane of each referral.
SELECT
    e.position, e.at, e.kind::text, e.actor, e.network, e.referral, e.version, e.assignment,
    e.status::text, e.reason, e.agreement, e.inbox, e.priority, e.body, e.entry, e.attempt,
    e.outcome::text, e.code, e.lane, e.load, r.region, r.service
FROM event AS e
LEFT JOIN referral AS r ON e.lane <> 0 AND r.shard = e.shard AND r.id = e.referral
WHERE e.shard = $1 AND e.position > $2
ORDER BY e.position
