-- Referrals by the names that their requesters gave them.
SELECT
    r.id, r.requester, r.name, r.service, r.region, r.priority, r.person, r.basis, r.regime,
    r.reference, r.discloser, r.sections, r.provider, r.admitted, r.at
FROM unnest($2::text[], $3::text[]) AS k (requester, name)
JOIN referral AS r ON r.shard = $1 AND r.requester = k.requester AND r.name = k.name
