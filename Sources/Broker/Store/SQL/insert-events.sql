-- Appends the events of a batch to the log. (Functions that return sets, side by side in the list:
-- as a table function, PostgreSQL would first put each column aside.)
INSERT INTO event (
    shard, week, at, network, position, kind, actor, referral, version, assignment, status,
    reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load
)
SELECT
    $1, $2, $3, unnest($4::integer[]), unnest($5::bigint[]), unnest($6::text[])::event_kind,
    unnest($7::text[]), unnest($8::uuid[]), unnest($9::integer[]), unnest($10::smallint[]),
    unnest($11::text[])::assignment_status, unnest($12::text[]), unnest($13::text[]),
    unnest($14::text[]), unnest($15::smallint[]), unnest($16::bigint[]), unnest($17::bigint[]),
    unnest($18::smallint[]), unnest($19::text[])::delivery_outcome, unnest($20::text[]),
    unnest($21::smallint[]), unnest($22::smallint[])
