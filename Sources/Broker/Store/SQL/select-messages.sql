-- Which of these messages were accepted before.
SELECT m.sender, m.id, m.nonce, m.digest, m.position
FROM unnest($2::text[], $3::text[]) AS k (sender, id)
JOIN message AS m ON m.shard = $1 AND m.sender = k.sender AND m.id = k.id
WHERE m.week >= $4
