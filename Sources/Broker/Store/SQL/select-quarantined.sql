-- What was set aside for an operator, the latest first, with what each entry was, whose it is, and
-- how its assignment stands.
SELECT
    q.entry, q.at, q.inbox, q.outcome::text, q.attempt, e.kind::text, e.at, r.requester, r.name,
    r.service, r.region, e.code, q.position, q.code, q.assignment,
    (
        SELECT s.status::text
        FROM event AS s
        WHERE s.shard = q.shard AND s.referral = q.referral AND s.assignment = q.assignment
            AND s.status IS NOT NULL
        ORDER BY s.position DESC
        LIMIT 1
    )
FROM event AS q
JOIN event AS e ON e.shard = q.shard AND e.position = q.entry
LEFT JOIN referral AS r ON r.shard = q.shard AND r.id = q.referral
WHERE q.shard = $1 AND q.kind = 'quarantined' AND q.position < $2
ORDER BY q.position DESC
LIMIT $3
