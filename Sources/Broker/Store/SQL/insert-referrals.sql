-- Adds the referrals of a batch.
INSERT INTO referral (
    shard, week, at, id, requester, name, service, region, priority, person, basis, regime,
    reference, discloser, sections, provider, admitted
)
SELECT $1, $2, $3, *
FROM unnest(
    $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::smallint[], $10::uuid[],
    $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::bigint[]
)
