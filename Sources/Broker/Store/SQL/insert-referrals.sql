-- Adds the referrals of a batch.
INSERT INTO referral (
    shard, week, at, id, requester, name, service, region, priority, person, basis, regime,
    reference, discloser, sections, provider, admitted
)
SELECT
    $1, $2, $3, unnest($4::uuid[]), unnest($5::text[]), unnest($6::text[]), unnest($7::text[]),
    unnest($8::text[]), unnest($9::smallint[]), unnest($10::uuid[]),
    unnest($11::text[])::basis_kind, unnest($12::text[]), unnest($13::text[]),
    unnest($14::text[]), unnest($15::text[]), unnest($16::text[]), unnest($17::bigint[])
