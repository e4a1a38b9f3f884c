-- Referrals by the broker's own identifiers, none of them admitted before week $3.
SELECT
    id, requester, name, service, region, priority, person, basis::text, regime, reference,
    discloser, sections, provider, admitted, at
FROM referral
WHERE shard = $1 AND id = ANY ($2::uuid[]) AND week >= $3
