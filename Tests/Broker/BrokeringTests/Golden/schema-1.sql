SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA throughcare;
CREATE FUNCTION throughcare.make_weeks(first_week integer, last_week integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'throughcare', 'pg_temp'
    SET lock_timeout TO '500ms'
    AS $$
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
CREATE FUNCTION throughcare.own(owned smallint, as_epoch bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM FROM shard WHERE shard.shard = owned AND epoch = as_epoch FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another broker owns shard %', owned USING ERRCODE = 'TC001';
    END IF;
END
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE throughcare.counter (
    shard smallint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    value bigint NOT NULL
)
WITH (fillfactor='70');
CREATE TABLE throughcare.event (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment smallint,
    status text,
    reason text,
    agreement text,
    inbox text,
    priority smallint,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome text,
    code text,
    lane smallint NOT NULL,
    load smallint NOT NULL,
    CONSTRAINT event_assignment_check CHECK ((assignment > 0)),
    CONSTRAINT event_check CHECK (((referral IS NULL) = (version = 0))),
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL) AND (referral IS NOT NULL)))),
    CONSTRAINT event_check2 CHECK (((kind <> 'assigned'::text) OR ((assignment IS NOT NULL) AND (body IS NOT NULL) AND (status = 'requested'::text)))),
    CONSTRAINT event_check3 CHECK (((kind <> ALL (ARRAY['handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text])) OR ((entry IS NOT NULL) AND (inbox IS NOT NULL)))),
    CONSTRAINT event_kind_check CHECK ((kind = ANY (ARRAY['admitted'::text, 'assigned'::text, 'unserved'::text, 'updated'::text, 'cancelled'::text, 'queued'::text, 'noticed'::text, 'handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text, 'withdrawn'::text, 'network-applied'::text]))),
    CONSTRAINT event_lane_check CHECK (((lane >= '-1'::integer) AND (lane <= 1))),
    CONSTRAINT event_load_check CHECK (((load >= '-1'::integer) AND (load <= 1))),
    CONSTRAINT event_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'released'::text, 'modified'::text, 'lost'::text]))),
    CONSTRAINT event_position_check CHECK (("position" > 0)),
    CONSTRAINT event_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT event_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'received'::text, 'accepted'::text, 'rejected'::text, 'on-hold'::text, 'in-progress'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.event_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment smallint,
    status text,
    reason text,
    agreement text,
    inbox text,
    priority smallint,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome text,
    code text,
    lane smallint NOT NULL,
    load smallint NOT NULL,
    CONSTRAINT event_assignment_check CHECK ((assignment > 0)),
    CONSTRAINT event_check CHECK (((referral IS NULL) = (version = 0))),
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL) AND (referral IS NOT NULL)))),
    CONSTRAINT event_check2 CHECK (((kind <> 'assigned'::text) OR ((assignment IS NOT NULL) AND (body IS NOT NULL) AND (status = 'requested'::text)))),
    CONSTRAINT event_check3 CHECK (((kind <> ALL (ARRAY['handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text])) OR ((entry IS NOT NULL) AND (inbox IS NOT NULL)))),
    CONSTRAINT event_kind_check CHECK ((kind = ANY (ARRAY['admitted'::text, 'assigned'::text, 'unserved'::text, 'updated'::text, 'cancelled'::text, 'queued'::text, 'noticed'::text, 'handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text, 'withdrawn'::text, 'network-applied'::text]))),
    CONSTRAINT event_lane_check CHECK (((lane >= '-1'::integer) AND (lane <= 1))),
    CONSTRAINT event_load_check CHECK (((load >= '-1'::integer) AND (load <= 1))),
    CONSTRAINT event_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'released'::text, 'modified'::text, 'lost'::text]))),
    CONSTRAINT event_position_check CHECK (("position" > 0)),
    CONSTRAINT event_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT event_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'received'::text, 'accepted'::text, 'rejected'::text, 'on-hold'::text, 'in-progress'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE TABLE throughcare.event_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment smallint,
    status text,
    reason text,
    agreement text,
    inbox text,
    priority smallint,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome text,
    code text,
    lane smallint NOT NULL,
    load smallint NOT NULL,
    CONSTRAINT event_assignment_check CHECK ((assignment > 0)),
    CONSTRAINT event_check CHECK (((referral IS NULL) = (version = 0))),
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL) AND (referral IS NOT NULL)))),
    CONSTRAINT event_check2 CHECK (((kind <> 'assigned'::text) OR ((assignment IS NOT NULL) AND (body IS NOT NULL) AND (status = 'requested'::text)))),
    CONSTRAINT event_check3 CHECK (((kind <> ALL (ARRAY['handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text])) OR ((entry IS NOT NULL) AND (inbox IS NOT NULL)))),
    CONSTRAINT event_kind_check CHECK ((kind = ANY (ARRAY['admitted'::text, 'assigned'::text, 'unserved'::text, 'updated'::text, 'cancelled'::text, 'queued'::text, 'noticed'::text, 'handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text, 'withdrawn'::text, 'network-applied'::text]))),
    CONSTRAINT event_lane_check CHECK (((lane >= '-1'::integer) AND (lane <= 1))),
    CONSTRAINT event_load_check CHECK (((load >= '-1'::integer) AND (load <= 1))),
    CONSTRAINT event_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'released'::text, 'modified'::text, 'lost'::text]))),
    CONSTRAINT event_position_check CHECK (("position" > 0)),
    CONSTRAINT event_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT event_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'received'::text, 'accepted'::text, 'rejected'::text, 'on-hold'::text, 'in-progress'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE TABLE throughcare.event_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment smallint,
    status text,
    reason text,
    agreement text,
    inbox text,
    priority smallint,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome text,
    code text,
    lane smallint NOT NULL,
    load smallint NOT NULL,
    CONSTRAINT event_assignment_check CHECK ((assignment > 0)),
    CONSTRAINT event_check CHECK (((referral IS NULL) = (version = 0))),
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL) AND (referral IS NOT NULL)))),
    CONSTRAINT event_check2 CHECK (((kind <> 'assigned'::text) OR ((assignment IS NOT NULL) AND (body IS NOT NULL) AND (status = 'requested'::text)))),
    CONSTRAINT event_check3 CHECK (((kind <> ALL (ARRAY['handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text])) OR ((entry IS NOT NULL) AND (inbox IS NOT NULL)))),
    CONSTRAINT event_kind_check CHECK ((kind = ANY (ARRAY['admitted'::text, 'assigned'::text, 'unserved'::text, 'updated'::text, 'cancelled'::text, 'queued'::text, 'noticed'::text, 'handed-over'::text, 'returned'::text, 'settled'::text, 'quarantined'::text, 'withdrawn'::text, 'network-applied'::text]))),
    CONSTRAINT event_lane_check CHECK (((lane >= '-1'::integer) AND (lane <= 1))),
    CONSTRAINT event_load_check CHECK (((load >= '-1'::integer) AND (load <= 1))),
    CONSTRAINT event_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text, 'released'::text, 'modified'::text, 'lost'::text]))),
    CONSTRAINT event_position_check CHECK (("position" > 0)),
    CONSTRAINT event_priority_check CHECK (((priority >= 0) AND (priority <= 3))),
    CONSTRAINT event_status_check CHECK ((status = ANY (ARRAY['requested'::text, 'received'::text, 'accepted'::text, 'rejected'::text, 'on-hold'::text, 'in-progress'::text, 'completed'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE TABLE throughcare.message (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL,
    id text NOT NULL,
    nonce bytea NOT NULL,
    digest bytea NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT message_digest_check CHECK ((octet_length(digest) = 32))
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.message_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL,
    id text NOT NULL,
    nonce bytea NOT NULL,
    digest bytea NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT message_digest_check CHECK ((octet_length(digest) = 32))
);
CREATE TABLE throughcare.message_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL,
    id text NOT NULL,
    nonce bytea NOT NULL,
    digest bytea NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT message_digest_check CHECK ((octet_length(digest) = 32))
);
CREATE TABLE throughcare.message_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL,
    id text NOT NULL,
    nonce bytea NOT NULL,
    digest bytea NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT message_digest_check CHECK ((octet_length(digest) = 32))
);
CREATE TABLE throughcare.network (
    shard smallint NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    author text NOT NULL,
    document text NOT NULL,
    CONSTRAINT network_version_check CHECK ((version > 0))
);
CREATE TABLE throughcare.person (
    shard smallint NOT NULL,
    lookup bytea NOT NULL,
    alias uuid NOT NULL,
    generation integer NOT NULL,
    wrapped_key bytea,
    CONSTRAINT person_lookup_check CHECK ((octet_length(lookup) = 32))
);
CREATE TABLE throughcare.referral (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL,
    name text NOT NULL,
    service text NOT NULL,
    region text NOT NULL,
    priority smallint NOT NULL,
    person uuid NOT NULL,
    basis text NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text, 'vital-interest'::text]))),
    CONSTRAINT referral_check CHECK (((basis = 'law'::text) = (regime IS NOT NULL))),
    CONSTRAINT referral_priority_check CHECK (((priority >= 0) AND (priority <= 3)))
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.referral_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL,
    name text NOT NULL,
    service text NOT NULL,
    region text NOT NULL,
    priority smallint NOT NULL,
    person uuid NOT NULL,
    basis text NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text, 'vital-interest'::text]))),
    CONSTRAINT referral_check CHECK (((basis = 'law'::text) = (regime IS NOT NULL))),
    CONSTRAINT referral_priority_check CHECK (((priority >= 0) AND (priority <= 3)))
);
CREATE TABLE throughcare.referral_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL,
    name text NOT NULL,
    service text NOT NULL,
    region text NOT NULL,
    priority smallint NOT NULL,
    person uuid NOT NULL,
    basis text NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text, 'vital-interest'::text]))),
    CONSTRAINT referral_check CHECK (((basis = 'law'::text) = (regime IS NOT NULL))),
    CONSTRAINT referral_priority_check CHECK (((priority >= 0) AND (priority <= 3)))
);
CREATE TABLE throughcare.referral_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL,
    name text NOT NULL,
    service text NOT NULL,
    region text NOT NULL,
    priority smallint NOT NULL,
    person uuid NOT NULL,
    basis text NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text, 'vital-interest'::text]))),
    CONSTRAINT referral_check CHECK (((basis = 'law'::text) = (regime IS NOT NULL))),
    CONSTRAINT referral_priority_check CHECK (((priority >= 0) AND (priority <= 3)))
);
CREATE TABLE throughcare.schema_version (
    version integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE throughcare.secret (
    shard smallint NOT NULL,
    name text NOT NULL,
    generation integer NOT NULL,
    wrapped bytea NOT NULL,
    CONSTRAINT secret_name_check CHECK ((name = ANY (ARRAY['person-lookup'::text, 'canary'::text])))
);
CREATE TABLE throughcare.section (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body bigint NOT NULL,
    ordinal smallint NOT NULL,
    label text NOT NULL,
    person uuid NOT NULL,
    wrapped_key bytea,
    sealed bytea NOT NULL
)
PARTITION BY RANGE (week);
ALTER TABLE ONLY throughcare.section ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.section_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body bigint NOT NULL,
    ordinal smallint NOT NULL,
    label text NOT NULL,
    person uuid NOT NULL,
    wrapped_key bytea,
    sealed bytea NOT NULL
);
ALTER TABLE ONLY throughcare.section_2811 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.section_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body bigint NOT NULL,
    ordinal smallint NOT NULL,
    label text NOT NULL,
    person uuid NOT NULL,
    wrapped_key bytea,
    sealed bytea NOT NULL
);
ALTER TABLE ONLY throughcare.section_2812 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.section_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body bigint NOT NULL,
    ordinal smallint NOT NULL,
    label text NOT NULL,
    person uuid NOT NULL,
    wrapped_key bytea,
    sealed bytea NOT NULL
);
ALTER TABLE ONLY throughcare.section_2813 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.shard (
    shard smallint NOT NULL,
    broker uuid NOT NULL,
    epoch bigint NOT NULL,
    backend_pid integer NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    CONSTRAINT shard_epoch_check CHECK ((epoch > 0))
);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.section ATTACH PARTITION throughcare.section_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.section ATTACH PARTITION throughcare.section_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.section ATTACH PARTITION throughcare.section_2813 FOR VALUES FROM (2813) TO (2814);
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-2	1
0	agreement-load	pair-1	1
0	agreement-load	pair-3	1
0	agreement-load	pair-4	1
0	agreement-load	pair-0	1
0	agency-use	clinic-1	15
0	agency-use	clinic-3	29
0	agency-use	clinic-2	25
0	agency-use	clinic-4	37
0	agency-use	clinic-0	5
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-73b5-bbed-4fce09adde28	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-73b5-bbed-4fce09adde28	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7474-a19f-7dd67f46be2b	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7474-a19f-7dd67f46be2b	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-7474-a19f-7dd67f46be2b	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-7474-a19f-7dd67f46be2b	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7289-8393-3f56037c54be	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7289-8393-3f56037c54be	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7289-8393-3f56037c54be	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7289-8393-3f56037c54be	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7289-8393-3f56037c54be	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7289-8393-3f56037c54be	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-793d-9bb0-02d9a6442dce	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-793d-9bb0-02d9a6442dce	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-793d-9bb0-02d9a6442dce	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-793d-9bb0-02d9a6442dce	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-70c3-a5c4-1fdcb517f227	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-70c3-a5c4-1fdcb517f227	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-70c3-a5c4-1fdcb517f227	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-70c3-a5c4-1fdcb517f227	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-70c3-a5c4-1fdcb517f227	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7777-85dd-319f8ff7700f	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-7777-85dd-319f8ff7700f	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7777-85dd-319f8ff7700f	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-71a0-b4ba-24cc57f6eb14	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-71a0-b4ba-24cc57f6eb14	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-71a0-b4ba-24cc57f6eb14	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-76d6-847c-468ea8f0d7c7	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-76d6-847c-468ea8f0d7c7	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\x82bd5ca0b04c05bd0889ff85dd62e535	\\xb29ca52ae376f6a44c407284c1303d239ae616f0159aa104f9e68e0bbaee4c3c	2
0	2811	prison-0	cancelled	\\x141e9e210052b2481b39639e9183adb0	\\x63a965bddb46a42f2443601e2c60a2d2c4c24b236e0c238c37a72c8aa3634423	4
0	2811	prison-0	c1	\\x8343d0eca11042d17c462deeea818658	\\x9602d6cb6ac519d91aaffe9fcf853f2fbed7dd24df0e9dcca7fb4b67c5a4ae86	7
0	2811	prison-1	accepted	\\xfafadc5325726d748267ff609821c955	\\x46c531415dc161581ffb4a0af363ff7098f0c2b7011bb5d5cbcbb978000ac63a	8
0	2811	clinic-1	d1	\\x5b645548c547d86a1e3b19ae1597cbde	\\x083f599e77c8f2ce8fc151aab9a3d846a44e80287bfd23fe020e9e739722a7f0	12
0	2811	prison-1	completed	\\x9341d56bd67b62d5b1c34f69a6fb50fb	\\xeac74073bdfa8df274c71cd3b5cb492d60241d2e8c11e1ebf65874f04a3a218c	14
0	2811	clinic-1	d2	\\x5245ea99a135dee045e99d86aa25240b	\\xb56b3f90bbebce2bdf24fe1c653565cecb74c5bb21c18e41dacd75de15efe4a0	18
0	2811	clinic-1	d3	\\x95c5c48ca3476f117417c3225aeca563	\\xab4ca3016963c6dae02523c487f91360b11ebf5ae6a6b8c99df2dc33a26ad0e3	20
0	2811	clinic-1	d4	\\xda433519207711e77526c2840da68c16	\\xd42afdccc30653625404f16a43520a3d1de8dbc1a6406ae883851e54e499db68	22
0	2811	prison-2	returned	\\x8382e1378398eb37c3fbfacc566d30ee	\\xb27f88eb82253984d93de21bc32715e37401ea8c142a71ba604fb69b5a7f044b	24
0	2811	prison-3	quarantined	\\xdd74545d66360e55184809e5f1f422b2	\\xd452b9aa67d1633731313dc8d2156bf268d19dc086a1e867ccf5b4b7f8c6bd5d	28
0	2811	prison-4	waiting	\\x132b31cdec7863cbd7b688518c388680	\\x4964e05c624b92e9212eb0e97cc7f59e214b5687f835174139683567479c2092	33
0	2811	prison-4	in-flight	\\xb3e80dc93fd2e34550075a9ded34a1e1	\\xe189564dede90a621f81fd3063a248b5a996b9b3c7a7effea7dede2c0b82ef84	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x28ca7551a54b35cffb6e99c654eee3f8	\\x85dcd51d7ee7029be3d9b40825782a6e371ccc8965b828595fe4ac277a9fadf8	40
0	2812	clinic-5	d5	\\xbe4e77f7a11dedd1ccc5172dfc54981c	\\x49cebe101506c77991328a1a7e570d18133f4c93674ac40723b5deb56e348e4b	44
0	2812	prison-5	later	\\xc36383a35c64482f8efaa7a9e7181f6f	\\x7ddd26caa34f67208f3196e42d5a19ad885bba7b41fca420c75635674892bcbb	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\xb4223175e6cea502025b7900dc15312030ccf48b5f1f39ad56d666faaa72b655	018bec9a-0a00-770f-ba2b-8465e20ef0ba	1	\\x93334e46f8f3e6f5b45ba71cede06a7bac5a7dcffde92c9f8f86873a61a5abd57176447bd48ad22560f419a38975c1cbcce1efb134f669b895cd1d2b
0	\\xc8a3f6c6e56ee93fa03d095d126e228dd1433bc3da3deb35a9b32a5b951128c3	018bec9a-0a00-76fa-97ef-4591897d7193	1	\\x4d8834c10cccdedc0f2c3dbcc62e86c57a71de34d56f05ab5001519cbd74fee119f1d486e28dd8a5e01d068f60e2ccdacb9b9e5c8c9db61cf27b4631
0	\\x7e39c52868cb7579571d5069a18c22bc5bf7dd64305ba0f309c38fb39f5bbe8b	018bec9a-0a00-7601-aee4-494f1f5a7ffb	1	\\x1562c17d7e5067fd74a701f7045d988f106f31ca526b7717db97bd568d5a8cb7715e7a90439c7e7614dd26897121f7ab9e822d462b37e71963f700f8
0	\\x73f79e9d9fd74c0499c131249fd4d967c3d694c3f8cfafc3950f3aeb2427e980	018bec9a-0a00-7568-8028-6590ff4fd5de	1	\\xf64c801bbd8665b88a0ebe27ec5ef2b4d5646fe8bc46cc706c741948357cd53ea09fc6e804ea57f154bf2c0fc655e3bd0f35b56baf5019751bcfd01d
0	\\x66a00f18385f68909cec0400ded8cfa10a74d8f9a6cc87dd3d7e856137bd4579	018bec9a-0a00-7a7c-ab6c-ecbedb757678	1	\\xe48bdd557ade9ba8af1638ec1ded5565cad2275b7ce0463384928016cc09f948ec123f6b6a0c914d20f70c89f5209f667c96835e97b88c85a0b5ebd6
0	\\x2f55509e2fdc5812a9feba98266084ee3f77ff0d602bf04d8c6a987db296de28	018bec9a-0a00-7ceb-9043-7400be882793	1	\\x9f3fd32cfeb2a5a006493eabbda259c6832cc8eb79e822ff37cde2656ba70ccb0b2949c43ad4c156e0583dfac6f20f0641241bd6f927b4ff11147a24
0	\\x07bb890794f89ae121d0050fae0ae78042665961cf892429eca6bdb1f7ffcf1a	018bec9a-0a00-771b-bc60-62e003354261	1	\\x1b03f9b10d392772665117cac95858bd66220e9d95f0bab673d90195a3fad3061b3d9a80e6247e2f9d1ea9738463a596e6012084d0c6daf72096b0e2
0	\\xaf70b96786e1688f6281e460084cd5c623af9d3226db7019ea43238c0b85cc96	018bec9a-0a00-72e9-8168-085656e35e0c	1	\\x250d69d46334979210b4fd4795420ff8b4a7b36ea72e8b3bc9dae017c6946a5a8f7cd8deba07efd6071d349d6b92cf6b7cad3280b63ba26c09564948
0	\\x0148c80e56ba692a8d45e683516858adb77df5f04f46dc9a6d26dfb94d58f536	018c10a6-8e00-7e02-905e-7b6076e33def	1	\\x7e97ff2793599fb46d6804eb1ca9225670e66238050ba199f0e9e0a424f42c16cb7c3563d792693fbee6a93f584f2da29c265dc077f08f6b9ef7456d
0	\\x43a18a6a4efdca88bb9a0dbc3a4d6abe8bf25b36088d0387c0696fc1c571671f	018c10a6-8e00-76bd-b459-a39aa26f73ed	1	\\x74e74881f5eada7673b851465da92570e29202ce5d649f13549a0f95369822d0b388d8e455455889c0b2cb17faf6cb23947f251aac91dbab43ad493c
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-73b5-bbed-4fce09adde28	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-770f-ba2b-8465e20ef0ba	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7474-a19f-7dd67f46be2b	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-76fa-97ef-4591897d7193	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7289-8393-3f56037c54be	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-7601-aee4-494f1f5a7ffb	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7ffc-b9fc-f52baeb1d978	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7568-8028-6590ff4fd5de	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-793d-9bb0-02d9a6442dce	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-7a7c-ab6c-ecbedb757678	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-70c3-a5c4-1fdcb517f227	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7ceb-9043-7400be882793	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7777-85dd-319f8ff7700f	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-771b-bc60-62e003354261	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-71a0-b4ba-24cc57f6eb14	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-72e9-8168-085656e35e0c	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-7a2c-99d9-b1ba0dee26ef	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7e02-905e-7b6076e33def	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-76d6-847c-468ea8f0d7c7	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-76bd-b459-a39aa26f73ed	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-28 16:48:17.766035+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\x4c1b83d4682a3ba2b6647d710cbf3cbb8b5da573c72a067530a0705ef4c284b71a4f99ec07cb0af3d445845ffe82ad1a0dbba3f622d62ad529e31ec4
\.
COPY throughcare.section_2811 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
0	2811	2	0	record	018bec9a-0a00-770f-ba2b-8465e20ef0ba	\\x6e2c036c3b25d2ae6c493bd0f75885e85360ada56f5911048f5ddaf4b4498ace36605a9632bdc40049924453ce88fa16c7cd52c235182b9b8bcb69f1	\\x8a88c60b90e9bbe7bb51f91d9a2599f56b5364ef051e96024c89dd51575d8f7874cf485551d2af6b4a4f4038f6e173ed02657e875eaaec19023c8cc1372659d3e26df4b7b0daefaf254c668499a2275b076475a7a56bb27512051a39f26ec3e1456f16e8c925ab6d59b6b8d9a55e13f9e7edcdb403e6cfe4f614f3055065f6910ee8aac79e9f3c0e1d2575cf8d68dd3da7ee86bd557020ba521363095e020caff2ae4ef20ab5562837ca68322cd48e66da6cb77ca20320986a90d7c35a3b00f7ba4301df51ac2bd38eb2158be93d4c3f65fb614ef4e64dc412a3fbf0dfbd1778829bd149a2cfc0efc28d6c15e441f77884d35e3ba5642d1c7a43e396c70a061f09dc764c031c748b7c04
0	2811	2	1	identity	018bec9a-0a00-770f-ba2b-8465e20ef0ba	\\xb2b2a62b8068973c3434602a1009d3a6870ff8e780ecb5c4088f685144e33e705742244294df067963f49da6dcc158c5deae67f35c0eb7ec66d28a11	\\x754bc25ea0018d7c770127d1461b77a755c2ca169fb76c5b5ef2a628a82af5152e35f15e8ed9fb83d46a
0	2811	2	2	health	018bec9a-0a00-770f-ba2b-8465e20ef0ba	\\x9c3409943c623487822eeaa6a7a06d0bbf98721c1a050c002d4d1f847d68370d5b566d78f9b0712d07e3c129e77ba423f28efd8630350ac73963e361	\\xdc2865014676d0467c428a11e16aed147d7f193ff950809e19bfca2b3c5d18daae7989620a4bb0beb735d06f5b8540402ca16fc99ed106038af46518448e3ea42a0c90a7b61d045da749a253e67435f8dc02
0	2811	2	3	attachment/health	018bec9a-0a00-770f-ba2b-8465e20ef0ba	\\xe13d697ff4665358f3f9ef71d40d6dcdd2881d2e62eb7a17973b2babf3b97a0e12162a9c6863c3df1b32cdb4e4c0b8443682525f8d926d6f7b236d8e	\\x0ad855540ae6558849f30e091f865ef054166f6c000a0cc8c495880b7260cf31674377823e0004c088cd6420e047b57c4c0f7e6fa9595c259af22df31fa473645eb779a4da772042508fb398b8b13e9abe644e36be4ca3088f1ab9f80cb6af231b94776d5844ae6123528a809d1e6f070648653d3cff
0	2811	4	0	record	018bec9a-0a00-76fa-97ef-4591897d7193	\\x9392aaf61953dd55ae44b7a1d78d2aa6cacf7f61c9816400172bd4e45db80c03b3f86dad592f025582820129088563bbd14fdeb2e420ffe21315ff37	\\xafe0e40dc992d2562edf763c9f32e6a2eca97ba6b3c43db739cd19c8edd9461dfb458e9f7dd0be53bee8a2da18cb8f0d49a866cd6672f988854821770619e09713c6193fddbe7def5580dc6203e152b0bf4ffcc367116e39a2edf911c0ca69cfab4560436db23e10a5cff6dc78b43fcc3c699df0fe6a9ab5321a66083ce0c10aa8939cc03b8d69225a742312f1df106fc576b58ae499d13847eed34265e4884100f9bd2f6d7197da640f645a801e471adec563e971bc127504256e11d31cafd72d748234f76b34d11477833eb4bf69cc44b94fdcb242ddbcdde403683e613d9458fd79beb635ba887b84e87a395bde5855b4734f6ae29d80069f87ebeb52764adaf7c7e26b72c44bd54d65530c2a4ac3c0
0	2811	4	1	identity	018bec9a-0a00-76fa-97ef-4591897d7193	\\x50fa6c446eb73921f7949ec98d224ca677ed3e674323e85702ae6574ac43bd5907f6e0156ac565f8905f2a405cd1849441914a5867084927681f5b9b	\\xf6409d2fa3e6f5af8d6b28b31e177bf3fd9b1b920c172ca5b8243dc44167242422ff6fd2179d343e77dc
0	2811	4	2	health	018bec9a-0a00-76fa-97ef-4591897d7193	\\x9829666ddd3d418e25cd7d080e7e9efe59e95b2a624e47bcd1c99c3161ebb1ae12bebd368ef966b66aa06dc7a81ddbd4b3744a51f2e6d6371644b969	\\x01d3d0766b04635a6cca36bf0b5c5eb99036b2307d4b967f2d6470b6e9cb8d6da990d3f0263ff72cbd36aafd2bfa0de14421f0e978
0	2811	7	0	record	018bec9a-0a00-76fa-97ef-4591897d7193	\\xf5ebd72c8550b841a71781449f2cfb3d7c26d63a0675ca7ae4f421278c19af3e344b36e56d96d45fb749f7f2d3d738393d7a40674b9de97cf3348b03	\\xd72133aec091ed9b74057191fe7b133737995ef2e3527b067d2183c1d1ce85fed6bae831d98003ac2c0b15785027d909bf56aba303405b3c876aff321957044e04a846e8cc386990d59e767b1aefebdd8cefd0185114e498f6fb33a16f7dc532b4dfa2a4af1006b2b7926b41f91ddd
0	2811	8	0	record	018bec9a-0a00-7601-aee4-494f1f5a7ffb	\\x8f92b22cbc9d76bc577661f747afc6eb4e208a631fb0ac30785f8d91306d63e368ca93adb530c2abcb2231975f207f6a1322e2f4e9414164dc0e5d79	\\x36b252354088e58651fdcf1018ad751e0e04cdb44fe6bf0d477bc246564df06fc6aff794e3318e3e508fb51204a97d93611031fc1de92a7af10d617325aa13f2a678e73247c0d3ad4dec9e65546fcd2bdd37eba51c89e1a4d8babbf108092aab47151bc2072a2ee1a1f405e7655d9ee54df5c0450ff2248a1cabf8381942ec00f8eca43e0c3d2ce062fcd023f78e2173134ab2c310f14b1043450d9b42eeba39629a4d6b66617ec67be1573512ce9c39f0f3c50e1782dffdafeb963e1c49af8e7d937226032b7e886475990bda95e811c8a3f72750c6e913fae3521e43ce1db18f7f940db791210e65d4fef86adf6f569338fbe9fef3ed7332580bcfebce50e4bb260efe47f27e8ea1674120baa065
0	2811	8	1	identity	018bec9a-0a00-7601-aee4-494f1f5a7ffb	\\xb113c1c9da89323a8553f6f32a61002a3db65924095933e0897aade92a72e97e6ef6737ff0ace9ce409c90828926a22666c26c5f4c173679386e4f47	\\x827cf8e6ae1ad18ec14fd55e761c226dabb33daa6e2d1032c5985bead9efe4fd28dbf224c16a03bfb91a
0	2811	8	2	health	018bec9a-0a00-7601-aee4-494f1f5a7ffb	\\x164723a0292c72ee71bcbe23bf6f66b893b05cb23525fdadd2f7e54b8656da2001ab52bdd32c8db908c1072fcd36307c2cb6a5dc11506c0f57040788	\\x4bf54ce56cb7d1f68495548f0be250805e029df9f603f57d082ab96a127c6e62f7fe8de833784153f7f4c9aac5edee0fe4436b4f2d
0	2811	12	0	record	018bec9a-0a00-7601-aee4-494f1f5a7ffb	\\x0508496aac7e22c545a63e53c9b33514c353dcb0a590b717f9f22e12b31b5b111ffa3c304ec7445eb7b31b7891b00d43cf47aa4fdcc712e62b88f436	\\xe29583f35f3b194e7f75c09dd400112f4c8727c35aec40d9e50dcfcc26171691ec6d48886a661dd38d2adf154298da1377b13819f4fc8ae03b40ee0981dda1bd90c98d601228d17f42f89b3bab0a7d1346683405f5063d
0	2811	14	0	record	018bec9a-0a00-7568-8028-6590ff4fd5de	\\x996cdf083f99c174d7d63543c034f2f88f34964398b7e5f3bbad5feec6de5ae90c5a01f984f0a082a0d56ad116f362e3731b20bae3a1af3fb3d6078d	\\x5ac3178ea60d19e6c866295db7224fb6927a5696af4e333457362cd3de9f371f997da2b36e6443290515c40df2de0c6d3c2430a74df4ea6529d7c88dfa7cf0fafb1c69f8d8cdba0d6ff47030115b273a1b488627409750b1d356fa47fa2b0822efb3f814d90949d41f36f32414e29c294308d7b1dd6afcc0cdce48535a233480cf14437e815c8dce7ea58ea6ce37fa58510c50889fff32d2a2d7e2175362499720124a0d98c7f3cedd0aaac9bf1246b53a531ce3ad1de94bdb0b432661bc31bef4b0cb57465d12bcf928283e159d25772819ad9e6a544ea440f848ab199ee011af837a4761d5ff54b3dc7a1b1d5d8a3b16be6a4212e7bae81c8c36843f83546792f41c231d851cd399baf768fefd2b7785
0	2811	14	1	identity	018bec9a-0a00-7568-8028-6590ff4fd5de	\\xb1e7b8eacece866eab6eede0a530ac5bba7616fa92f911113c767bccb52c3963382e7d8f4df6084325cad5878ec079a5ba8780be4840180afb2c9836	\\xcf44ced8ed61bcf18489978a6c1d67b494d57532f0a56e4361893a05f47b2e0b5733c2031a8f50443127
0	2811	14	2	health	018bec9a-0a00-7568-8028-6590ff4fd5de	\\x507c8ea9b7be3eae165059a491f099913eeef45e216b77e42a3860322e1cd3a0ad159ba8b808e3f5f06f1e4054f734e0838474dbd70296fd4dbf10ac	\\x3dfb014d5da93fd939c5e846986944bafbe919fdf90d91bc1f882a050d7e417040685ec979726a42873257fe630547c328a8f7e06a
0	2811	18	0	record	018bec9a-0a00-7568-8028-6590ff4fd5de	\\x3937d2387c4dc06d5eb8f561906059ffeca1ad93a28364b5d0c019df0e145d14d43450ccb409905a3ae4c097df35fdd100da92a82d73bd1807d50378	\\x86b866002ab6de11e0b9458b6622d9ef324618149fe64aa226340b29a020b844814a9be0d81f148939e85ddd8ab4fa0996b0719dead48228c8181832c2d4a1bda6f1a72251eb56c293764fbea0b76cb2b7d3419a9b4a4c
0	2811	20	0	record	018bec9a-0a00-7568-8028-6590ff4fd5de	\\xd22dc420d4981ab2ed0a3b6a5ed7a98c811e4428abf24d4dab757912cc7a252a1c89a0aceaef3ad5f847b6a68eb12c01ab4df93b2411ba543f3d22bb	\\xa494c8f334aa12f8b3a4f34f458e8d0e39cee3e9aa89b9ac35bd19657f103e1fd26eb19adbc6aea4064183fe03d67e82ba1efdd798cc05410bfc328d943a9eefcb4095d9d79fbad708647fc44ae164a3567332156bfa303e1b17
0	2811	22	0	record	018bec9a-0a00-7568-8028-6590ff4fd5de	\\x13017d68a4c68d5c27c33ab589ced7601b73dcbd8170fce24b5405d4f5ae08a575ddfcdd6e0b6f06150c35a7e98a59a66c2223ee7124100ea7a0825c	\\x829f4c28d432fe413b30348b975f22b3e8f8b1055edc398c8da7cd81b4d4f5c05eaa9e13e4722edacd2cfef43d7488e55814181cc0ca92ad6d16cac3d2396476e59e2d255634dd2d286dc755701ece0fd5b29610fce4cb55
0	2811	24	0	record	018bec9a-0a00-7a7c-ab6c-ecbedb757678	\\x9e4f3cd5916a97b6efb4cd5e884ad72b3b88309a3b21aeedf8c7e7d1e18e0b69dc1477102c4ac5e8d4166c64909433e857164c39898eb9be4b46ae81	\\x705f5592aa46e23ffbea99e186a0838ea0a9dafeb23755cff7416372f502a5a03146129adf2969b60356cfc59262328ea9ff2dc2e372c8aee548425b4ebc7bde7a4d0dd20568500b4f6babcb351dcd76b33d225fb8e0ec991bceb17cb2bdd17c8986efca85def52f8f08f65e24f697b0da8c278bb89bbced92e2a390081156e8048391e5874158db742932399a702feb88525ba172cdf031e8eab1f5bdd055394de6fb60fa832f10ce0416e9d430b233d836d12ac79273e2220750b74da0919d0255bc59305e52e79e402dd936da78feb6130cf66fd4f88e625195cce8178521230187c654113cb9d416dce88ffc11d92359044baab657c9704175d83bfb917179ebda041b71978e6cccff1208f3a6
0	2811	24	1	identity	018bec9a-0a00-7a7c-ab6c-ecbedb757678	\\x878b25d3f8bb2e98125d89a5ce5c71afa505caca331c30b59e4eee797c10e47aad5c3ddcaf42682a2a24a638424f64ec646c8d0156d5100e723829a0	\\x2bd74a9574e159a0cb37244939d8da67c61cdb06004cd09b0e5201be6da465fca098b0e94dfa1f9af7d0
0	2811	24	2	health	018bec9a-0a00-7a7c-ab6c-ecbedb757678	\\xcf5478b8c6e5dce7af6a6441c85967dbebe5d3726986dc199945a7d9a89ad6ab5c9e7c34fd9f526ce0f505d6549000c374c26a765e1e9cf40bca9ebb	\\x5bc3b8fef573dfc08255d9f65caf2e39c8f9b7e9f967778c7862594e3556b19a99138d50d2c9cce80b8abeccc07ad42858ffe8aa8f
0	2811	28	0	record	018bec9a-0a00-7ceb-9043-7400be882793	\\x6291a09187ace070bbb1b2cc9c0cc2aade52d06201a561653f356ca1c5dffd2dfe305413c463ee86ddde62e2a52f349da8a8a9a5eb89bd7036a1325e	\\x14f0cdb72dd11d6cc7edce96a454899f35fe9aa62a9a0aa5f9b6f0cc9f20a574d733f903c762603f8b5ca84098f7b55352cb7d748bdf7433ffc7e393ce548474e62e1ea91b1819e47f2fb448855cc90fa006831f9606f2b795a69210bb819660704a63922f4f90db1ebbeda35c919b8d612557f1f59d3cee9b832bc0a84f59d45fc68b81e1d8cc4d297759e69325127b5a5ffd9670fddcbde20f1646669a9424f28b4235b205032bb185b3187aab86d287a4e7951900a9068283d4c96ce594ccdb1fa2cd0e41c1d438bb1f27f4a6787d7a6cde309b808d5fca301d0af3add9a2981a50513dc02a71f0fe528c5b3a3b77e3b5327aba9f405fd75885dd9c51c37e7ce9d5bcb107b936bcc9be6592e5daff473a367970
0	2811	28	1	identity	018bec9a-0a00-7ceb-9043-7400be882793	\\x918ed3bf2dc459c91cf799a74dad6f34169fbc0767909365142564b96bb97ea0c825c22872ef8007925a6b44317d4450c4d8c879a3acaeb63b2e9f0b	\\xe66a85036699a8eca9feb6dd6e56fed05b179cb1f8bbc30c4db63a14a6f5d143125cdf0c753f6432716f
0	2811	28	2	health	018bec9a-0a00-7ceb-9043-7400be882793	\\x765f003a4961c90863b0a103e4da5c3919bac1bc685756dbc3b8d7236ee8f02ac23d4477857cbb0bae4e047aa5042609c73bad36c4d5160e1c0ffd0a	\\x738437d98b3d8f2b9f70b3cb048f60df9ea4096d84a934e976d83e22b7ab47b33e69723c58472a53cbf154ea7dd667029768eccf98
0	2811	33	0	record	018bec9a-0a00-771b-bc60-62e003354261	\\x15ac9d89b59bc22ad2760e2d66afa210e93b0849ca7d7b464f9ae6f8d5885f5bbabe58b0a187499200019c5f22c4454e55530b56e0cc4613e8d69d9b	\\x4b19cb404d3b34706ddc75b950957f606d9c9505a3e3a09a3753805fadaa2865c7b46da39e91475a2c0c2c0451699ab36fe86be6b8527275586ae41ce3fadacdc9c5df08c345e938280def5f0dc95385ca98c0c2d4f670b72109660d43a6f6343662dbf5112495972cda79b12c7dd00eb518c23fd492921c640be1af2a0fdaf59a4499be9cc35e6b5b0ac2b54edf40d7eca60ac9602f0b89bd7cda227b6b80bdbedaf4501bdb9194b08d30f90e25345bc72ba101b049af7bc4b564d39641346cb74490f41830b15549e373fefb18952e392d335186636a768e225fa8d4e39153486c0593fe7564befda68c33fc025066
0	2811	33	1	identity	018bec9a-0a00-771b-bc60-62e003354261	\\xfa81de541dd8da8c14522065209ad280b972e8737edea0f1b9126484bc95994a4e95e3a5fbbdffef3e421a5b7471d59cf462696e898de730816f2c04	\\x3e90c6c4fc4961efcb4536f66c51cd9dc8f5f78dcc936159826bff54761a1e437ee6cc900d127e7a7818
0	2811	33	2	health	018bec9a-0a00-771b-bc60-62e003354261	\\x30776db5e410988ff56e2111946d38e125cf0ab1ab0813bbb73e01fff3dad8f42c994a0ec426f809521d0398810fd92d06e32eb1df4c9d3a92c2b96a	\\x2d4966c13e16beb9017d4f6a581233756288a3c59083f734d5f636e5deecb345898432c32d80734681ddf3e2ecc1cf4afc3bc480a3
0	2811	36	0	record	018bec9a-0a00-72e9-8168-085656e35e0c	\\xa85e69c61a3d7e426da33207bbfa7d6060ffe248c28f2703707d415aa34c4ada8e7a6ec121114a4fe82186dfa3d961df8183a3b0d2df0da23aed8017	\\x6582d29b2788a64d8ddcd7463fe6db1d7429cc2741edbc063fab9bebc28762aca96aef942f4c84006e5740ce7b098947f562ce296b4539099a7957831a753c71e277b2a84c0e1d64fcc2e66fda035fc4132fa7d63d3ce2b5c6e5ac56998d64a4e23f3faff33af209f914c181de868472fae744445280830e84ecab9f7f3d1a9fbacf4f7a4ee118a7a187a866e8a8c11408ac8d93e6465134fd9f537cda20ce02c98d16f1f2641851f16d2da83220deef5d4168612c8e2203ea6c837df9ddf3c745c57aa37c40cad2444b411ddb6e52a9c4ac783de660b9e2abb2519d8bb9e682910205b36455b8b68c2a3066818859b927fcf3ed6021be75a7c0c90664551f19ed8534162dcfa967ea1145776af6ce4214
0	2811	36	1	identity	018bec9a-0a00-72e9-8168-085656e35e0c	\\xeff80ebd7bc7994b74eabd3c85da185910924423371e9f6fd7982c5d88b75addfc8c6d5e4d491505ebd3acf2db9fdb2d89ae4d43a43867ee46c0bf38	\\x14ff01489984f7aeab3f1ac4fe28acdd96f8badf8cdc6aa015d995ccfe67fddb2e942761763279e77eae
0	2811	36	2	health	018bec9a-0a00-72e9-8168-085656e35e0c	\\x0ec59c355e7e604bd3fe0048c02321d37f0ada6c54f06bac1f216b414af0dff828afd5623255d282a65e4327825dd33b27e88654644c1dc700d6c316	\\x34af66347663982e1b86662d1a6ff82970f7890f8ea6e1511001e05e84b2792d100c0d560a04eaf194e4b25fd34ac51fae01c2c54d
\.
COPY throughcare.section_2812 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
0	2812	40	0	record	018c10a6-8e00-7e02-905e-7b6076e33def	\\x73c7729d24fabc4928c9c624b99ae398b7cbec706582406057300754cb998cc85fd335aa3708840d6a0bbd7f5983f9528b5c4f645cb4a4f6b706f0b9	\\xab1b9604da3d9a28707ab7cf367f16890ff29a5dacd61103aa3a80a04026a8d11399ddf6791f8cbed7c59d71932a48d0f7f83145541ecf183351e58d6670223cd765030e8f402765f415d8b394ff00e06953af70df5edb4af58067ed69fa631056d2f5fcbee1cb29a6dcd8e049c3085fd8b043176783015ed8a684cb913cce17c2a52c7bea7a848f0156be6293b0079ab584d257a3c9945e097c4b3757facedae7c79408ff58794f2b795f3bfa9a88c6c0288b63b1ab55b6ee93f288ef3d6e31c43e3dbb627a279c6bc3ea45649d0d911db0dfb617dfb43051a98f0888e0ceb0c48413797053ef931535efd90cf04ef5753dc5d0c74bb739b38d8d5fafecf4ceed44215f88be27b17ef32061aacae9
0	2812	40	1	identity	018c10a6-8e00-7e02-905e-7b6076e33def	\\x8b4dcfcba643acbc999e85d98d7d543a87b78484760cfe12406cd88a78d44b0f4bd566bc96b0ed52ec488d6a3abcdbe15a8afae6d9d9715720057cec	\\x805b51ca2bcbbc760ea5fd9edfe10a96a1464de0dfad037ec1b159dad50a19ef5292341ecace4ea6bfee
0	2812	40	2	health	018c10a6-8e00-7e02-905e-7b6076e33def	\\xdaaa3f4392118f0e8dc976463a1feacad4d9de5092e97a754c333a1452d7add922d1a2656be0f993f9a503a94422db3d58bd138c05b687814aa69cbc	\\x51781c16484ac73577b292319042293b8a371aa4d80d172c212549d14d78dd723c001ef1d401fcbce4c678c5cc3cecc2c0ddc95349
0	2812	44	0	record	018c10a6-8e00-7e02-905e-7b6076e33def	\\xa7adb402e72f9aded9d48a4bf22bdf76f42d6803b417ac3b5e291a7cedfe903763f578bd7f09a5e3df3a1509b413d751065228ef00ded98be7e561a3	\\x00802b666dd361d4dfdefa489cf754054b09740a70fd491cdc50764e72bea0178f340e8ad1aea5aa08dbc5dbf907c14a0284bec5ba44e8ddfcf106031a05d095dbe041cf039db3496e7d23eddc242ce16d2056f3b697bf9241014805d9e9ecf56570f66a34086f5c4ecfb5e3ab2fc5e93cb2d1ab224bdba5e55e71be70
0	2812	48	0	record	018c10a6-8e00-76bd-b459-a39aa26f73ed	\\xff44fba1f703b54203eb90b6d94a258ed7b49556379cd7330ca3005db8ba061451b625e980612533fcca17c6eda355a2b5e5fd7a41a097fc356a1cd7	\\xdae515bfc9d1a9132afe2d70f0995ad91fd28053edb5661c450cc74ce6942f864b6b61d382c995cf58919c2e8607d9c6c22d2513ff6b72a92cf6c3e00e2cd03b2a278be4fa416919526ef4363a03090ab4db0e65eae2ae4d41f18107d0513f3a46134470ea357bae903902344687b2eaadfa4d2c965d9f27de9bf1059a1e6f29ede9bdf8ddaf05c976e715e3ac93fa8f6e7e6a801917b793dbf8762ca5b2ca11dcc895012a8691eefe620ae1a032e280f2e4a32886a6293cce69732d5540da31856c05a804d8eeb65ebf6e61fef3ae37aac6da8fc70edc0da09f7c9be62f65dfe34adc7c3198bca96b443990a985feee27689722a1f760ca51190a17f0e98fd91ffc3c492faedaa11f
0	2812	48	1	identity	018c10a6-8e00-76bd-b459-a39aa26f73ed	\\x833feb1d67d6aeb53b927480f7b47996621cd99ff058c283e49c9b78073d59ffc4517a52a3174564630a0d9ead546189835910c19dfa94fc306125e3	\\x12e7647b74e07d7d417829c9a5886b030a6c2375abcc8bb5566f2d42d601580d9c05d719f182f855106e
0	2812	48	2	health	018c10a6-8e00-76bd-b459-a39aa26f73ed	\\x56c2cf2a4a68b5cf19e6b8cc0ba845e53585f2c836d9f2c36d2d3b7eeaa8e089b979a319cadfe07100560b2d6bf20ca4ea8ec6916dac79f1134f0fc7	\\xf9cddbcb9a772a761ee4ee690288ba9a13f75496bb5f943efa4982d45aa947554c60bbf1333f147f4824e28a84ccf73bca21323b58
\.
COPY throughcare.section_2813 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-77e7-a73b-87847b9fbf53	2	25795	2023-11-27 12:00:00+00
\.
ALTER TABLE ONLY throughcare.counter
    ADD CONSTRAINT counter_pkey PRIMARY KEY (shard, kind, key);
ALTER TABLE ONLY throughcare.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (shard, "position", week);
ALTER TABLE ONLY throughcare.event_2811
    ADD CONSTRAINT event_2811_pkey PRIMARY KEY (shard, "position", week);
ALTER TABLE ONLY throughcare.event_2812
    ADD CONSTRAINT event_2812_pkey PRIMARY KEY (shard, "position", week);
ALTER TABLE ONLY throughcare.event_2813
    ADD CONSTRAINT event_2813_pkey PRIMARY KEY (shard, "position", week);
ALTER TABLE ONLY throughcare.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (shard, sender, id, week);
ALTER TABLE ONLY throughcare.message_2811
    ADD CONSTRAINT message_2811_pkey PRIMARY KEY (shard, sender, id, week);
ALTER TABLE ONLY throughcare.message_2812
    ADD CONSTRAINT message_2812_pkey PRIMARY KEY (shard, sender, id, week);
ALTER TABLE ONLY throughcare.message_2813
    ADD CONSTRAINT message_2813_pkey PRIMARY KEY (shard, sender, id, week);
ALTER TABLE ONLY throughcare.network
    ADD CONSTRAINT network_pkey PRIMARY KEY (shard, version);
ALTER TABLE ONLY throughcare.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (shard, lookup);
ALTER TABLE ONLY throughcare.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2811
    ADD CONSTRAINT referral_2811_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral
    ADD CONSTRAINT referral_shard_requester_name_week_key UNIQUE (shard, requester, name, week);
ALTER TABLE ONLY throughcare.referral_2811
    ADD CONSTRAINT referral_2811_shard_requester_name_week_key UNIQUE (shard, requester, name, week);
ALTER TABLE ONLY throughcare.referral_2812
    ADD CONSTRAINT referral_2812_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2812
    ADD CONSTRAINT referral_2812_shard_requester_name_week_key UNIQUE (shard, requester, name, week);
ALTER TABLE ONLY throughcare.referral_2813
    ADD CONSTRAINT referral_2813_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2813
    ADD CONSTRAINT referral_2813_shard_requester_name_week_key UNIQUE (shard, requester, name, week);
ALTER TABLE ONLY throughcare.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY throughcare.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (shard, name);
ALTER TABLE ONLY throughcare.section
    ADD CONSTRAINT section_pkey PRIMARY KEY (shard, body, ordinal, week);
ALTER TABLE ONLY throughcare.section_2811
    ADD CONSTRAINT section_2811_pkey PRIMARY KEY (shard, body, ordinal, week);
ALTER TABLE ONLY throughcare.section_2812
    ADD CONSTRAINT section_2812_pkey PRIMARY KEY (shard, body, ordinal, week);
ALTER TABLE ONLY throughcare.section_2813
    ADD CONSTRAINT section_2813_pkey PRIMARY KEY (shard, body, ordinal, week);
ALTER TABLE ONLY throughcare.shard
    ADD CONSTRAINT shard_pkey PRIMARY KEY (shard);
CREATE INDEX event_orphan ON ONLY throughcare.event USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2811_shard_entry_idx ON throughcare.event_2811 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_inbox ON ONLY throughcare.event USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2811_shard_inbox_priority_position_idx ON throughcare.event_2811 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_unserved ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2811_shard_position_idx ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_quarantined ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2811_shard_position_idx1 ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_referral ON ONLY throughcare.event USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2811_shard_referral_position_idx ON throughcare.event_2811 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2812_shard_entry_idx ON throughcare.event_2812 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2812_shard_inbox_priority_position_idx ON throughcare.event_2812 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2812_shard_position_idx ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2812_shard_position_idx1 ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2812_shard_referral_position_idx ON throughcare.event_2812 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2813_shard_entry_idx ON throughcare.event_2813 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2813_shard_inbox_priority_position_idx ON throughcare.event_2813 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2813_shard_position_idx ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2813_shard_position_idx1 ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2813_shard_referral_position_idx ON throughcare.event_2813 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE UNIQUE INDEX person_alias ON throughcare.person USING btree (shard, alias);
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2811_pkey;
ALTER INDEX throughcare.event_orphan ATTACH PARTITION throughcare.event_2811_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2811_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2811_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2811_shard_position_idx1;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2811_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2812_pkey;
ALTER INDEX throughcare.event_orphan ATTACH PARTITION throughcare.event_2812_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2812_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2812_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2812_shard_position_idx1;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2812_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2813_pkey;
ALTER INDEX throughcare.event_orphan ATTACH PARTITION throughcare.event_2813_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2813_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2813_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2813_shard_position_idx1;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2813_shard_referral_position_idx;
ALTER INDEX throughcare.message_pkey ATTACH PARTITION throughcare.message_2811_pkey;
ALTER INDEX throughcare.message_pkey ATTACH PARTITION throughcare.message_2812_pkey;
ALTER INDEX throughcare.message_pkey ATTACH PARTITION throughcare.message_2813_pkey;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2811_pkey;
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2811_shard_requester_name_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2812_pkey;
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2812_shard_requester_name_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2813_pkey;
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2813_shard_requester_name_week_key;
ALTER INDEX throughcare.section_pkey ATTACH PARTITION throughcare.section_2811_pkey;
ALTER INDEX throughcare.section_pkey ATTACH PARTITION throughcare.section_2812_pkey;
ALTER INDEX throughcare.section_pkey ATTACH PARTITION throughcare.section_2813_pkey;
