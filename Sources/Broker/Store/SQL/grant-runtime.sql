-- What the broker's own role may do where another role owns the schema: append to what is only
-- appended to, change what changes, and drop nothing.
GRANT USAGE ON SCHEMA throughcare TO $ROLE;
GRANT SELECT ON ALL TABLES IN SCHEMA throughcare TO $ROLE;
GRANT INSERT ON
    throughcare.secret, throughcare.network, throughcare.person, throughcare.message,
    throughcare.referral, throughcare.content, throughcare.event
TO $ROLE;
GRANT INSERT, UPDATE ON throughcare.shard, throughcare.counter TO $ROLE;
REVOKE ALL ON FUNCTION throughcare.make_weeks(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION throughcare.make_weeks(integer, integer) TO $ROLE;
