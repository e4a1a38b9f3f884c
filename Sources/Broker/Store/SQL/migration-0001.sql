-- The first schema: the event log and what lies beside it.
--
-- Rows are appended and never changed, but for the shard's owner and the counters. What grows with
-- traffic is partitioned by the week of its admission (weeks since 1970, UTC), so that it can be
-- reclaimed by dropping partitions; `shard` leads every key, so that a later version can hold
-- several networks in one database. What keys are found by is compared byte by byte (`COLLATE
-- "C"`), whatever the database's own order is, and whatever a later release of the system makes of
-- that.

-- What a single value may be is said by its type: PostgreSQL reads a table's CHECK anew for each
-- statement, and a type's once for a session.
CREATE TYPE event_kind AS ENUM (
    'admitted', 'assigned', 'unserved', 'updated', 'cancelled', 'queued', 'noticed',
    'handed-over', 'returned', 'settled', 'quarantined', 'withdrawn', 'network-applied'
);
CREATE TYPE assignment_status AS ENUM (
    'requested', 'received', 'accepted', 'rejected', 'on-hold', 'in-progress', 'completed',
    'failed', 'cancelled'
);
CREATE TYPE delivery_outcome AS ENUM ('accepted', 'rejected', 'released', 'modified', 'lost');
CREATE TYPE basis_kind AS ENUM ('consent', 'law', 'vital-interest');
CREATE DOMAIN log_position AS bigint CHECK (VALUE > 0);
CREATE DOMAIN assignment_number AS smallint CHECK (VALUE > 0);
CREATE DOMAIN priority_level AS smallint CHECK (VALUE BETWEEN 0 AND 3);
CREATE DOMAIN counter_step AS smallint CHECK (VALUE BETWEEN -1 AND 1);
CREATE DOMAIN sha256_digest AS bytea CHECK (octet_length(VALUE) = 32);
-- The epoch of a shard's owner, where there was one to be found.
CREATE DOMAIN owned_epoch AS bigint
    CONSTRAINT another_broker_owns_the_shard CHECK (VALUE IS NOT NULL);

-- Who owns a shard. A broker locks its row in every batch; a successor raises the epoch.
CREATE TABLE shard (
    shard       smallint PRIMARY KEY,
    broker      uuid NOT NULL,
    epoch       bigint NOT NULL CHECK (epoch > 0),
    backend_pid integer NOT NULL,
    claimed_at  timestamptz NOT NULL
);

-- Secrets of the store's own, wrapped by the master key of `generation`.
CREATE TABLE secret (
    shard      smallint NOT NULL,
    name       text NOT NULL CHECK (name IN ('person-lookup', 'canary')),
    generation integer NOT NULL,
    wrapped    bytea NOT NULL,
    PRIMARY KEY (shard, name)
);

-- Every version of the network that was ever applied, as its author wrote it.
CREATE TABLE network (
    shard    smallint NOT NULL,
    version  integer NOT NULL CHECK (version > 0),
    at       timestamptz NOT NULL,
    author   text NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (shard, version)
);

-- Persons, by a keyed digest of their identifiers. The alias stands for them everywhere else;
-- destroying `wrapped_key` destroys all content about them.
CREATE TABLE person (
    shard       smallint NOT NULL,
    lookup      sha256_digest NOT NULL,
    alias       uuid NOT NULL,
    generation  integer NOT NULL,
    wrapped_key bytea,
    PRIMARY KEY (shard, lookup)
);
CREATE UNIQUE INDEX person_alias ON person (shard, alias);

-- What deduplication remembers of each accepted message. (Keys of two names begin with the one that
-- differs most: each step through an index compares names.)
CREATE TABLE message (
    shard    smallint NOT NULL,
    week     integer NOT NULL,
    sender   text COLLATE "C" NOT NULL,
    id       text COLLATE "C" NOT NULL,
    nonce    bytea NOT NULL,
    digest   sha256_digest NOT NULL,
    position log_position NOT NULL,
    PRIMARY KEY (shard, id, sender, week)
) PARTITION BY RANGE (week);

-- What never changes of a referral and is no content. Its identifier begins with the time of its
-- admission, so the week can be told from it.
CREATE TABLE referral (
    shard           smallint NOT NULL,
    week            integer NOT NULL,
    id              uuid NOT NULL,
    requester       text COLLATE "C" NOT NULL,
    name            text COLLATE "C" NOT NULL,
    service         text NOT NULL,
    region          text NOT NULL,
    priority        priority_level NOT NULL,
    person          uuid NOT NULL,
    basis           basis_kind NOT NULL,
    regime          text,
    reference       text,
    discloser       text NOT NULL,
    sections        text NOT NULL,
    provider        text,
    admitted        log_position NOT NULL,
    at              timestamptz NOT NULL,
    CHECK ((basis = 'law') = (regime IS NOT NULL)),
    PRIMARY KEY (shard, id, week),
    UNIQUE (shard, name, requester, week)
) PARTITION BY RANGE (week);

-- Protected content: the sections of a body, sealed each under a key of its own; the person's key
-- wraps those keys together. `labels` names the sections, between spaces and in their order;
-- `sealed` has each behind its length in four bytes. To destroy a section is to write the row anew
-- without it; to destroy all of them is to set `wrapped_keys` to null.
CREATE TABLE content (
    shard        smallint NOT NULL,
    week         integer NOT NULL,
    body         log_position NOT NULL,
    person       uuid NOT NULL,
    labels       text NOT NULL,
    wrapped_keys bytea,
    sealed       bytea NOT NULL,
    PRIMARY KEY (shard, body, week)
) PARTITION BY RANGE (week);
ALTER TABLE content ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- What each kind of event must say. A function, because a constraint is a tree of text that is
-- read for each statement: this one is short, and the function's own plan is kept.
CREATE FUNCTION event_is_whole(
    kind event_kind, referral uuid, version integer, assignment smallint, status assignment_status,
    inbox text, priority smallint, body bigint, entry bigint
) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (referral IS NULL) = (version = 0) AND CASE
        WHEN kind = 'assigned' THEN
            referral IS NOT NULL AND inbox IS NOT NULL AND priority IS NOT NULL
            AND assignment IS NOT NULL AND body IS NOT NULL
            AND coalesce(status = 'requested', false)
        WHEN kind IN ('queued', 'noticed') THEN
            referral IS NOT NULL AND inbox IS NOT NULL AND priority IS NOT NULL
        WHEN kind IN ('handed-over', 'returned', 'settled', 'quarantined') THEN
            entry IS NOT NULL AND inbox IS NOT NULL
        ELSE true
    END;
END
$$;

-- The log: what happened, dense in commit order. A status is the last event's.
CREATE TABLE event (
    shard      smallint NOT NULL,
    week       integer NOT NULL,
    position   log_position NOT NULL,
    at         timestamptz NOT NULL,
    kind       event_kind NOT NULL,
    actor      text NOT NULL,
    network    integer NOT NULL,
    referral   uuid,
    version    integer NOT NULL,
    assignment assignment_number,
    status     assignment_status,
    reason     text,
    agreement  text,
    inbox      text COLLATE "C",
    priority   priority_level,
    body       bigint,
    entry      bigint,
    attempt    smallint NOT NULL,
    outcome    delivery_outcome,
    code       text,
    lane       counter_step NOT NULL,
    load       counter_step NOT NULL,
    CONSTRAINT event_is_whole CHECK (
        event_is_whole(
            kind, referral, version, assignment, status, inbox, priority, body, entry)
    ),
    PRIMARY KEY (shard, position, week)
) PARTITION BY RANGE (week);
-- A referral's history.
CREATE INDEX event_referral ON event (shard, referral, position) WHERE referral IS NOT NULL;
-- The entries of an inbox, in the order in which they are handed over.
CREATE INDEX event_inbox ON event (shard, inbox, priority, position)
    WHERE kind IN ('assigned', 'queued', 'noticed');
-- What became of an entry stands in its referral's history; of one whose referral is not to be
-- found, here: few rows, if any.
CREATE INDEX event_orphan ON event (shard, entry) WHERE entry IS NOT NULL AND referral IS NULL;
-- Who began to wait, what was set aside, and what is held: few rows.
CREATE INDEX event_unserved ON event (shard, position) WHERE kind = 'unserved';
CREATE INDEX event_quarantined ON event (shard, position) WHERE kind = 'quarantined';
CREATE INDEX event_held ON event (shard, position)
    WHERE status = 'on-hold' OR reason IN ('too-early', 'incomplete-information');

-- Counters are kept, not counted: as of the checkpoint, to which the log's tail is added. Narrow,
-- few, and written once in thousands of events.
CREATE TABLE counter (
    shard smallint NOT NULL,
    kind  text NOT NULL,
    key   text NOT NULL,
    value bigint NOT NULL,
    PRIMARY KEY (shard, kind, key)
) WITH (fillfactor = 70);

-- Makes the partitions of these weeks that are not there yet. It runs with its owner's rights, so
-- that the runtime role need not be able to create anything. A table is made first and attached
-- then, which waits for no reader (a dump holds its locks until it ends), and not for long. Nothing
-- in a partition is ever changed, so that there is nothing to clean up: autovacuum does not read it
-- again and again while it grows. (Freezing a very old one is forced by PostgreSQL all the same.)
CREATE FUNCTION make_weeks(first_week integer, last_week integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = throughcare, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    parent text;
    week   integer;
BEGIN
    FOREACH parent IN ARRAY ARRAY['message', 'referral', 'content', 'event'] LOOP
        FOR week IN first_week..last_week LOOP
            IF to_regclass(format('throughcare.%I', parent || '_' || week)) IS NULL THEN
                EXECUTE format(
                    'CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS '
                    'INCLUDING STORAGE) WITH (autovacuum_vacuum_insert_threshold = -1)',
                    parent || '_' || week, parent);
                EXECUTE format(
                    'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                    parent, parent || '_' || week, week, week + 1);
            END IF;
        END LOOP;
    END LOOP;
END
$$;
