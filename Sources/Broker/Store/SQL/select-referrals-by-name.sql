-- Referrals by the names that their requesters gave them. (LATERAL: see select-messages.)
SELECT
    r.id, r.requester, r.name, r.service, r.region, r.priority, r.person, r.basis::text, r.regime,
    r.reference, r.discloser, r.sections, r.provider, r.admitted, r.at
FROM unnest($2::text[], $3::text[]) AS k (requester, name)
CROSS JOIN LATERAL (
    SELECT *
    FROM referral
    WHERE shard = $1 AND requester = k.requester AND name = k.name
    OFFSET 0
) AS r
