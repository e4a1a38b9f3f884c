-- Appends the events of a batch to the log.
INSERT INTO event (
    shard, week, at, network, position, kind, actor, referral, version, assignment, status,
    reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load
)
SELECT $1, $2, $3, *
FROM unnest(
    $4::integer[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::integer[],
    $10::smallint[], $11::text[], $12::text[], $13::text[], $14::text[], $15::smallint[],
    $16::bigint[], $17::bigint[], $18::smallint[], $19::text[], $20::text[], $21::smallint[],
    $22::smallint[]
)
