-- Which of these messages were accepted before: a look into the index for each. LATERAL and
-- OFFSET 0 keep the planner from reading all of the table instead, which it would while it has no
-- statistics of it, or old ones.
SELECT m.sender, m.id, m.nonce, m.digest, m.position
FROM unnest($2::text[], $3::text[]) AS k (sender, id)
CROSS JOIN LATERAL (
    SELECT sender, id, nonce, digest, position
    FROM message
    WHERE shard = $1 AND sender = k.sender AND id = k.id AND week >= $4
    OFFSET 0
) AS m
