-- The first schema: the event log and what lies beside it.
--
-- Rows are appended and never changed, but for the shard's owner and the counters. What grows with
-- traffic is partitioned by the week of its admission (weeks since 1970, UTC), so that it can be
-- reclaimed by dropping partitions; `shard` leads every key, so that a later version can hold
-- several networks in one database.

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
    lookup      bytea NOT NULL CHECK (octet_length(lookup) = 32),
    alias       uuid NOT NULL,
    generation  integer NOT NULL,
    wrapped_key bytea,
    PRIMARY KEY (shard, lookup)
);
CREATE UNIQUE INDEX person_alias ON person (shard, alias);

-- What deduplication remembers of each accepted message.
CREATE TABLE message (
    shard    smallint NOT NULL,
    week     integer NOT NULL,
    sender   text NOT NULL,
    id       text NOT NULL,
    nonce    bytea NOT NULL,
    digest   bytea NOT NULL CHECK (octet_length(digest) = 32),
    position bigint NOT NULL,
    PRIMARY KEY (shard, sender, id, week)
) PARTITION BY RANGE (week);

-- What never changes of a referral and is no content. Its identifier begins with the time of its
-- admission, so the week can be told from it.
CREATE TABLE referral (
    shard           smallint NOT NULL,
    week            integer NOT NULL,
    id              uuid NOT NULL,
    requester       text NOT NULL,
    name            text NOT NULL,
    service         text NOT NULL,
    region          text NOT NULL,
    priority        smallint NOT NULL CHECK (priority BETWEEN 0 AND 3),
    person          uuid NOT NULL,
    basis           text NOT NULL CHECK (basis IN ('consent', 'law', 'vital-interest')),
    regime          text,
    reference       text,
    discloser       text NOT NULL,
    sections        text NOT NULL,
    provider        text,
    admitted        bigint NOT NULL,
    at              timestamptz NOT NULL,
    CHECK ((basis = 'law') = (regime IS NOT NULL)),
    PRIMARY KEY (shard, id, week),
    UNIQUE (shard, requester, name, week)
) PARTITION BY RANGE (week);

-- Protected content, by section, each under a key of its own that the person's key wraps. To
-- destroy content is to set `wrapped_key` to null.
CREATE TABLE section (
    shard       smallint NOT NULL,
    week        integer NOT NULL,
    body        bigint NOT NULL,
    ordinal     smallint NOT NULL,
    label       text NOT NULL,
    person      uuid NOT NULL,
    wrapped_key bytea,
    sealed      bytea NOT NULL,
    PRIMARY KEY (shard, body, ordinal, week)
) PARTITION BY RANGE (week);
ALTER TABLE section ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- The log: what happened, dense in commit order. A status is the last event's.
CREATE TABLE event (
    shard      smallint NOT NULL,
    week       integer NOT NULL,
    position   bigint NOT NULL CHECK (position > 0),
    at         timestamptz NOT NULL,
    kind       text NOT NULL CHECK (
        kind IN (
            'admitted', 'assigned', 'unserved', 'updated', 'cancelled', 'queued', 'noticed',
            'handed-over', 'returned', 'settled', 'quarantined', 'withdrawn', 'network-applied'
        )
    ),
    actor      text NOT NULL,
    network    integer NOT NULL,
    referral   uuid,
    version    integer NOT NULL,
    assignment smallint CHECK (assignment > 0),
    status     text CHECK (
        status IN (
            'requested', 'received', 'accepted', 'rejected', 'on-hold', 'in-progress',
            'completed', 'failed', 'cancelled'
        )
    ),
    reason     text,
    agreement  text,
    inbox      text,
    priority   smallint CHECK (priority BETWEEN 0 AND 3),
    body       bigint,
    entry      bigint,
    attempt    smallint NOT NULL,
    outcome    text CHECK (
        outcome IN ('accepted', 'rejected', 'released', 'modified', 'lost')
    ),
    code       text,
    lane       smallint NOT NULL CHECK (lane BETWEEN -1 AND 1),
    load       smallint NOT NULL CHECK (load BETWEEN -1 AND 1),
    CHECK ((referral IS NULL) = (version = 0)),
    CHECK (kind NOT IN ('assigned', 'queued', 'noticed') OR
           (inbox IS NOT NULL AND priority IS NOT NULL AND referral IS NOT NULL)),
    CHECK (kind <> 'assigned' OR
           (assignment IS NOT NULL AND body IS NOT NULL AND status = 'requested')),
    CHECK (kind NOT IN ('handed-over', 'returned', 'settled', 'quarantined') OR
           (entry IS NOT NULL AND inbox IS NOT NULL)),
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
-- Who began to wait, and what was set aside: few rows.
CREATE INDEX event_unserved ON event (shard, position) WHERE kind = 'unserved';
CREATE INDEX event_quarantined ON event (shard, position) WHERE kind = 'quarantined';

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
-- then, which waits for no reader (a dump holds its locks until it ends), and not for long.
CREATE FUNCTION make_weeks(first_week integer, last_week integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = throughcare, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    parent text;
    week   integer;
BEGIN
    FOREACH parent IN ARRAY ARRAY['message', 'referral', 'section', 'event'] LOOP
        FOR week IN first_week..last_week LOOP
            IF to_regclass(format('throughcare.%I', parent || '_' || week)) IS NULL THEN
                EXECUTE format(
                    'CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS '
                    'INCLUDING STORAGE)', parent || '_' || week, parent);
                EXECUTE format(
                    'ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                    parent, parent || '_' || week, week, week + 1);
            END IF;
        END LOOP;
    END LOOP;
END
$$;

-- Locks the shard's row for the transaction, or ends it: another broker owns the shard now.
CREATE FUNCTION own(owned smallint, as_epoch bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM shard WHERE shard.shard = owned AND epoch = as_epoch FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another broker owns shard %', owned USING ERRCODE = 'TC001';
    END IF;
END
$$;
