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
CREATE DOMAIN throughcare.assignment_number AS smallint
	CONSTRAINT assignment_number_check CHECK ((VALUE > 0));
CREATE TYPE throughcare.assignment_status AS ENUM (
    'requested',
    'received',
    'accepted',
    'rejected',
    'on-hold',
    'in-progress',
    'completed',
    'failed',
    'cancelled'
);
CREATE TYPE throughcare.basis_kind AS ENUM (
    'consent',
    'law',
    'vital-interest'
);
CREATE DOMAIN throughcare.counter_step AS smallint
	CONSTRAINT counter_step_check CHECK (((VALUE >= '-1'::integer) AND (VALUE <= 1)));
CREATE TYPE throughcare.delivery_outcome AS ENUM (
    'accepted',
    'rejected',
    'released',
    'modified',
    'lost'
);
CREATE TYPE throughcare.event_kind AS ENUM (
    'admitted',
    'assigned',
    'unserved',
    'updated',
    'cancelled',
    'queued',
    'noticed',
    'handed-over',
    'returned',
    'settled',
    'quarantined',
    'withdrawn',
    'network-applied'
);
CREATE DOMAIN throughcare.log_position AS bigint
	CONSTRAINT log_position_check CHECK ((VALUE > 0));
CREATE DOMAIN throughcare.owned_epoch AS bigint
	CONSTRAINT another_broker_owns_the_shard CHECK ((VALUE IS NOT NULL));
CREATE DOMAIN throughcare.priority_level AS smallint
	CONSTRAINT priority_level_check CHECK (((VALUE >= 0) AND (VALUE <= 3)));
CREATE DOMAIN throughcare.sha256_digest AS bytea
	CONSTRAINT sha256_digest_check CHECK ((octet_length(VALUE) = 32));
CREATE FUNCTION throughcare.event_is_whole(kind throughcare.event_kind, referral uuid, version integer, assignment smallint, status throughcare.assignment_status, inbox text, priority smallint, body bigint, entry bigint) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    AS $$
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
CREATE FUNCTION throughcare.make_weeks(first_week integer, last_week integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'throughcare', 'pg_temp'
    SET lock_timeout TO '500ms'
    AS $$
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
SET default_tablespace = '';
CREATE TABLE throughcare.content (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
)
PARTITION BY RANGE (week);
ALTER TABLE ONLY throughcare.content ALTER COLUMN sealed SET STORAGE EXTERNAL;
SET default_table_access_method = heap;
CREATE TABLE throughcare.content_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
ALTER TABLE ONLY throughcare.content_2811 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.content_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
ALTER TABLE ONLY throughcare.content_2812 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.content_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
ALTER TABLE ONLY throughcare.content_2813 ALTER COLUMN sealed SET STORAGE EXTERNAL;
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
    "position" throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    kind throughcare.event_kind NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment throughcare.assignment_number,
    status throughcare.assignment_status,
    reason text,
    agreement text,
    inbox text COLLATE pg_catalog."C",
    priority throughcare.priority_level,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome throughcare.delivery_outcome,
    code text,
    lane throughcare.counter_step NOT NULL,
    load throughcare.counter_step NOT NULL,
    CONSTRAINT event_is_whole CHECK (throughcare.event_is_whole(kind, referral, version, (assignment)::smallint, status, inbox, (priority)::smallint, body, entry))
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.event_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    kind throughcare.event_kind NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment throughcare.assignment_number,
    status throughcare.assignment_status,
    reason text,
    agreement text,
    inbox text COLLATE pg_catalog."C",
    priority throughcare.priority_level,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome throughcare.delivery_outcome,
    code text,
    lane throughcare.counter_step NOT NULL,
    load throughcare.counter_step NOT NULL,
    CONSTRAINT event_is_whole CHECK (throughcare.event_is_whole(kind, referral, version, (assignment)::smallint, status, inbox, (priority)::smallint, body, entry))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.event_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    kind throughcare.event_kind NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment throughcare.assignment_number,
    status throughcare.assignment_status,
    reason text,
    agreement text,
    inbox text COLLATE pg_catalog."C",
    priority throughcare.priority_level,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome throughcare.delivery_outcome,
    code text,
    lane throughcare.counter_step NOT NULL,
    load throughcare.counter_step NOT NULL,
    CONSTRAINT event_is_whole CHECK (throughcare.event_is_whole(kind, referral, version, (assignment)::smallint, status, inbox, (priority)::smallint, body, entry))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.event_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    "position" throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    kind throughcare.event_kind NOT NULL,
    actor text NOT NULL,
    network integer NOT NULL,
    referral uuid,
    version integer NOT NULL,
    assignment throughcare.assignment_number,
    status throughcare.assignment_status,
    reason text,
    agreement text,
    inbox text COLLATE pg_catalog."C",
    priority throughcare.priority_level,
    body bigint,
    entry bigint,
    attempt smallint NOT NULL,
    outcome throughcare.delivery_outcome,
    code text,
    lane throughcare.counter_step NOT NULL,
    load throughcare.counter_step NOT NULL,
    CONSTRAINT event_is_whole CHECK (throughcare.event_is_whole(kind, referral, version, (assignment)::smallint, status, inbox, (priority)::smallint, body, entry))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.message (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.message_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.message_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.message_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
)
WITH (autovacuum_vacuum_insert_threshold='-1');
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
    lookup throughcare.sha256_digest NOT NULL,
    alias uuid NOT NULL,
    generation integer NOT NULL,
    wrapped_key bytea
);
CREATE TABLE throughcare.referral (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    service text NOT NULL,
    region text NOT NULL,
    priority throughcare.priority_level NOT NULL,
    person uuid NOT NULL,
    basis throughcare.basis_kind NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_check CHECK (((basis = 'law'::throughcare.basis_kind) = (regime IS NOT NULL)))
)
PARTITION BY RANGE (week);
CREATE TABLE throughcare.referral_2811 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    service text NOT NULL,
    region text NOT NULL,
    priority throughcare.priority_level NOT NULL,
    person uuid NOT NULL,
    basis throughcare.basis_kind NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_check CHECK (((basis = 'law'::throughcare.basis_kind) = (regime IS NOT NULL)))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.referral_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    service text NOT NULL,
    region text NOT NULL,
    priority throughcare.priority_level NOT NULL,
    person uuid NOT NULL,
    basis throughcare.basis_kind NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_check CHECK (((basis = 'law'::throughcare.basis_kind) = (regime IS NOT NULL)))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
CREATE TABLE throughcare.referral_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    id uuid NOT NULL,
    requester text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    service text NOT NULL,
    region text NOT NULL,
    priority throughcare.priority_level NOT NULL,
    person uuid NOT NULL,
    basis throughcare.basis_kind NOT NULL,
    regime text,
    reference text,
    discloser text NOT NULL,
    sections text NOT NULL,
    provider text,
    admitted throughcare.log_position NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT referral_check CHECK (((basis = 'law'::throughcare.basis_kind) = (regime IS NOT NULL)))
)
WITH (autovacuum_vacuum_insert_threshold='-1');
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
CREATE TABLE throughcare.shard (
    shard smallint NOT NULL,
    broker uuid NOT NULL,
    epoch bigint NOT NULL,
    backend_pid integer NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    CONSTRAINT shard_epoch_check CHECK ((epoch > 0))
);
ALTER TABLE ONLY throughcare.content ATTACH PARTITION throughcare.content_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.content ATTACH PARTITION throughcare.content_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.content ATTACH PARTITION throughcare.content_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.event ATTACH PARTITION throughcare.event_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.message ATTACH PARTITION throughcare.message_2813 FOR VALUES FROM (2813) TO (2814);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2811 FOR VALUES FROM (2811) TO (2812);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2812 FOR VALUES FROM (2812) TO (2813);
ALTER TABLE ONLY throughcare.referral ATTACH PARTITION throughcare.referral_2813 FOR VALUES FROM (2813) TO (2814);
COPY throughcare.content_2811 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2811	2	018bec9a-0a00-7099-a774-e780ec49db84	record identity health attachment/health	\\x7b37fef89fb6c618f1e0c9efdfab189b5a092f84aa62fedbee830e03b3e04d9e9db4957437b09bc6d9cf6e2b5c3280ee9b31adc5b56d6109e490f309ed57bca83c2acc13ff9cbf77fff6c13759c1a1bd049aae62d79b312cfbc4d5ab9a3ae47920c25631d848eb5fdf16102095471e76d72b2f2b4165fdd42868eac64461dfc45dfe53e15d755e3605a5d3beb65ecff1a6e8a2781ce4e775c4d3201f	\\x0000010ae477b5ea8f5e7d2bde506ed383d11fc17b6f179b1512f2403105d0006f7ae9e1a874f2da80cff505f29e61cbc422a44eebac5b4d9b3b89ad1da889ac8b1f2e6ee73168519640f532f0ea04ffdb3a663e0f0b80aca555a92409446219f184cf7677dbc203425f53bd78eacaf5e219c2ccc08caa03b6b0b35b1ef4422c0077ae542347ba5f46a839d29c32e2eedb07dd39ded5de33c4eeb6100c86e9f331d86c487fa415362c47e4e2e6bf1495b6a19dbd675df7783ac74c1504628ebc4ff9a6a78ae464e407dd826b168e52227b31190d599f8492ac3e05cebdb2d19a47c510ed5caf01683c7ffc42647e129b377dd15ba983e264c6e57a12d6e36587ffbde2ded784b838a662c37323f40000002a08a5736d1e5a5a0687e4fc24137a5a6806e6c6781feea629b5849c3a478f7dd71b0e2bc5578c1048b86d00000052bbd7497b5db9394008c3b95685b5f49ccb8ea46e4018c401e6ca2cac1c7d1a9c74ab7eb74b96a9078ce6127bcb64fc88cdbb00bdb6f93661710227b6d6ae4df303ee0b4f0a6a5e7dd4e10489b84fdf8e0a440000007670973a753c3fa37a3512987aeedc7bfa7d3af74d814bdaf32cdb4bf6ead0e19548b8801ded59249a28e96e694bfef2325a811a39a7eff0f57b821017c637a595607aff493cad2db70480c3f8a87e9c6a414b5f259cd2147b786caa901e3809d4a0f8c646cdbb1be0318e9435ce220227a98a41752a8c
0	2811	4	018bec9a-0a00-731e-adfb-d7d417a33a10	record identity health	\\x4d348c675c86e92d34cb870a9d5ea5c05ead30ad234dd6affb143a41fb269d2d0a21213161067abaf4ef2be2ee101f0a498562eb0c8ad1a2d9a6142ed4f807b002e05c4f318194b0dc1288707452d4c8fb6e84401d22f4e594de5df25710585668f5f76f1e5694c847a4fbe0ee9a40bfdd12c4f6c3e616b98f0c1eff	\\x000001113504ce07585e61903ca345ab7c7d4cc62f583ffc1087d3f94135158e5b33706fc6301add48ab4a11ec3f267d7fb28d0ee1585ce607d327db93aee0e56e56a48f6436bf9bb97ec3b1efdde30f0d3d9c6eb0818dc8ee0e708d3971aa2f8a26cc4ffb181ef908d0d9cc27a902068c9fac119034f485ade42defc6634d5f775347a7a4ce7e32240030449e4dffed41bc55cb91fa40022be35083503f78f50cc3fb64fae14cd61bc1dc9a0f646b884c6de3d83c65c36c2161aeb0ce4b4501f71134d5895a0d9dbe95c0750f72d2d81ad4a2565208726b6d30ca53db3cc777fb8490b965e6af30480641088f143dcc3b7d4ca6cacef4eecdfcbcd2c43da86bcd59fdf947dda23cda2cd3a201262f28e7b7d8ce3b0000002a0497f387e5f17ee70413fca7ce979c31d3e7fe5c66ac8dd1c14568bc9b81982abc061806421d286a272a00000035961855c512fec5420afa84159fcb4b943c0e6a1321743c490899baeb4ab55cfdb4687a6b7734136a56d6e1d94ac34867c9412ae698
0	2811	7	018bec9a-0a00-731e-adfb-d7d417a33a10	record	\\xe3ad78b56724091d5a2c80eb48378cec920fdd74a07c84c566f47bb57df2490503f192631aae810ac5f69c533b2487a0e9f9ecafbc302a9816d1b5e0	\\x0000006fd54697727cce6ce8805706f44e16eed12405be95960c80a7828f9dc7eff30ed3b46b60dc1292049c470d7dd128e6072045db23c101b217e49795f4686df764d8253c91ff04e0a3c4dd825d90727e1e074405b7cd2a8b7e0b6a0ef121db74c31addbc353f473e44244f0525dc0987b5
0	2811	8	018bec9a-0a00-7fd0-9a03-e0d832db0e3b	record identity health	\\x41f404ebb726facd5fe77dc9a03610a2d4e694237771d51b850e7091c65d5b9c782bfbc3f0f3427c6b1d03da575cab58e4300b40632252e79a7671ef1427cd66d1dbecae8e601b0e00cfc013e36cabff1c85fd8a7518b79734626f4e26852344d196b9820a1e2687ce7be85d67dceec42ba501d62d2d02353290a531	\\x0000010f2d3cb64c77b401481d50fd77499994a1cce1c3995af5c9ebddb1f5c44d627dbbdd1bf1f95c396a14ddabb781c4a3c50d66a33d42113e0ce736fb22fbb74a63237b30a58bec357ed0af0072680d6468555de08ce3b96fd0d607d6bea8212b5a624a61cb9a416b6a5736c9174447bc249e5240a51596531c8ab6e2c94f7b2358a59d14b248076d3262a8e32b4e013fd46b15e3af5730049d4ea0c76e602ef23a9549bfbb9fe5e0697e3773e478c25c88751d3f453a9b123116d3db2aae7e25d84d48b0578f4410aa7178fa32b2b022ebfe5044bc32aafc45c8a60e0796ce2fc1b38d9dfa150afa1361f1c337d1cea9aa64543ae12d00e638ee817f6c11315f35c319b40f43fa4301440b1af7198e3d850000002a500f7432a2a05c790557bef3ec0937a4adb35112f8723fcfd4fd71142c207b293cc63042d72ffff8f941000000356633ad2bc96a9453acf0d09fb6ecc5766ad43a36caf6efd028622506d7ffabf2a93c8bcbbb3034a36c8653c2cb16196cb7e2a16b7b
0	2811	12	018bec9a-0a00-7fd0-9a03-e0d832db0e3b	record	\\x4ce9d07d0591438b075145e78fba266c1f10d2e48ec5dd97e4b65a13c507b38a81120a428f775a08d17c3b2ac2b10e71e793551f04d6f93cc7a1620a	\\x00000057acf3ee0a662128913ca48fe5e03625a29d2e0c3543cb59ad87b47b9873138e24e86fa3e26c52fc1d5f0963d3659caa4622a46fdcffa8d545d1c2dc54d493589c6cd6abb44af0b2d94e7b9eabe51915c0f4810190e601b1
0	2811	14	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	record identity health	\\x90657ef5d8cb745e7444ecc4dac26a4eadb7cef3c76d6a23e8b3e15073a52c70cae6f28f6ff90d8dca8e8ad67c74a24b4f5dde11f9c9eb057d64d3670d773838fe9650275586e683d82191b8b77ba0e74d9e47572ec19b25c933b71ecdd47bb8f9e5ec3b4e43a6d434590dbdb2d11dd4dc6a60cf171b3c14d2417c5e	\\x000001118a25a2c512488faa8b8d875d4b95bd36acf9c7f7edd147b6370ed5ce45a523adcb0c92d8e5a11fd8e8c9478b6287aacab919286742091a5599a61a294be100909fed503962a1bd274a646e1bd32b69daa9f4a40d60224cddde369171f77073c3851d048afba3784f59791da66161b3313e797df61b003b7c71b410aabf853dee3bee0fe086c6c8aaa38cc24b4c8679f3b54fc1b4f4c1fa23da8a15b9275e99a687f1c1eba8ec1c9aacab1a7ef6cb8314a7118063c87ced655c1810e2288ae9682cb0761a89f619087c8396b57ee0936d80c3fcf32871eaeab0ff1269b4f904dbb39c22d8b090789609638b878c6390ac5aeae2e8ef678f66d54e4f60048f80cf041dd9fdaa40326d411fbfb532819c49cf0000002a7998ad29abf8a281ab1b315f2c892cee954647fbed757d8adf994f610307a3beb0eb87482d446cc29f860000003513383545bcba7f758c3b28b0d2ccae6a1fb0432bc0d733c6c9358c1b60c804d6a0a1eed4659ec7b049fc22632dbf4f4074665a25d0
0	2811	18	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	record	\\xf1e8ea0412ce052b323702a87f5e60c076d13b9895adc2689c9bcc2a36847ebbd331c2af7191719a17531f9d33b2fdcca018b26fb0587249ff631b92	\\x00000057c153041ac799357336e62d6b015e917b0514a629e2ce0e83590dbdfde8b0033babb814df8c1068ca771206932461eac08b2b6b27039df2a24466c7d2acd38f79131f7edb77fc2792906d278c0118d92dac2679da18edb5
0	2811	20	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	record	\\xc9a04bee1b1d7254a0cbc7de31952b7753b557e3c571a80fd5c2c115ea80eceaf3e1d087d5a171e3b305392b492edaa90ea8520f883008b1d8b5bb36	\\x0000005ad376e3ff9db0b1697b8afda7f10d11b98f2d574dff6af290e479d3118e1715d4ed57662688f40a5918fb68b86c6734067d594f0d97e2be91d560413f002d10ad181b38e4a17de9eceb8caa0458fb51f69b661db88e27d8c0bb5b
0	2811	22	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	record	\\x53e4d919676e11dfa81dc7b2fc5d74794633b2122d4f7ff1cfb5c0e039ac01816825c9ff88b40c9fc6b25464f97f7cfa6750d1d6bc35af0bf0951fcd	\\x00000058b4716b25af352b445e685da18b0bd2956c32ecf0835401828b35874dc8879617a778225559eab482fc041e8d8edf3a0a810bd36914b0ff0f4c4ca2ddbe23500fbcd722608d2a8f8beccf315eba94717605b826eb659af3c6
0	2811	24	018bec9a-0a00-7ab1-b211-a5a978c43bb5	record identity health	\\xabeb8b75b2b52e274d38a32d9b1ff7de5637a78e3e3a1cc3511462e948c697a82d755be16cff8ad3029dd4b2e549dd48c4873e947cdbec575498e2157267b754aceb7adc88e3a479506f33a1be8e17d44703e2df9a7ff8475029aec3535b5641242f369547d09a09a0b67db1da031dc057375a30469e57764a9a5ff6	\\x0000010f90e71abbe9299c18c5c26632e1cce785b6dcbce6d762c14d9e436643417e1b4a06393d6f5183d0f111b59b8dad96243bcf0e1c1e28ee4a88ae04a8ebeb1b1ae99a10144370940909fdeb419649f595186349f22e853a610d68d77dae95746f4725fc6d7b0222e805da234b568e5fc9bcb477e1f6dd6e14751746b9524314a98d8c5913a79cc534bad69d99db85945369552e6f7f18875e0e2e17c3f85c1f4ad5acadc80eb04b72722dd5f94097ad492de0e028c1e4a613f0b696f75308421167110a19d87593e2f704f387fd63e7dc0b0dae0e465a55c00c79aa3812f571ec96bc5f0a36d7e4ddb310a3d343be53e73c1dd84cce4fc94d0c78051333fdb914da25483eb8545a8757f50799c8a0b1790000002a1b1bf0a5189097f8f38ab07fcb379412cf0392b87fd9ff6142631a5c168dd891a0cdafc349b0724be8650000003530c4099589b25d850461de9f6f0ba8aa6986a6a258485d19f42f0ddf2104377fb6379e77b0ca2f079a5150f2d70a6c129550aa1119
0	2811	28	018bec9a-0a00-7acf-b661-39ae89bc5583	record identity health	\\xa08a392a5ac7803fcadb41ef21022cae76bf36271c6b977df4e2727058abe7ea6b17cf12bd1a7fa4644b1eb10fa2523e52a85fc69e7fc7cd41b34f01c17ecb864093a31ac3ae760c666476df94ac305c94a590ba72017baefc5ae42186b4a58f076e239672a3d0cfd10ced514d40a72f7dc2da0db9e10394127c5227	\\x00000115fa24bdf47148bc8b9b88f711f49ab09bbab35652a73de76baaac4f4d2b36470dab4a1f0acda6397917005a7f487c9ea137c12b10a635f5b07c9221a6776e6599da49a1e525b36877031457ca86d56e26e6827a299badc1af47b7f459f064e52d9a63817a3614132cd7d43bafbf3f9ee05d4c88f828bb03918c303952f0978ccfd3448bf110a7f3e0edfaffc950cff5ad7d8ca5dfdc35f3409abd27eba78fa98793a201ee5847289b7b114a6283a856a2a1906cc1fb37b0335047a27781a6b8797fca345f647c7c5feff2118ed457ebc9961795fddf201e0b51081d1029a805ef296466f63b66026da17a5f717a48c073e4fd33655b93ef4a5b75e877ddb89b7d5dd6c94e8824f1654310956955134a680cef2d20d00000002a4b61c22b1e97bf61d0355d8e00580d57855ebb4052d532b722f224ade37f0f57c89b72b65e624094642500000035ba33f5f56f41315c9632d5604b90a1535cf0321bb66c3c026757a227728416fc420e12904885fe41c2b58b73d7d09de3cf135a16f1
0	2811	33	018bec9a-0a00-745d-a63e-510def78d741	record identity health	\\xbd7a236b4aaea30adac0749bb488e3061b2c28b1a3df30347346de0704d548da3b7187d43826780a29f7f0dfca45eb058ed571795d3bab1430712f9eb5470c29ac6b1762f21526ed95f4514e77258205e340627bafeb152b195dc3d720d015bc991f309515bc9f4d77201abc00beb9ff2dfeba57b998245c1e934fd8	\\x000000f0c2d572b6ddc7c4be78ffd7bddd3f5a28c3310636177c697be3a09a931b824f539eb2570ec0765a9b86ea0b3ceae128be7454d51f2809dffe968b8722542f45b8d9f48e50a3b1d10e4cb727619be1b4fc2764813e9cb578935d37003ec715978e848321dabfeffeacd46cd2eadb514d387859e501c493e3d6cb8f4587ba34b4d0e34b36f9aef58da6ee1750cd7138411f8a75cbd75ccfee617316012f2209ebe66abba6618e7470d6c825975b2ce3a3a3d61ed5bda04eab6005c6c5a1fb8b10d68888e21a5ee0ef64b906e29c8f9fbf8eddc31d0f7d08af7e91848fca40d744e431e4c45419eb2b88617d98fdc249ea8e0000002a5e1c6875b5ea3c08a6668e2986bdd7ce2dd405fb2e86f7c8d556d34922cb684f71bdeffc16068f146b1a000000357da13b7c89642635a5027c6b0a69f655a072a167016ed7338016532c4be0632581f69124f32328b371b91c599ea79773af2e76b2e8
0	2811	36	018bec9a-0a00-7127-8dc7-121f837ab647	record identity health	\\xf70165aadd9f0a53db827461d3a2dce0ae1144dee90c915f7bbce45208f9906ebb6997fdfb3c2894e11c798be29cc465554acd1fda53f50865205677728d78d2dd1c9d90aae1b1cfd45725b557cfc2544aa6d7b40fce663cb4e90bf286447e4d65c7b872bac38ca0be66c55281c9b4553204015d772fcdf85c870925	\\x000001113edd9c0ea815e88e49b4b498e5dcdd194b1fb1dcb1c9f3f59507c5c971ac0fd1026179aa8fd4b22a02961060e06266eb39e1cf97183bb32637bf88a8de67c9821fa549f0776e8232b13684f72d95efd5c580f6858f7b7c2be53ba6e411edbd84997f78811cc8230c1aa3b06c497d3562b4e80d54523a1fb3068bb34c8abbace2c4136b4f7897c882900cc74492a1296bdfd0449715a6a407576f57ba600108fb4f8bf3a9938e78e6a1601227b9a76af258005c053bddb2ce49229e3544b2c4fb2ebbcce59c91a8c599ffc5e9d6ad2323f43a75314ea63f282954c7118c9f39dbd15ad22a64b324a25b3956c73519244bf7ac5951a4641609c1846fcaa6a36b5cf22d3c737377dc20c14b55f0719bfa2d820000002ad3ac7a406d4c4a03d1b801582d3f3fa8f5036446d634fc02b207e53adbf443ae355f7497f96199fc5a2b00000035ff8797612e8058c0c3a9b83d8dd0cf7fefb3ed2da1957dcc7c79bfd044e80d391bcf6d6e026503b7234c80c75a7182281db8adf877
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7acc-b46b-2e68e00dbe52	record identity health	\\x946d6ade3f153522f5eabc68067c539774dfce9ab0e16b9013782ec075bf5a34c2e8091fcc8143f193a7381ba541d2d7f6e453fe273225a4b3540711402620d3d2762f84e6d78fb799cac76a4e85935b9beac256cdaaacc5206697446ad5eec7b85b5ae4658671b294bfccd828c30711f51606d8b8db8c7d40c9ea5b	\\x0000010f372987d95c1d9f151b7adc54ff8d67cf76be20a4ea3e0f39d88625ed9ee250c16fcc45fc1f95ef2a0137aba6e91f91d9dac0cf0c96bd95fafd77aaea6f049c71efafa6f0e60a76f6bfd8689e97ba52fdf2d59fdf3a3b11e65bfd9210cd8da1606123c310f7a09405e077a2f335bfbbf446abb548084ec146d453201d54da9a26df9731167d4db04c515288f70e7ed119606912b836d5dac1ecccc1eafafe96af9bc2a2d74f29c36601031f778c0ecdeebf9ee67ac9f7c1d76cb7a54d02cd630dedb3b20ee2bbabe330fc3b8f821fa36dca9db0f4d13bfc7c2ae4c87ead6985e7334a8c29c8d3da31dd1c49f0de5d3bba3ac4ccd38ea554d9d74836ab9d82e4ae83d2c2e9636c1e9b22e0e33c8858eb0000002ac1aa54328729244501bfecd579497aa3b41fb01cf440acb91eeb41d4be94a061204835fe62cad6505da300000035950ddd63f77dec30fa3d66676a2ef5868b5bc77cf2190ae02d7d4d86b3fbcdce9479d92e5679ca25dd0e1579ba28ab8de2efb2d878
0	2812	44	018c10a6-8e00-7acc-b46b-2e68e00dbe52	record	\\xf34fbdc6b2a3d4a5b39a3bc604aae5a655ee7d97b53ff552a5423c0e0824053f674eedb6ef794478b4683fcf5307bf3b66023a416751ec2dd51c0930	\\x0000007d6bc9a5caa419f681af7967a6e888b9ea16ca8104269c465737f1bca2f1393dd71f17b88ce6ce5399494a68f5c38a771cfca5e830934718ec697d9b767a4234bdd3d4f53aa9078e0c3347699e5a0593e3b872f81906ace4bdcc49184f62ec34f4fa3d3329f8def826447e66796add9febe0b94bf4f5998b82dece92e9e6
0	2812	48	018c10a6-8e00-731d-a047-abdaf588d3d5	record identity health	\\x2102449e02c60db663102d44de9bd7628632b7c262209f24ae5172207c8c2a97a7406e80897a2272e9ffce51feadba020db671bfc225f5992f26823351f0d23f87d1831667cecd67769f308c038c4dbac29be06a2d373a63c4dbb24ac0f8ac2aac504283745d8c360ccec30fb921509d41de3b7a593459d244084eae	\\x000001091f7089deb1146ebd185d620bd94ff01aa37a96eff98938248971c3b1696df1623b6ac9c30a71831a84f44bc9e536a86402afded6584e9193343bcbc022391eb797ee9e42267e69c6795878b3ede8aa150e6f7a987a937017e0cf36cdf0781ec93a1bc23d8a3f1709d6e37cb0c55494c81903fa3d52b8dab1af752db99b0f71bac7c78ff9f1d299e682004f2637b429e11a83109c39479a252054ae79179fc201285466b03c1c4910953d51d3d0f33a988290a3facb6b04e1dbf3dd44e820bc132c1570ab7fff4dc0a91936bf90c46335db940e6bbedd2865ab284781df22f8fdd31b244c8908b93dd9c35f6933d35906a963ddb988b09ffa3a4929366fed6ea00fb1b3f232c8ee1dca0000002a0ccb5775894df7a59f677d928d337b308f8058dc4e360d04bcb68c34d70bab95e2466b4047558950ef640000003542a3b8cf4a543c97abbff2ca0eb506d99962bc194011d3e6803393b311eb09553ebd92d384a7085b78925851fc29acc4768e8856ac
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-3	1
0	agreement-load	pair-2	1
0	agreement-load	pair-4	1
0	agreement-load	pair-1	1
0	agreement-load	pair-0	1
0	agency-use	clinic-0	5
0	agency-use	clinic-4	37
0	agency-use	clinic-1	15
0	agency-use	clinic-3	29
0	agency-use	clinic-2	25
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7203-ad08-439d11ebeeda	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7203-ad08-439d11ebeeda	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-75fc-b74c-079b21d5fa39	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-75fc-b74c-079b21d5fa39	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-75fc-b74c-079b21d5fa39	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-75fc-b74c-079b21d5fa39	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7d2f-a835-7cdf1625668f	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7da5-98fe-6921ef9cd621	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-7195-8cce-e53c01e4dc54	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7195-8cce-e53c01e4dc54	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7195-8cce-e53c01e4dc54	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-7195-8cce-e53c01e4dc54	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7cfa-80d9-73d5fbce5094	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-7cfa-80d9-73d5fbce5094	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7cfa-80d9-73d5fbce5094	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7fc4-b652-a4bdd9b8116a	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7fc4-b652-a4bdd9b8116a	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7fc4-b652-a4bdd9b8116a	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-747e-82ae-f7f507fbb23c	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-77a4-a4a2-8ffc341ecfbe	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-77a4-a4a2-8ffc341ecfbe	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\xe8a6166dd9140692f160bfe41e789d0c	\\x63d9af766bfb5126c1c036bdf845fe8b017bf029a9bd945791153429b4d44834	2
0	2811	prison-0	cancelled	\\x48db22492bc672bf298ce3e584573d48	\\x3825491d3edda980294b55877a287430944163f3b6b40240ee44475ed67add4d	4
0	2811	prison-0	c1	\\x0b483e2976732f7df7f8dcfd9bcee150	\\x13481cea993ed5ef8925a3437783884755d7d8bc3349afd22b6586c96eea25fa	7
0	2811	prison-1	accepted	\\xba52fe8d7b1017ab6b6c60b413fbd804	\\x932a69f2062c83138a7626c74db8f088fb18f8ccc23858c4569a4f3754815944	8
0	2811	clinic-1	d1	\\x430d08eb6478dd9a35c959203834f980	\\xc03b2c5b60531c7aee045fd29a393566cdcefe4b5a36852af94e97866555a9ec	12
0	2811	prison-1	completed	\\xc74d297663c14faedcf6cb88403a4d4f	\\x9b7c6014b802c7ddecb620159f7061d6a916e11e91fa03e5fbe7247ca7ff080f	14
0	2811	clinic-1	d2	\\x28b0b42e52b6a4405f094e9f28537251	\\x43bbf764e5191ce47a86ffd0037095b0d054961a5febd13c215952a2f9d85bad	18
0	2811	clinic-1	d3	\\x4ac8d17fa038d6381ab876cd76e50b70	\\x62eab37bd9be24421b28e898615bf4a38e6f0e03cfb1f549d1d12b779c713f9a	20
0	2811	clinic-1	d4	\\x1da99150a0cc8a672b21f3607aaef84b	\\xf88a19e7e1cd74668221770482e9acd69ca29c81d62209eaf4014f2b639b32c5	22
0	2811	prison-2	returned	\\x30d6404a401c50f581005b7a80d7af14	\\x5f8074c790b06cde2a601ea761482193c20b01fc4a9c1b7ae98402bfdcef7f66	24
0	2811	prison-3	quarantined	\\x1b7c9268de1209e5c3e65f54ce51d16a	\\x1531ca3ba6a39f807728d55a65fce0fae6988b2b62c386bc0132a6b884bcf756	28
0	2811	prison-4	waiting	\\x946414f26ef39e9a2065658ff9ea68dd	\\x2ff8a2ac2f07e6d51b4c42cad1aa09d1d82317cfa9ccfa50d9604330e5fdc189	33
0	2811	prison-4	in-flight	\\xf08566a86dc16ff3d7620c9d31a62e14	\\x41f2309dc3cee55bc3b807b9dcc883111dca5af80f573cfb13e24ff32b3ac0ac	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x72d7b0279345230d223cf68460247cf7	\\xa308e4b973593a1c63b84828c8176a3d544a1e398bdd8a70308eb2533dbc4734	40
0	2812	clinic-5	d5	\\xae8c091f8eca843d550e68416e44ae38	\\x5e793eef3dd6cc282be137b01d68e0737300e87957d810c721229a4711c452b5	44
0	2812	prison-5	later	\\x02c03eff568bade9fa0a0d47bde7dbac	\\x6d3e38f10dbef1f648b98a8b38cec0130955e604b8bb9c01471856f5555c96ab	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\xb97a3458fc3bf2a3bcd7989444e034da656e2d9858501556a89772f61cf834f5	018bec9a-0a00-7099-a774-e780ec49db84	1	\\xe970c68d6870d4e1281bf9f94457b70ca175b78037583616adb251d1e4eb797079e98301350809737d8bb3941dd5123c8346bafa65bc53fc6a3aa293
0	\\x7a3873cbb3427d4e090edd023a71c959fccf2e6c0c74379eb73e00318b7c0528	018bec9a-0a00-731e-adfb-d7d417a33a10	1	\\x48d621faaf9a80028eee0cc249d21599b01d9235654216e32ecdaef7a92cbadf375a3f16bb98bd4ebc7f0bc75d673cdd3719817710b13a3d2cf94ed7
0	\\xf7336b4626bf802011434c1846a989102bd6693bdec417e389887df94661803a	018bec9a-0a00-7fd0-9a03-e0d832db0e3b	1	\\xc85f5b41c60e045e3529b70f531fb4543599d33cbf37dfecbb57cf5f80eba79582b30cdfd46e5bb39ba4f79596ed950f6c035199f06d12cd07dd2851
0	\\xe800c8a0899d3627d3bb9e233c0f2e29c37529e20d608e3707384e2c7fb9e883	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	1	\\xe2c6b0396f828895e11cc50ceb566cdb47401dd872a18b05ff89903f1070c1ac8184b2d206082310e9da6ca96d9d1b4f7208e29cc71f38e0a5e967cf
0	\\xd43a9b6772086519ae5080643212232563d45e1b86dc29167ceafe3a05f09960	018bec9a-0a00-7ab1-b211-a5a978c43bb5	1	\\x95f617e6f319df2baf3fd52e0bdcd09ee06a325ee79bf2389ee88dc5bf3b9bb7b2cdb1d04cd253b5d9a12f355bbfeec760199b11af0cfa625ea98a3c
0	\\x351abc5fba9e0239624f2239e1cca10ccec19e85ae5fcf3226bf8dc4956066d4	018bec9a-0a00-7acf-b661-39ae89bc5583	1	\\x41616ecb26cf1b63782b1e8f14461de01f182b7e38426732851696c28831bfa2876a7f05f368907682691e255d1e0f8c4aed4c401f955e1b8de6db7a
0	\\x1cc5a0ecd5679a400c7e5cd707107b84382b786b720e6b5895be3ec2b9563997	018bec9a-0a00-745d-a63e-510def78d741	1	\\xa902dca6f00955c954f671bcf516bf23076754f5b11e948f36b60c670dcc79afe5b10a60ff41462e3a8231a5ba25bf901887703555fed6d790ff4b39
0	\\x31e5851cbe0aa103e3d7ab72fec24444652c3719a844d9d4712f520bc9e646cd	018bec9a-0a00-7127-8dc7-121f837ab647	1	\\xdd5347d16d776f371febb40060963844292535e9b24879c9a58333c7e6e54c4d33da1d722d402cb3f8a809a9da93f35d700ed78755bd62dec2f108a1
0	\\xf0256aaeeff24c426bd79e55aa590f6cbed0a92323d01e5e1b31c491569dde9d	018c10a6-8e00-7acc-b46b-2e68e00dbe52	1	\\xa5df3a3976c21ed79f1d793a997b5220c3fdf71c8fd817e6db3967a3c821ba54ab8a35b2d8b4f46d8f6b34b437390ce79b1d36bd933cb7b2695f4dde
0	\\x11f5efd846764e859141f5fb2659edb9c82f9945d2e6b653a6169707e0cf5f22	018c10a6-8e00-731d-a047-abdaf588d3d5	1	\\x5922d128fdd7d35e62b3a7383595920ba2ca3229b370c11e866a25784a022f47b22c019cb8890a43078d1b9f2ef048a400d46b589e64be54f3c95e03
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-7203-ad08-439d11ebeeda	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-7099-a774-e780ec49db84	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-75fc-b74c-079b21d5fa39	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-731e-adfb-d7d417a33a10	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7d2f-a835-7cdf1625668f	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-7fd0-9a03-e0d832db0e3b	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7da5-98fe-6921ef9cd621	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7a9e-9e89-d2fe72d60b3a	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7195-8cce-e53c01e4dc54	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-7ab1-b211-a5a978c43bb5	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7b91-9e3f-19d0e0d63a20	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7acf-b661-39ae89bc5583	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7cfa-80d9-73d5fbce5094	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-745d-a63e-510def78d741	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7fc4-b652-a4bdd9b8116a	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-7127-8dc7-121f837ab647	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-747e-82ae-f7f507fbb23c	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7acc-b46b-2e68e00dbe52	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-77a4-a4a2-8ffc341ecfbe	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-731d-a047-abdaf588d3d5	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-29 00:02:12.338505+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\xb76a62ad0e4b5b4df99869f76958a513d72c308e3f17ae7340ea04c7fd1aba05910002e46222c9e69a69b612684691c8120e7364634ce2a053396cab
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-7931-8eea-8f5533e05f67	2	3535	2023-11-27 12:00:00+00
\.
ALTER TABLE ONLY throughcare.content
    ADD CONSTRAINT content_pkey PRIMARY KEY (shard, body, week);
ALTER TABLE ONLY throughcare.content_2811
    ADD CONSTRAINT content_2811_pkey PRIMARY KEY (shard, body, week);
ALTER TABLE ONLY throughcare.content_2812
    ADD CONSTRAINT content_2812_pkey PRIMARY KEY (shard, body, week);
ALTER TABLE ONLY throughcare.content_2813
    ADD CONSTRAINT content_2813_pkey PRIMARY KEY (shard, body, week);
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
    ADD CONSTRAINT message_pkey PRIMARY KEY (shard, id, sender, week);
ALTER TABLE ONLY throughcare.message_2811
    ADD CONSTRAINT message_2811_pkey PRIMARY KEY (shard, id, sender, week);
ALTER TABLE ONLY throughcare.message_2812
    ADD CONSTRAINT message_2812_pkey PRIMARY KEY (shard, id, sender, week);
ALTER TABLE ONLY throughcare.message_2813
    ADD CONSTRAINT message_2813_pkey PRIMARY KEY (shard, id, sender, week);
ALTER TABLE ONLY throughcare.network
    ADD CONSTRAINT network_pkey PRIMARY KEY (shard, version);
ALTER TABLE ONLY throughcare.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (shard, lookup);
ALTER TABLE ONLY throughcare.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2811
    ADD CONSTRAINT referral_2811_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral
    ADD CONSTRAINT referral_shard_name_requester_week_key UNIQUE (shard, name, requester, week);
ALTER TABLE ONLY throughcare.referral_2811
    ADD CONSTRAINT referral_2811_shard_name_requester_week_key UNIQUE (shard, name, requester, week);
ALTER TABLE ONLY throughcare.referral_2812
    ADD CONSTRAINT referral_2812_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2812
    ADD CONSTRAINT referral_2812_shard_name_requester_week_key UNIQUE (shard, name, requester, week);
ALTER TABLE ONLY throughcare.referral_2813
    ADD CONSTRAINT referral_2813_pkey PRIMARY KEY (shard, id, week);
ALTER TABLE ONLY throughcare.referral_2813
    ADD CONSTRAINT referral_2813_shard_name_requester_week_key UNIQUE (shard, name, requester, week);
ALTER TABLE ONLY throughcare.schema_version
    ADD CONSTRAINT schema_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY throughcare.secret
    ADD CONSTRAINT secret_pkey PRIMARY KEY (shard, name);
ALTER TABLE ONLY throughcare.shard
    ADD CONSTRAINT shard_pkey PRIMARY KEY (shard);
CREATE INDEX event_orphan ON ONLY throughcare.event USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2811_shard_entry_idx ON throughcare.event_2811 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_inbox ON ONLY throughcare.event USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_2811_shard_inbox_priority_position_idx ON throughcare.event_2811 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_unserved ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_2811_shard_position_idx ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_quarantined ON ONLY throughcare.event USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_2811_shard_position_idx1 ON throughcare.event_2811 USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_referral ON ONLY throughcare.event USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2811_shard_referral_position_idx ON throughcare.event_2811 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2812_shard_entry_idx ON throughcare.event_2812 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2812_shard_inbox_priority_position_idx ON throughcare.event_2812 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_2812_shard_position_idx ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_2812_shard_position_idx1 ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_2812_shard_referral_position_idx ON throughcare.event_2812 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2813_shard_entry_idx ON throughcare.event_2813 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2813_shard_inbox_priority_position_idx ON throughcare.event_2813 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_2813_shard_position_idx ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_2813_shard_position_idx1 ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_2813_shard_referral_position_idx ON throughcare.event_2813 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE UNIQUE INDEX person_alias ON throughcare.person USING btree (shard, alias);
ALTER INDEX throughcare.content_pkey ATTACH PARTITION throughcare.content_2811_pkey;
ALTER INDEX throughcare.content_pkey ATTACH PARTITION throughcare.content_2812_pkey;
ALTER INDEX throughcare.content_pkey ATTACH PARTITION throughcare.content_2813_pkey;
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
ALTER INDEX throughcare.referral_shard_name_requester_week_key ATTACH PARTITION throughcare.referral_2811_shard_name_requester_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2812_pkey;
ALTER INDEX throughcare.referral_shard_name_requester_week_key ATTACH PARTITION throughcare.referral_2812_shard_name_requester_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2813_pkey;
ALTER INDEX throughcare.referral_shard_name_requester_week_key ATTACH PARTITION throughcare.referral_2813_shard_name_requester_week_key;
