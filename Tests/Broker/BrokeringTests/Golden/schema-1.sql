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
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL)))),
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
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL)))),
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
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL)))),
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
    CONSTRAINT event_check1 CHECK (((kind <> ALL (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text])) OR ((inbox IS NOT NULL) AND (priority IS NOT NULL)))),
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
0	agreement-load	pair-3	1
0	agreement-load	pair-0	1
0	agreement-load	pair-4	1
0	agreement-load	pair-1	1
0	agency-use	clinic-2	25
0	agency-use	clinic-4	37
0	agency-use	clinic-3	29
0	agency-use	clinic-0	5
0	agency-use	clinic-1	15
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-79cc-8968-10860f23491c	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-79cc-8968-10860f23491c	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7e99-82b3-f99c7cc02d87	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7e99-82b3-f99c7cc02d87	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-7e99-82b3-f99c7cc02d87	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-7e99-82b3-f99c7cc02d87	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7adf-aa19-b5803612b7e3	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-734c-9a88-de8c019d50b9	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-734c-9a88-de8c019d50b9	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-734c-9a88-de8c019d50b9	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-734c-9a88-de8c019d50b9	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-7512-8f9d-243885175325	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7512-8f9d-243885175325	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7512-8f9d-243885175325	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-7512-8f9d-243885175325	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7512-8f9d-243885175325	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-707e-9d54-741a596c4333	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-707e-9d54-741a596c4333	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-707e-9d54-741a596c4333	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7f7e-b0b9-4394a77c3dec	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7f7e-b0b9-4394a77c3dec	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7f7e-b0b9-4394a77c3dec	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-729d-a552-72fb6dc9a2c4	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7f0f-b9f9-504879bbdbc2	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7f0f-b9f9-504879bbdbc2	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\xafd7808249f1b9b4aa5003350a70747c	\\x3e50309d6c3c9e2aa55b125156658435da949353b08ca36edf0556f53995a4de	2
0	2811	prison-0	cancelled	\\x46d7645000f14810a549717843291aa2	\\x3bf9817692bb652946e299b562aa0b9750bc6bb44ef386e66269d78d8deeb4c4	4
0	2811	prison-0	c1	\\xbe161f4241b703395de67a21bc70f01e	\\xa24c68a5a664726e391c1875935e531565fa46257ef35a301674e11e2152ad1e	7
0	2811	prison-1	accepted	\\x9268fb343d354efa7ac0aa4c85b1e6db	\\x200e1438a8038daf855d4b68f668056120d539156ad2b6c815990daa6de26176	8
0	2811	clinic-1	d1	\\x7e81dab877c948f590f130c79ca8122e	\\xb5eb7e846d46a7aca10c20baec0b9fba8e97d13f1d97c45b906e6f34dc9e24f5	12
0	2811	prison-1	completed	\\x0d1b178cc2f698dedc3f1f2173206743	\\x4cd215418ba1182fefb27ae2ca04af30f07f2860d7fce56aab1995839ad2d694	14
0	2811	clinic-1	d2	\\x4a33161f685ee4471a1c2d30a8e35aaf	\\x0c4bef791f03d2199ac1d6a01c8dba7b78f54177299af0ca789486540ff6c4bb	18
0	2811	clinic-1	d3	\\xbb326342694af45709845620db1b71b2	\\x588fa3828b8473576695cb614a67f13ae374cc67bd699f51187f7cef1ecdc44c	20
0	2811	clinic-1	d4	\\xa727ade46c2616d55393397f16a6b4e1	\\xec3fcf20707ddfdeff8c318e5dc8654baf6dd325fc8b67bfc611492cdcb51263	22
0	2811	prison-2	returned	\\x6cede09385800a58993a989d457d7e1d	\\x33d726709675d03f10e2e4b365aaf8c9aeac960af54b1c9a021321448f3a318d	24
0	2811	prison-3	quarantined	\\xaf14d71f683840f595e735c0d0a8ad58	\\x1cd2c674dcd932507c557a0f0b667870c155e5c2a6b9f32576740f53f0758516	28
0	2811	prison-4	waiting	\\x6fddc764363486ace3e37da486485dcc	\\x27ee5d9c2518139b483c5282870895b15fb68d85b35befdeb13ea9c96ed89d6f	33
0	2811	prison-4	in-flight	\\x56dc4cf230c256c6d91e8786cac121d0	\\x9dbcb29740720bb9837c185aeab2f84c4813e5b10d97fa3547fc6215158791c9	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x9f04a40b4d19b452a16c4909b6d4d7a7	\\x2d77d828666fce8f8b99d357d6c353298f53661a9f2a787d33b447d749bb877a	40
0	2812	clinic-5	d5	\\xbf43fcf66457b171ce154bacf3eedd41	\\x3d486c0aeaa52e621b046682570e4e9b30795a653dc4733462c471d0c1d645b8	44
0	2812	prison-5	later	\\x2e9be6e595b72a3af3545803631b2277	\\xb341bc0471d24b4c7cc52dd223b76caa6028c713198ff998ef048b98e91a76ce	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\x6988079eee455c8cb10da0fbe8e95c8b178671d1873b489847fdd6d37ca04a7e	018bec9a-0a00-7d82-aa77-f2fd776f92dc	1	\\x04e83e8345a0efb7ceb3b30b08101857fe52e41a739523e482cf2b052e5cbc87dfb86c774820b05074ebedce63679150756dcc02b2004ca86bc194cb
0	\\x90924456e705855f26dcc9adc7e585bf77937d438e692dd846e584262615d444	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	1	\\x239b751584b7c30671cc3b3dcb8af20181286e8deaf7f801a19c0447d0b86f97c25af7791cc3346920907a3e6deec7247c1956a39482f0cf14905434
0	\\x995b890d80ed194033314b07edb714211b0f08a2bce2f8186d653e27d19beb4c	018bec9a-0a00-74c8-8d24-06b548dadfd1	1	\\x008e52d1f9fa8031a1caa35359cab3422bfd847bf2b485117273379a359fbe544a8918d69d0686b69c8930beda9010adf150576ea5a6bcce54043b9d
0	\\x2180bd745ad06208b21c7afa61747eb4de8ff48c3660113ccd6d458620e07745	018bec9a-0a00-7d5f-837d-ed8d46dcba47	1	\\x997846ca5996dd86f0cd1a971d4b5d8f092ce44a4c6ca36a7081e12a1cc627e493d72a2959d8c63566f0b80cec42d460caacb3eb95230b52aff3d7ee
0	\\x53833010b956ec3cd1491c5660b02b7ddec6b2244c5c18bafe85106370ca4029	018bec9a-0a00-7692-b3c8-603521c291d9	1	\\x4851cb700b5ccebe30eddb5bd71fa655119392e4d80daddb0e708db69aedee01290efef956aeb89597eae4d031a381c5663bc6909e070c09211b15ee
0	\\xaac8701f7beb21db3880dfbac1e6303a6fcc6ea510abedaaceb8c523af07bf24	018bec9a-0a00-7bc6-ae9d-a09813221ae5	1	\\x9cabd902009157d60650afd0775389cd98906a386fbd49f44e2aaef1b055e2907338506a81277fc0d20a37fb64cfc0f599fe0bfc8931bbcb8b25500d
0	\\xf77b5a8ffdddb70700c4746b4aff5be44582c41536380cc5616db99577a19093	018bec9a-0a00-705b-b1b6-cc4fe118213a	1	\\x3258b4a7da56dd2d042d5b2b8c1005dbe498741dc5c79a41a17dbd01b156037f05170680286dd10d6ea4efa7fdf758bbf042a143ae3bb046dc46d249
0	\\x7261ae78cdbac255bdc88c06f6d751f3006507587571989e7c32cf199ca4ecff	018bec9a-0a00-73f9-ae56-b9fd4398523d	1	\\x9f864a045c2625a0330726791c0f9944bb99eb661f274b1cee220befe5278175f5fd9e9c7dcc8707b5a85cb01906e94e99b0f16aa1c98856cc12a5f4
0	\\xf9d2056963f7487ae519c1c9bc09f934f621308e0c564282959751b6b7a4450c	018c10a6-8e00-7286-8554-f43b5cfea1fc	1	\\x04411c9cef957cbc0ee2395f59c8c47ab9f48ec9bc4ef0d5d9e49aba2bc6e23a8b462fb1d97df1d928a1f82e38b646878acaade2cbb2d7f81a2da4ca
0	\\x00397beadeaf2cb6ef58320633f8911a94a9d4c44e5437dc20a5bae844e04920	018c10a6-8e00-70e6-b893-927ae270df51	1	\\x3223093e53d7c4d47c37cc4b0c0e7cb6c0044d6be5a767c0520e6fde3c582fa0f0bf248031b634c725e51da13da997de0db2908a09c8ddac43f98128
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-79cc-8968-10860f23491c	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-7d82-aa77-f2fd776f92dc	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7e99-82b3-f99c7cc02d87	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7adf-aa19-b5803612b7e3	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-74c8-8d24-06b548dadfd1	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7f2a-b77e-17d9617d8dc1	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7d5f-837d-ed8d46dcba47	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-734c-9a88-de8c019d50b9	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-7692-b3c8-603521c291d9	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7512-8f9d-243885175325	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7bc6-ae9d-a09813221ae5	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-707e-9d54-741a596c4333	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-705b-b1b6-cc4fe118213a	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7f7e-b0b9-4394a77c3dec	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-73f9-ae56-b9fd4398523d	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-729d-a552-72fb6dc9a2c4	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7286-8554-f43b5cfea1fc	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-7f0f-b9f9-504879bbdbc2	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-70e6-b893-927ae270df51	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-28 15:42:19.907718+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\x435eb913b4516a1a568bf93531244a14c251cd92fb23e2242ef8f24314196fdbb9f0bdaf03a711a6aa8b55b85a9090634f0885843ff7810cabc42ad5
\.
COPY throughcare.section_2811 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
0	2811	2	0	record	018bec9a-0a00-7d82-aa77-f2fd776f92dc	\\xe85225b202062d79666000f4e6940954ca972e04a842190d76defe56d4ffdd0eec2822b6b076250c64f57a95bdc25b8f99d9abdc171d1ed6453e4eb7	\\x5c3ceb479855bd246da1f85f846e59f0c48cc0e47fd64a9d7a349f49a2295d67886a4071f3dac9e1bce7e21712b83ea53b4d1970602061b4d3f885132a928d6de0fc92f6bdf5fab61f5adfb4d76a72b657599e50feb1089db7b4637b7f9a689c559dcdda10425e8c40df8ed333b9300f9591c1a5134ba73c425a457639e26f013a00e17ca8cd1be62f0a061343b51b789c35c7896ad62578918db037e67fb206701aa045a5e0b42dbc4d6c21529674648fb32a6a80be24ac219c538df867005fe31c2497f65e0a016fa6c2232a54b33a97f38ffa44e8631bfbc345ae0bf74047dcac202321fb5971125b638911ab44bdfb2e3656e8d70e84648f078ac0527d81409168a0c6a2962492db
0	2811	2	1	identity	018bec9a-0a00-7d82-aa77-f2fd776f92dc	\\x7b8618dd249a7b016eced6fdfb0b79e380213d3b89569ecc8b4a732bb0b9956f988b2801a70b25ba4616a08334f3d6e913ae79fcd7e7fab342d91230	\\xb3eb40172926b0309ff5860906bef31a922ef8950af097451d9aee93b231736e488b5e02e1a41ff27fef
0	2811	2	2	health	018bec9a-0a00-7d82-aa77-f2fd776f92dc	\\x22e2c8f016dcc02eead006e8f498bf78fd57f014be0e35d01fbdd48e5dbb1b3af8a76d3233f1102f2ad1f051969aa71072b9cfddb0d7b79cfd5b2a5d	\\x3b146cbd2ba1b93dac4cd654b6e9201a3fc29ea727e11fe77b9ec4c8ebada34381576134dc72997ca47e7b453fa9a28d32fba9dbb8efa6c546e57eeb83cb0e9394ae98b5b3e9303bc167771419124556a794
0	2811	2	3	attachment/health	018bec9a-0a00-7d82-aa77-f2fd776f92dc	\\xeae844b1577b35d5afc953a4d2047f5d00fed94cb81b318010a408ee96781df7a25edeeb1cc37c82d79492bc682616c897d5f942252c07e685b4dd93	\\x3c3f5b6feea512ac0dbbe64b8dd228737f210b4c6aa32fbe63620af5800228ec7ced48b7ae7ba922891351fc7d7b4553fe78cd6edbc467fc0f974f736d691b7918e546103cb651aa5e0fb5c65b89d91be7f11d146d4e5301c7f7c8330d13efebafcf63fd8149bc13cd55b24271cc70ef8b532ffa7d56
0	2811	4	0	record	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	\\xce59c6127141defd2564cf386d16a972c5a2a591a13878ec3ccef55ff49737ea75ebfb16e37191a176fb3bf08092300e3907a3c94963563b8c201684	\\xaa19d4f4bdf3bef92539dd26a4e8a1ca37c2fb2e90d889edfe6bc0878015a575346b61dcc6fabf303a6bd239629af45229287e63e87677df0b70520a43ffa49d439ff6ff6c49643d2a83467367ddd28602965a749af787e44a6ed993c0c9d2a74a4ea186c8f8b4be1d1b2f402fb6495592ecfecfa5bce99a7d5abe1d952b2274271f806a5eb15b63866ce6d60baab4cb56f2b7e68c70ee9bff2b754bac4e7e5a9c772f98c74d920ca237c029a4d9383cb74fb3b87f6160d46fd57026de68f9164c7983bd85f63da6b83260e718eb991300d06555af184c70d08b0cb2767fc9369a1dff0e8666d4c83b4a05c2bdb86699ab68d2c86734da38f62379c099438977cf623cbec21c77f326c7cf63ed5a66fd1e
0	2811	4	1	identity	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	\\x850e753ca99ebff9db1a53d0bbc7193a333170fbf00778df586bad1db5791e4dbd1fb194a3874e083d51d2cde142de9e9955f47e5bd1d5aba6877b51	\\x3488d25ba6d61f34b85083b5bf2a81236b15a3f687d4c8cef2e0e83d2a146027825c0eb804ad54974974
0	2811	4	2	health	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	\\x32890c12e814390fb8864bdde21f173e49d1809c8915aec53dce1dec6694e2fafd4d753aa1a236a69e71d72830017c7e440a1ae864e8e274e1a065cb	\\x7416fc890f91512c3352cc7b86286e7cd6e5305b8f30744dc155b71e403ca141c3d42b16bdc6092386944cf7dfd835d8243401a5c1
0	2811	7	0	record	018bec9a-0a00-7f9b-a4eb-fc9adf6c7177	\\xc9379cef99092c0ce8e9026912774ded43cd8aaa2d462d2bcc096e06ef3c0cbd5aa4557cd1756f3a371a262015353607437a7dd8347f99fc1ff5cb79	\\x56f27f441502d0617b046b1e623e4fb532f0ad59da70e14db02144d159c84d76a57b274aca2248539c7d5916e39dbc2558a01a2620ba61982529277a354be44db4c5d9ed021e918550ace270bb61514132770e3d230969d719c114afa94984df46d2ecc1e4d4cbe67156f6f442dbbe
0	2811	8	0	record	018bec9a-0a00-74c8-8d24-06b548dadfd1	\\xe9c4f5ad33343fbd3261004aff9da477fd5f8524418da6dd1266e85ebf25357265641f8ad65d1ec4cc0e1fc551a7f9fb4f070998592fcbc080c76506	\\x783466c273ecedc2c39e57d0d6803c7b1aed705b641832b0160dae7b6e1262e621ec46667e1278e74a40c704aaf54b6e1d0caf469553a60bc1a40a8bf11bb9e59a73613afddee70947a9fc60308ff8b363ed91a1354131ca04fb1306955d2c36c63281770d856e910271dfbad82a4454080fb4b2ebb81c815e140f7c2d9becb80d2ac4d617c1e16aaebe7ed20bb3b11bfef346798b039926cc28391f022e0071d1d39e74e4dad25921e5553aff55d3767cdf889006eb0b27e7982c0519d96db3cf0f2a6ab019cce4b49cdd91e48a6f44d7903e1d54212cb4c9b2b0dd62e4efc25ba5a2cd5d20a8cd66b2e1c509b3b5dc5c9f23c22e98a7be5f7ae814e7cf4bc667b58fa617920e6f4399471bf3edfb
0	2811	8	1	identity	018bec9a-0a00-74c8-8d24-06b548dadfd1	\\x2c22a102bd6f61d62a3be118b72a603f4dd42a2cf0b04bad079d6315e22af454f096f8453e99b12624bbc19c077812a5291ce2dda323d558d9aeb783	\\x2050339276ac32ed118289aac1bf64b800e7560e844495afd4ee28d8b1ed3b537da239f5757f7ca5d9bb
0	2811	8	2	health	018bec9a-0a00-74c8-8d24-06b548dadfd1	\\x7a76e85768d72cbd546115b8b442b298cb959ae2ba995f129128da17aac447ee5391bfcd30c38eb6ea663c257313ab80b6c6d68f4ba3353e3d984534	\\x11867690ce495f0518441558257bc19d9e11c5565aa0519bd87c61ff8a0a7d3540c3bda3ff7d03fa0f2de2cc3811f15933ce655af4
0	2811	12	0	record	018bec9a-0a00-74c8-8d24-06b548dadfd1	\\xefdca34d487cc7dbab29cbf4e2f4e1a8e36a4e8ee24ebdc52f3c9c73a9b3ba4ee5688e3eb180c55530ec7610bc4537b646865f36e3b1d928334dec2a	\\xbcc0afebaf53599fe599732b2cffdcd54cc46bb0dd3f7840f2fd1d4b2a062ecfa565e401a137b6b6a815c52011a90374b446d8a42911b365cd99cb6b4de3403e43a119f4fb3dee8797364c05b418e25e774d6d8650efec
0	2811	14	0	record	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\xdd622d4c33a01716df149c4fad3f7489244e80e524f5d75c036bb93fe4e9b1ee34a4c00539f3474ab4abf9b753a341e6969ea80ca8b702dd6424a9bd	\\x498baa35f5703a80215a9fdba70040ff59cfbef1fc0ea394cac4d5eae544ee3b287e09f75049078e950ccb6642dfbb4d93753c9657d776f2d6d9418793413fa448aaf856cbaad3e797f2ddd0608132804d52ed948a164d651810231379d76ed086040af09c73c57e37997a1b4879575918f9063d3ab22dec635ffb800d200ddec650413f9e6aa07ba1220ec16dcc3c1cf136840c41b432b874ef9567c3c3f0730d373c821fb44b19fa261e3d26a8bccd40f37c83a9688fb0c4feee655c7083f8480a4c4f49f2cab25fb3d3e6f7aa91d52309791552bf51917b970bf152fc9c9d67b58e01866fddadda1788f7f845e87b8b1c87db65920c6841c0eab9319d4dc1944d96dbe63aa508e6c16a82e1c94ec804
0	2811	14	1	identity	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\x7d41fe9d0b6be249a321a736532b8be0b68fa034aa2acf918852add85ed83c6b38a92353c5c6662ff1b06fadd960ff65585df7853ee30de28a2f13f2	\\x0abadde122b3214a400a482025c84f20119ab3453038c8eeb99245c2ede2df80652be46ab90d51d060bc
0	2811	14	2	health	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\x4a2d6ed834781b9bdfe729d8c2c4f26b203251a260e337fa93e928edfb0f6e7680fe2b4e83b932bc4921bc5fa3e6a9c28db563d131c635119c27ec52	\\xe6cd399c71a0b7bd7c862668c31bd5e1e910e556f79e0eed117eaf61cabfcc4f517c8da5be8199a58467fca28cb029686768e823f2
0	2811	18	0	record	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\x1c84236e7cafa8d24578e7d8528986c56b4a7e931fc921e6d1a62b1bb90c123ed894fe69ee8ce5977feefc7fb932d4f9c6c354c661b04cadd6deebe3	\\xf508ba436141d153f8f229cfa63148d1db8c36043e108185db9dfdb206329953e9cddf6f0a77cac1cba7d1eff68619a767b2c446f547802bb6142c5a09199760cefec0dd409ca24a30cc27cf1bf310753a30cbe4357f8c
0	2811	20	0	record	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\x41b87a2592d0e1158ad22734b7036e7b79cdfdd42c2c2c777b39a4b2a7b87eef08b7a6817c5284d99eb8976c6d798a688adaacb2c46db61d5030178b	\\x9d3fb62abaef93d606dd980126a455766f65a06108f4af5e7e1a717d8c54368fee25c00d7dc616036b6e40bf0e2896b9d6193547c7a263b830638fd98d4faeb7d8cc5d2f914c76871f2d91ca2a917fa3972b6579df4b4eb1207c
0	2811	22	0	record	018bec9a-0a00-7d5f-837d-ed8d46dcba47	\\x541e881e0964ea010f1998f46b884ed00b1ce8a5a9153b41432200c79b02ba4caf01a154aabb4bc7d3edcb64af16ade90a518d7a444f2930d6b5098d	\\xfa05047bd0f27620dc30436b9e8f668c18fd79f21347a8e326c64ccb4838646155a15ae52f8fa7f6f776acf8d84df416f5475620d5196f8656d67a03ae87edec118232888a0fd86951b3495dd0479487265641864d88cb4a
0	2811	24	0	record	018bec9a-0a00-7692-b3c8-603521c291d9	\\x8195b4dde6b45696a4c3a60db391e98140fb01ce95b6deef7d9a03aa9c07effd1d2b29234f65e3150b83598f7bb021c35c3e5ca59602c37d92a5e8c1	\\x301b27301376609f2e5fabfca6f912011b162cb8d373852fdcda44652c8190731bcc930f8ee69d01e41f63d7f5a22532ba46a80e6e128431e46026bd5acebfcb9802e12e6b709a2384976188a7d0ae4c3221e33304f593b78154e5ee6af93eb6ec35563610b99664fb9f1f33c3447753f3d81f348d637327a29ef678f2867d560b15b1c4c115888c0d0bc23a5bf55b389805a06308d29ab7106bc277def76f1568f3c706d360644f04e0ac2c2d25325ed33accb2e247b8d2f94d448731e2efe668040836937f2589ecf12caa637fda413131f02d3ebe07e20dbc50a446e8f4f1f128a56834d68f0da1dcd1735902cf09284c872320a17c0076c4a8a908a74976f8b8dd826c9076cca0d0aca8fd2ab7
0	2811	24	1	identity	018bec9a-0a00-7692-b3c8-603521c291d9	\\x77391e470c92f54560125922652844fc86ba286b1e1fed9480091c8f28ad211fab00abc2cf28151d05feecccb7997d0d1bd901dff75b13ca0b636d2e	\\xc420ff16fe5765b2ef2051364fe459a55fd07e8f89bb320a64d20a35f2e25086a306f7f8df124bc1aa85
0	2811	24	2	health	018bec9a-0a00-7692-b3c8-603521c291d9	\\xcd551f9f8a14eeb37744c109012cddeaa8d3182f943d92c5821fce58670924b00de6fe8c313dffd2af5194e0e7ba31f9630e793981733e40e369853a	\\xe2a972d00e959c40cfc21e87d95f5c0e80a2913f9e2cc8d2ce0a66654ca3a8c48c149b9307e6fa9b47745eeda1ac3e6cc9d4df64a9
0	2811	28	0	record	018bec9a-0a00-7bc6-ae9d-a09813221ae5	\\xba191dbbbdfb67a672be4b6a5b3843210656618cb1c2a20ac5b563bdac7d98f09f9c0788b4ee8fbd38627250183011053f6f6ed785d385daf1b09770	\\x803d1c4669eed1712ec8953db9645f2e7f369af757df8e0804e4055e26ddfbfcfb418dfdf140842d0e672fba46df26953a3ac6bf2cfd90f50f41980e041fe97f5605bd5e7b29fd79f2dabe3e637bfc41368c43a690b10f1197596f54630f1f722384ceccaf01f14231998efd990ac368b91926d7bea88a7555e2218233a626bf7ac374a3b37e87bffc4afd18ccab934585b6266b7c302b7b904836ffda6d33e1ebcf357a8cd49ec474ac7ed2dbcccefc68c635954466f7739403ecfdaf6151b108220831d1dcb8c0a14983e6d03f42e62e4ecb842dfb46d8e2657ae0c3224e59410941bb289b3c3f2e87a5495596c4685abd89a8a1d72a6f7f208176defc46675d0a0afe0d7487a1e1be031005effecbd5547dc78b
0	2811	28	1	identity	018bec9a-0a00-7bc6-ae9d-a09813221ae5	\\x11c0a2f44450110369d4a093eee604ab1ce53662ea0c857d5c4669efb79c515f878397868480a54825984b1e17d6b7d17d1980d5cdb738a20ec32b89	\\x08c45ae8ab7ef442f89246a325bf814389e15c43414184054ab22efe6288f47a9176d0b6fc376d4cbcd2
0	2811	28	2	health	018bec9a-0a00-7bc6-ae9d-a09813221ae5	\\x8643ec6948d18ef4aa06c6bceaac2b41c31dc2bc6fd7c92a59841eaa8976f162ef93c8d2df5c86b1ae8ceb1ed25882bb773c0d5f91bab1c35bfc232c	\\x5b6536f05870aab62048257207341c2847e383bf640639e9df03a38f5a69e92d71da4385397cfb9a13f5f4432239a455b59a757c36
0	2811	33	0	record	018bec9a-0a00-705b-b1b6-cc4fe118213a	\\x5540f88cdcba2fd5d72384c61a9a405f5de2b008aa8ad794115a90be6ec354faf036267221cf3c004008ede6036ff5e68bce37b012cd0c06c8a3d14e	\\x39436ea0fcd279d81a2252b8974787443b83f252c37774f8c2f339e1a218fc9581ef4a3ac3ea70574c6d44c9b0eb3a98293535c623040b546ddfb556dede56cceaaf623846d123d9d99047148de23b26986f24896eccd71c18c26ef17500b5c2cd0b67b5420861be3ef87ec2eb853c5484aca65942f7b0993ab9920ad0e6085323cd5782996f4c7bb7270fb24b67191c7f91f1f0a1f228eb31d99c1f5a80474bcacfdd464981903e4f550b0538ea43d703a9778304b57104c024635ad95c9c81bccb083ebb71ea49928a81611862b8247fb4165cab4cc7c8c4d25c234a07f83cc756ca46d1544ef9b89aa875bc4ce775
0	2811	33	1	identity	018bec9a-0a00-705b-b1b6-cc4fe118213a	\\xd8ad386be790434d4ee86e85b0e6690f6ca2e9bdb07dd3de24b2a71c9f015fbe70db578759c30b297828a0270a696120b2c2cd2e248c6bf7ff0fee1a	\\xb7e7fca3b787554b8f2274c1bcbcaa3e5bf91f712691475e859ef995809b7bddeb57c7ae977401d5bdb0
0	2811	33	2	health	018bec9a-0a00-705b-b1b6-cc4fe118213a	\\xab9d030d2496472bff78c2f3588604cf0a925cabbae8aa4708e8561f82a53a5718fd821953251ff431000d2e0f6fb65d666d1a6e140d3860d7875b10	\\x3473313f418b321eff289256308dd303982b66316051fe131f0f9753d4f6fa96430e25217de6fdd50a7cd9f820da432246bf407f75
0	2811	36	0	record	018bec9a-0a00-73f9-ae56-b9fd4398523d	\\x279976a7a4958d9611d739d471f43d9cad8fec2dbade1ebe9fa4bd9f34181a49d0f4da26effc8a4cb949189026c4a199943930fca49b609ca08d98f4	\\x3b1a51e564fe3cca00ab285b34fa242dfdad2736ad4c4b0b42e88a85c7c0106ddb5e11f602b62610b333f07e033f73b241bccb06bddb716d38fad34a0547424f2cebb4847ba30e61d84fd45de1a6227024be267e061307aac551408d3a81834330d5d130f6b29f4feb6ca4b5f9d1d469ba164a6cf6104733657788e7180c15c3608f446b6137591eebc89b10cc0bd79d0b950df6ec768eeda67b32fb2e8837eafb9f203789a2d43e5d273a8d9a35ba04a31e56bd0c7dfd0ec7370b67a0fdf471c8c47a3776ffe7f90e13421bab5b9f530a23d13bbd3a66af6e1f57a22197e3e9d0fba728be2ffe7b43730b07a55be92108102b4370e7c0981d53368df6961c258c9e277254b202c745e507bea1485b3aac
0	2811	36	1	identity	018bec9a-0a00-73f9-ae56-b9fd4398523d	\\xe5b57f534f083234cc991d21badc7c2a1f30d5141388d2917129412644e8166934c7de839e7ba15ffcbc14926e96a655aaac7b7947fa67e07e0f83d1	\\xab1da87a3827724a3eb55df379dd9ad98ba4b4e1055ddc6896016940aac15f6f1d7c7255b4f9ea0b88f5
0	2811	36	2	health	018bec9a-0a00-73f9-ae56-b9fd4398523d	\\xd5b3c487fea62c32c9ed48ce3581e9640900e799323f5883463c7924387ba397ffee4d93973b3744ce0086ea09d97c9f91782e4b15567b6a74ff3bd4	\\xc77599b7509ee761b31bd173e78868b3be367b741cf276adc77afa9ad823099dab05f57648858bda1528f19a8679eda443436ea672
\.
COPY throughcare.section_2812 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
0	2812	40	0	record	018c10a6-8e00-7286-8554-f43b5cfea1fc	\\xc042591f12877f97e4c1dbe76301737ef728e35086675c25c05488ba2e752737b7c8eea2edd5cf66e1857e221d2052eebb0c6aef5ea484771ef36e57	\\x9d9c7771ae04b89eebafbfe8f81eccc976eb60764f9df63aae1c41920dc8543f98dc2db6f314f6723563416f339b3a7f8247bb5b704f431de4d1ba14da6f6317e51dc96dff305961e26073ded0a39256c537cd94564e901af1ef030c40113de0bd7759eb56cb9e5b5efac3ffa3fa3a83a1713fa21c134a20cc257f8ac341d040b3ac38230b6fe9f807273de07d3b515fbbc9e319483deebf74bc6306d179a6e06e388429f350cff399081d0330586854f18c6d54ecddd2a38ed95d1b3e4b738a09f307074b384cf51cd0cb6c25c98020bdb67bf2650c52b96416bb4afeecbc5d5faf6fe602f175d088cb7fe930d335024878683b6ae2aa29cd1a1ea15b354d690aef3ab9efd45c11345645e509e4f8
0	2812	40	1	identity	018c10a6-8e00-7286-8554-f43b5cfea1fc	\\x869022156d43278ef4028d078ee96c13adacca01cc45f6edd0dafae8f54e8f01d1801e23aeeef7ae1336258664c961bc2e278b318ca7f95fe72ac449	\\x86236c2d7d74df7f0340e53cbc802337bf84f245693fc95792924cd4a8d09ea82e5bc868e120026c8592
0	2812	40	2	health	018c10a6-8e00-7286-8554-f43b5cfea1fc	\\x6e8df7c81686f1121ee7f831aa3d62ed410597e306e4a2d0215500f6dfb97402b67ecbcee66609ccce669ae6ae1096ddb34c951d9f8b8f89ef2bfab0	\\xeb26158054246f5d55d27556a923f142590fae5564a4c87bea9d0c3296802d215e44eace7499eba97bc5f6498662e1db332133aa6e
0	2812	44	0	record	018c10a6-8e00-7286-8554-f43b5cfea1fc	\\xf4db2dabc71a83b5c2ea2fdb899916b5fe3563f5a2b05609e484de8b7281b6794c430f4d0b63456f9fe9ac984ee3fd6fedff29570db4c354ed01a1bd	\\xd09b4de93e9dc85f925be3104fc36862828ce6465ae6af33369e403269bac819d5d636c577325dc568fdefcf6d8db5e9c179777268e2df366fc8282c3f37868ede309f182a59ac6136e541d9c2f0b1fafc1ff8e1582daae3a8ae88fbe1ff8925ee13fc0e285789f7049cb65f098677824a086a98993f300d6eb478ade4
0	2812	48	0	record	018c10a6-8e00-70e6-b893-927ae270df51	\\xe7ae3e5647567d20ed1709e6d5ae695779113064ffe26665f5adb2caeaebb4848258bda1c0b0546e88e058c8b652f4c3e6bde4f580cca967fcff3c87	\\x4ad3c6485fc66f4d64912cc2dada8b4d015a01ce20edadef6cf5c0c2961a63df6c71408f3b6b0887d70a24428b92960a19f9af99a6ec6215afbacf0aadda0b5d8fdff24f67bac86ec891cfd7ec3deb19a4d33ab08e6eff4c6db70283098bf2d874e018b2b0bae5d991a61ffdf58caeba2b190b932ad94d44014df69777d6cac84a1881b021d29de0e94683b9831835c4f888ae5658395723a2b010a43617c70a5dcdbd00c0676edb5534e6076478d82198a86f993b939a9031e9ad008795032330ea405ef4c53a636f34657cb20b8060198d3972c82f3fa09bba9f36762eaed6fe702a886672e85b7ef95f87f963b914c944c7f14b058493a14e1254ba28149f47fd6fa55ca535bf3a
0	2812	48	1	identity	018c10a6-8e00-70e6-b893-927ae270df51	\\x17acc0b8d996613a56da65b7a9efacdaf6ce4e1c4539a5366da2676f3c5dff1152c05aa339331c2c6969501ea03d8a54143a2e1a893759a13e9e1f1b	\\x693a2cf6acfc030e2e0a33254b54746221b869f73c179b5d18f3c3a15bf233639f27a11b7193176a4745
0	2812	48	2	health	018c10a6-8e00-70e6-b893-927ae270df51	\\xed6700ca110554ccb5755d7a01788be4512bd1d3c9435368c8a66df9aabdcacadadb873acc2a0633e0c2d1ea118bddfcf06b63d8554c247ac143cd92	\\x2159f533edd9f089f383235a6a8c8a1319f04f92bd3df209bb6e6afc39f2cfcc11d7fe08b1411fd0a534ff66f9177e4a7837636542
\.
COPY throughcare.section_2813 (shard, week, body, ordinal, label, person, wrapped_key, sealed) FROM stdin;
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-7f4a-9223-b7738eb4614a	2	2933	2023-11-27 12:00:00+00
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
CREATE INDEX event_entry ON ONLY throughcare.event USING btree (shard, entry) WHERE (entry IS NOT NULL);
CREATE INDEX event_2811_shard_entry_idx ON throughcare.event_2811 USING btree (shard, entry) WHERE (entry IS NOT NULL);
CREATE INDEX event_inbox ON ONLY throughcare.event USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2811_shard_inbox_priority_position_idx ON throughcare.event_2811 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_unserved ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2811_shard_position_idx ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_quarantined ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2811_shard_position_idx1 ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_referral ON ONLY throughcare.event USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2811_shard_referral_position_idx ON throughcare.event_2811 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2812_shard_entry_idx ON throughcare.event_2812 USING btree (shard, entry) WHERE (entry IS NOT NULL);
CREATE INDEX event_2812_shard_inbox_priority_position_idx ON throughcare.event_2812 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2812_shard_position_idx ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2812_shard_position_idx1 ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2812_shard_referral_position_idx ON throughcare.event_2812 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2813_shard_entry_idx ON throughcare.event_2813 USING btree (shard, entry) WHERE (entry IS NOT NULL);
CREATE INDEX event_2813_shard_inbox_priority_position_idx ON throughcare.event_2813 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::text, 'queued'::text, 'noticed'::text]));
CREATE INDEX event_2813_shard_position_idx ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'unserved'::text);
CREATE INDEX event_2813_shard_position_idx1 ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'quarantined'::text);
CREATE INDEX event_2813_shard_referral_position_idx ON throughcare.event_2813 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE UNIQUE INDEX person_alias ON throughcare.person USING btree (shard, alias);
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2811_pkey;
ALTER INDEX throughcare.event_entry ATTACH PARTITION throughcare.event_2811_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2811_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2811_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2811_shard_position_idx1;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2811_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2812_pkey;
ALTER INDEX throughcare.event_entry ATTACH PARTITION throughcare.event_2812_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2812_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2812_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2812_shard_position_idx1;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2812_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2813_pkey;
ALTER INDEX throughcare.event_entry ATTACH PARTITION throughcare.event_2813_shard_entry_idx;
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
