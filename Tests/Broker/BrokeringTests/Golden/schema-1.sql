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
0	2811	2	018bec9a-0a00-7ce5-b454-9961ee49effa	record identity health attachment/health	\\xd486edf9bb209f0214b6dd28c7b843f8cb4d1a9efb827adf7d874973d4aff18270834a22949af349967e11087d0cda5657d1c0ef38f8d621d8dbc08d88db7587e24fbf8740fb074e8f2de5f4fbcaabb4fe3ff845703b482c656602209923e7d7280753c34fe8ccfe93020cd5a2b7c8c549f72f69bda6ec5435d91fb5074b982b8a1b967234e123f47153004d2c5dbc0440034ada7447d5bdb01c9ea6	\\x0000010aa04e4110e325edd8f1184cd59c352e37ba96c7802e2fa47d885db4efe81b988c14d2e9c9eb3f97575aa48a3c2fb18e60c4876d6a976bdd857c571194e2f9cb7d63f8d5e3997e9a48fc2772d038a798f18194079af61994af2d3890af5288f425f8157e49856c3b4451b834151aac229551598eeb122a68b82803c0fd93e56a8be51f476c652cb55add6f35ec66e332503f9dfbeda44d4874ed38a4fcc46284cec3371f232f9d58bce826de0592d01613fea39875377eebeb66e58654460008ea9518143b8c20da592d26bcacfa93618628503ef0919c967026c57b0b49a3c6c5ef6c56dc54dfbf9e5ef4f9ab4ea3fc1f05f583147e350e110e85d3921e6958808b5b2ddb5c9a68855bd60000002a18771c5f8e473a30de08ed118001c57efca3a41ffa5182686228dfde70bd895f5093333152476c2e97ff0000005209d6d7beffdfe6ebca213275c62b0b793135ed979e2b01438916d90ddf9bf9cffae555f34fbd0812253a68e5a9b9efe4039344117846317647fa8ab5aa5e1a010531aa8e45fd3451b5dc112716d42df15be000000076f865036841857b202c83f375dd69b95ead92a0715b5002cbbbe047bf51a5f816840e4a658a6c0aa2bf13fb6af6ae2ffae9630afba8771906533897fd7385dd0889de51d4f6f0d192bf62fbbf223dbe7e41fdf3af52990f96e299aaa3c788a124611b0788fea6f84f40cb447abf91d73d496491a8afe5
0	2811	4	018bec9a-0a00-78f6-af3f-cd05e8810838	record identity health	\\xc530506b60ff466401132860bd1a7c6c4e760d77b61b8e9f7f27c86d0189a288d32ea736498cfb7e8ea4a9f3ac4caff5b7b7a88eab015e369154aa03d85460ebeeaf994a2846ed2a7be06c8b5e1ada36468b79338d95850bd0026b6a2451a4c6ee0e785ba1486a8a40ef756157599ac47e6c2ed9f6f5db9eaa1be003	\\x00000111da8eca9fe97c71db703c2c55cc249458742bee8347dd9ac52b3a85fd1ffd1461b91d21f6380bee319e266af850334ae88867791c8013ae8aa52c26a4b3bd2fbb5bc7971757d03a6f242fff97c77ff0dbbc41fba16081109b03f50a891356678db5dacc6312c03254b8aede3f503fb9c4aeff9d2df4f44de146d006579a898218573a0931df74d4c2057bc75b99cae297d2bb74f6fb74f2104a228f11f8245785d10b6e392fc2aaf327e6f473bca86ac185d5efcc1177c5e8082a9afc233c647afc5f14c2e03448827d94e8d4a74b75cad839245b922ff66e7ada0eca15393f1d5ac14700c0ac214ef505cf159e4209c24aef85883bbb9df6e659deb91c9505aedff320406618e3bbf398cd7a27b10968b00000002a14af4a2bd7724cc86af251a6980d9dc146ec96a21f4b8a1995351f6c22d985167c3e70abf44ff373e2b00000003578c1b5c618c3212ffbca93c0d68687452fc5935652fc5da70b83afc53608fc003d3e6024e161d4664bd6cef41ac3c8b695673f06f2
0	2811	7	018bec9a-0a00-78f6-af3f-cd05e8810838	record	\\xcaea7a0b8da234a51951fe7b635535d85aace2adbc937aef77797abba8d473f95941faf2966105f242496a5dd0211abdc3164979b4fec9db28b910a7	\\x0000006fb46943d602f9f603b5cc83a2dc1a1756e0ffc7442e9c03c950b7419423a825479e60c3f85a10af63b450183e895eb0abad8e42c0cd3745c17bc5d2935c454ca54aa0d0bc533576888e81465393671d594bb8594f235b2808549d1525b6dab362952a848946233087eee10fc4c84e00
0	2811	8	018bec9a-0a00-722b-a2d1-2f85fab64f77	record identity health	\\x8b818551aad82d0686f265a5094945ae7ab1744b1e989f8925245722454491a6df4d25d2fa4929a77b20d83f2af4a8403de504b853d8866464cad09822ef532f8f1451d4021455c3b129f5111842e298398b3c04451c0513136333b15ce4e2393813f6de01d08c21600815d4e23316c1f527e47ff89ec13cabc70a3f	\\x0000010f6f3ac0193fa29412dc8eed49787338c51c0db0a147fb23dd91959db70ad930654528d230c3b67674ece9c14ab9884214d3d1c13cdf8e634a90ca83767abc88cd33f92c35eb6170f34041fa813c12e6fa4678e97a730caf59cb0fc122144950ed46c888a8a2383f0652536483ebb474d7324bd4bf1fbe8438a350c5e3146728781a7cfef5ccbd8e4ff5706729598146a89385571087bb5ef1c2162b08dfd667d3558cf7eae8b23f4f7b38617f02d84132fbf9d62b4faa9807d09c05fea433c31b1b13828a66e0d7a9f44c24ef28d713a8154369b073f2ac5805ba8e74d7ab8bdff19daad0db02c067c8c8565681b80feb5d38cab66f418ca4e9bed6ae00402e848212d9c34f67eda60a4041ab9b1b2c0000002ae31fae8b75a3fe59f4861c55eacf843e9141686e900b0bcc0f9bcf4736659870b8f599bdca44d5ca4af8000000358828a45b17bd227c0179d24ba011b10602ab054d6c7d3f38a06e5140ded9fabc8ac6732b2ad02965f655d71a21270faf21e695e1f0
0	2811	12	018bec9a-0a00-722b-a2d1-2f85fab64f77	record	\\x0a2f147ae72ce199204ad1ad9d23e555515880a2045dfd7c3f6adbffac06309a5ecbcde42b86d0432682674cda5d22efc1845ef93c37d6d2797487e6	\\x00000057930dae4ff37059f48c1614df2bd7e201cb57a2c42d3dc254978ca507eaecab9164632ec2553796550ab7948053eedc220e659cfd414172ff4f7c49c77f429b33263a706d406c2cfdea2cd9a46332b4437260113b29906f
0	2811	14	018bec9a-0a00-7bea-bc2c-0e7d60f63722	record identity health	\\x32b2d5c091051262aa36ec35de5d06feb9bf5750ebd7145683004038df3fde4fb2535ca3e60841c00385dd003c0ba73165829e8549a7812083cc5a43df38d58535d7eec29f68358afeec2c85c9fdcddf74733ff6a04ed5caf1f6e3bd0ef5ae1ad39480e8b1a338f6d4227624bb07f5e481271d0c0efee6255107ea9b	\\x000001119e08cdea2a331e0c07c799785eabb5f5c66e15f0a8e16ef1edc3401f1347d478f662135361e86aba4fd2fa18c080768d770cf7cce0fb0be45cf229d80dab6c33a22b50f936cc63be4e5ea690d0d62d0b2c27701a6eb97ce965251f32a64606deffbb607e015f96ca14fd63b2797e0f163b6c30655a1ae022a3a4e180b2ef19e4c9e939fc1df28b3559cfeb376936eff0c58579293c8170d87aa8d7367a185f78c40a8ba4d67297bc2cf9eb845478e6913421ec09a5ddf99b2c8276c1fc26143a3faf1d398da5ceaea06d780d9341f6cd51eb29be529791e4684042bea0ae8fcfa533fb396b4e87bd8f345d11996babe93ae1498dac42717e1427c8502913b6581bb4b250e400bcbb850c87c976989693430000002ad5c1bdd81381238f992b77b372da77f3c48fce4b279626a8ff307f9752046e2a5e26db288a1aa1a57a4c00000035349a6e420caf70219fea274b2503d590dbb390c6f26363c96f290dce5047a8121c4f9bdd5c7827ef9367766eaf93471046407a4a22
0	2811	18	018bec9a-0a00-7bea-bc2c-0e7d60f63722	record	\\x1f0774e04d44421af8c9518ccec8faedfe0308079a3d8e07d35eaa744c586d3c519d26ec3e71e7010c90c6cd52b15e23ea048dff3247dc03b6a894d5	\\x0000005720d6243f54d8885732afa0aebab2b2461b7573e22e619396ba78ba2306aa97d1e85d85fe29593aa399e4b60d7fb313b86188e51209f1c2754166eef43c5c1aec2faf3b2a144be06e4b0fa9d57116854a360386ec3b4481
0	2811	20	018bec9a-0a00-7bea-bc2c-0e7d60f63722	record	\\xfb33e2a76b7803680fbbdeb2a845a1f8855bbab5d17ef44878f492275e9547ddf28597067fbd02a97202db19f513f4c9e0f11dcb425230c8f45f5697	\\x0000005aaa15f211e8fb9a60dcd9b8983dc67609111b427b75a51d681d4b3166d1919a7cc637eb34f8e72de4a1886b74f27340b5da29d0bced03cd109d4cf57ed74083fe8e1522b79dbfaa5eb485ff8afdae959b2804a7c2dff4d89172ec
0	2811	22	018bec9a-0a00-7bea-bc2c-0e7d60f63722	record	\\xe145a651a2b9da66afd7b32baac6eee3b969fd40ead717c965ac181025b8d2a2e4a1c826c004f13103e171d6cfc872088d46fc22ce56368f5245ad64	\\x00000058e7e1987ec05c9709d6dd267836769776706c4a42887f2a84ade3d1b4a4158bfc92b0056fa2db04fe7a106681d11f6a6037a871ba4a6370bc566b1dd8d732d6f7f4fd233185723ee752cfe0b104022975c932329d6fd059fd
0	2811	24	018bec9a-0a00-73b8-a7e1-90196b937833	record identity health	\\x6a909933eb7d7f7026664fdfa42da14511f6909a959dc3e2543efbd736f8137fff1e2b6ffda01fd87400194dc095e32ff06a66b2f9df6d95c1d4d5a2b490c50fb10d47caf2f9fb7cfbf628cdb490d34a66bf07722ee0f4c415bd9a14ab1d447ad11158692f49ce0771a1c134273f3aef96bcd2cc06e18ea20cdc29e0	\\x0000010f2422a944d2ca6f1d0fbb2bdb3c4b50798b79479cdbe0a071911dc795f63b63899c6f5e1a5a5f7584a32e584854ee8bf79e1aa05ad79c2a917ba034dceb66a196a1d4a971191093cb921efdaa5d76668b2786f0b2db2c40c00a7b0ad14dd6212961d44fcd4f8fd2c7b84fa92cf3bfa4d3ff75543a8f8506ce5b1ef60b04d2a135984b73c188a30a25bf5683e86f886e70dc8e31acca9c35f3c4993453b158b0cd6247b5dd8fcd71a0e7722ae3742cff4c4a62ffe289cefe04f8dd494e83e9830bfc07ff9144ca22a87ef6861d2930c17f360c12f383295b762d9b37de7da1068a1906100af62b9415e325212306866da6c65a5a3125f3284aa95373c19eb11f0bb55d4e747ba3279ed508f3d1b1e7ab0000002adb7832db56f628164cdb29763269d2991c997afba6f6637a7b8a96d7c026ddaf5ec8e762efafa6620e7d00000035f33683bffa4d1851901c8b68969dbdc2322bdb0a2f583e4bac7a73ffe537cf80eb0b263ef9245bf45b7eede016ede905650da0b183
0	2811	28	018bec9a-0a00-7623-b5f9-1fc48ee08729	record identity health	\\x46e502d3b53e14d1b2f5dc7c2b832ed331f1305d1aaed5de4870714888f417f5c2becdc559c3c430d06b450fc1b5e4196db42a59c5985fcca0bf3710deaebb268b6760c9f42a9adcdd0e2e56b5f1fc9983b17c717a72de2443b2c39233d1a625e70f2dde987ce92f72f68d0b5222240b27005edd9524f39628c7b203	\\x000001154852068d67c426728f9ec84690b513dd0dbacd53a9515f3a275919b8bf7cc294d6aec3a308ab3530f8f99dff02b3af14cec4e5f99b340dc1d524d8822f09657b1f11b4d7db59dc70329456939614099de17924f53b8278504929bd2de4710e3c359b3704066fb2b22609dffccd9d9ad67b52d9690db258e9d814deaccf80039b779a78b3cf6241bc60a81dbbff8e65f6711ef0e59889f9523bccdb39827a0a4689abd67ba61c14eefca69b3293dc3f16ea9d3ecd7b016aadf261ea842363ffd85509f87b7656cbe341742894af9304458aa5f8d4e5501ce8128e3f5c98d256c8dfe3a3663265b26ff31c673a07170fd9cd67407926845c70ec857704f5cc30aa0bc15fb2896f7440dd595ca704ea29859b542c41ba0000002a59600ec5f6b568683e7916626208b72a8976b7be4637fcc2d5dab5d32ea4cd988b6190d3895c43d6c8020000003587c08ccacaa31b9c9b7d00c2d8430e17402483ce54bc360c135085146219c29e07bf532a5c69ad11c0d987db1f2c75374d185dba8b
0	2811	33	018bec9a-0a00-74ef-bdaa-242419395d76	record identity health	\\x5b9669cb0a653997c21cb15c542817447868a1a5e485b9774bf8bde29a1dae4a42a36d40570e742871d0538995d3f1bf5c9fb408744cff83e0727be6bee2eb81766f06ec311bbd8358b0b90e2e0f5da726aab98fe678979a18c0d28f44644bb046f42c6aae072cc655263389f92fb086e3dce1a8eddc3be2ad9ab8cb	\\x000000f07bb16253439dca0087a1c06e898b1df5fe9df629dfa3dcb2ee8307c79521dc684d6d5613529e5fc41e44280bbb08b51198e892b59d6b23652c01e89141036f8c0583d476d0d1513d0247d1cc5dff85db11b0dddba37bb0b888562e0bc7680522bf1bbbb2d2c0d14b6886cd58923fbd6c2f21d74791fc52b780ef2119d4a87963633f65aaabf18dcb1defb2c451720a7b2b39081174f1e8772faed43df58ff51b4788a14b4778c33836898bf18ece61497937d26072ad17932cea8f6fe3432e84a662ebdc10221a25002eadf49f345ad7916dcfcf9f9e6dee2bdf97793e64c34d53eadf9a678cf510b201df7980e7c6c30000002af2ef85b51fe14120878c6360505b1cf3af76a0d6a3eee3107f5d7b181e40c69be4ac47e55f7986cdcbfc000000354872cfc696e08727a0af0c14517c87bb7ac2ba02b036460e10ea06d4a7a001d0b5ac1cb0a697a20198efd2dff84f87498b500a7507
0	2811	36	018bec9a-0a00-77a5-bad6-816ff4281b92	record identity health	\\xec6f7f2b916ec7d60e24f9e1e3cf48b5ef2d4c8f4d640e8246e99975e3f737533ae383196d2ebac9b2285af9144220f6d01f975475ba28f22606dfed56212ec439b7673ef1f5a1167695f375d2fe925c4560b142fe96944708c9c6dd2bf3852154e7fddc872ef1536a1fd6c3720acec5a1217b80eae394f2c1bf9602	\\x000001111d18312e5108a1ad644811ac88f69c3da5b17144d53f8b645ec3b3f2c18d7ae8851b9d8867d02ca4857e4eb9d3c0aaaedf2bb1484923c306072528c16c5297a71ace2ba365a1d764fc6573844c6ea30a81734c5efeba8deb3a2d84846e08972f94bbbff8a24df628e857227971db56116fd85e8bc55bf2c5092695a1981c825724f3a4e997b2e1562e49d5deffa2225026e7019023003f972511011e29f72e0a909299a41daaa3d96ed27dc5764c3a61a6b39a630b47553eb7558515bc9586054ea018c51ddfd878f6d0a89ddb1fda6f691ffc0717c265af0de67eb57d688f1b754296de8052c7a2123c7d8fab3aaa24fc69e9b4d4998aa0307743d557c4db790c11729da66d0aea403507e2155d4284f40000002a1e1bbd2f46d30a4dfe74d3f621eab1d5d48b80379865890bf4fe638df5d4e38fb5a5379f55c1321e9c8b000000350692dce506c2a82fd084419b7d75830ee980aab18988a5d50e3bb07751704d993c9f0600ba8006c840718f7482803931fa5526aa3b
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7279-9c2d-7ebe56ed013c	record identity health	\\xbd68d2b5d9014188e8a98bdc327bb5d873628869198657fa222ab8bfc85e8329c85fff50e345fbe1765d6d8085c3054de5727a72e3057455bebbc026b5c2641145df7b96bd0839b9ceeb5f390e7fa448d3b535a0a85620985e3f0cf0660c7534d6332ba9d0a823cdb16c714fc74255d45ad2a07c05688623ffe1e0a5	\\x0000010f883b25a9ff112c3267efbe0a9adcda3bf26450727a70b9035e5853a269d03a7d76ec436818c4566774335610124db155bbf3024964c256deb0e2198ab719fb19938d5551dbf8dd99bcbee9da6b378dde3813e45344fcd746dccc5cee93650f22db1866c04984c595527d7057293c02a0a37c652286b2257e4747fb5f6a8eb69d32be21c8bb16ab65c63b5c34633e607ae24c4428eb4dff6a5c3c184b56a886df76a12c3d0f78f8c7fbae5c9d0929b19866a5f30bec29bb491b25d4ff8720b59be096aae7008698a1eeff98722b3f7a4f8d9fd0b40490486d3718332ff3f927507b6d1bc4a06357c8ae361bb663716f357cb878dfe30faa1274a3fa1ad23a136345422f91542d7afa794d94ba80b9290000002af782e2ca3d7edb609c23fa5df0024a9b436d6795a3352fee6356d101f9784a4ef6418f7b8a504159a2bb00000035de962ac1df26443333b953157c974975f219d3510c75bc08142fc314dfb43e291394c6da093bdd2ca523384d964004f17dd7056b9a
0	2812	44	018c10a6-8e00-7279-9c2d-7ebe56ed013c	record	\\xaee7869183b49bd447a446497f43b2082b4812b37912b35537c02d44696d96e11ddc942b2aef2bb1e0022b722db1fce2e821f50b3ecb73a0f96cc162	\\x0000007d8f3a5d3e40891f9c958a3823182bc1672c6e1f3da6551abc9a57ffe5f58d916a846d6e16cc3ddec1e613c2ad745f23f073f29ba7ceaf0b96530e0c1aee7f6e6bdab43cc750765425b6b2d3b7371697a0b9e43a2b6802cb65429f990532487d731abac3a9c488b6ac1e31e40e7e6a1cf715f4d7b090ea2d6890a43ebbe3
0	2812	48	018c10a6-8e00-70a2-9caa-7db605375e49	record identity health	\\x8ed7647e3f09ef8f90648456a14a8f3d8a138d48203c991a155a46efdd23a673df3a0d46490d99e0cb5564be0b8d15d8a6d161128563916c3498be9fb5e01e792496381ef6cf1f159d69b306b3e600de862db0c942051d4a05820981d1abf2d78bbf4912152f2f80e022349d7aaedd03de92cae4bb2b2c75eef3d6a2	\\x0000010917d402f584197a4bb0add9768371b61cf9b51a8e1ae7f67998174009abcae831d686e10db5a007e0cbae387451fe7a6a6c35569687e00f6c6d2a1f9f8873403c7c23ea08b3e23fda39458737565120dfeac001eff2c673940e70775d3bd7ba69ba00201a9ee1fcba8550862cfb6f7affbfffd230085a338f7a21fb13f51eb3de0983ec6c5b652cbabb99f1de473b49c8c6ff51c69afcb1b8cc0537067570ad4f130731c24fea48f344d0b67b4f1d5e37424578789348eacd74398555caa65bb67c5862f27393607b1779acdd8a9701271d4eb1569318be3215569e4b3c2d5f4c6358ea1b834d060349c59cacee97a3c7654c096525c768b978f1e1c33b0db012ee057cb9f5883950600000002a13e2782d13b3171c66e4f96ff543a07e95a0817cd0df8a752d055910088dd60b7e224d6a383eefcce8b2000000353ff20ac3912e0ebec4db83e1f8d6ad05416802aef5a398c195a4bf0c19afc12931be18883fd7b6a98c0786e042e33a95cfdfaf3b21
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-0	1
0	agreement-load	pair-1	1
0	agreement-load	pair-3	1
0	agreement-load	pair-4	1
0	agreement-load	pair-2	1
0	agency-use	clinic-3	29
0	agency-use	clinic-2	25
0	agency-use	clinic-4	37
0	agency-use	clinic-0	5
0	agency-use	clinic-1	15
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	quarantined		1
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-73d7-adad-6d7bc3c77c6a	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-73d7-adad-6d7bc3c77c6a	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7acd-812e-066091c7938a	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7acd-812e-066091c7938a	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-7acd-812e-066091c7938a	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-7acd-812e-066091c7938a	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7efe-a529-32e14e870db9	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7efe-a529-32e14e870db9	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7efe-a529-32e14e870db9	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7efe-a529-32e14e870db9	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7efe-a529-32e14e870db9	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7efe-a529-32e14e870db9	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7996-8a8c-cc8db09c7c36	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-7a84-8ddf-6249262d314a	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7a84-8ddf-6249262d314a	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7a84-8ddf-6249262d314a	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-7a84-8ddf-6249262d314a	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-7d8c-bee0-86a9765c27e6	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7d8c-bee0-86a9765c27e6	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7d8c-bee0-86a9765c27e6	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-7d8c-bee0-86a9765c27e6	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	recipient-refused	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7d8c-bee0-86a9765c27e6	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7d44-9823-876b121ada93	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-7d44-9823-876b121ada93	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7d44-9823-876b121ada93	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-749d-8ece-54f198fba53d	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-749d-8ece-54f198fba53d	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-749d-8ece-54f198fba53d	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-78c2-a54e-4c4ecf07aeda	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-78c2-a54e-4c4ecf07aeda	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\xa9020c04b3496a529c6dd853770d3ec3	\\x8a0c20dc1088060509a6da279303233e3be0ef7958e70b4c24c6e8d58bad99ef	2
0	2811	prison-0	cancelled	\\x33c334986a337a907a4feefff805aa2d	\\x395451e7b34244fe005030c3f6a5e8c647eef5e830c7af6698b6831954b023ba	4
0	2811	prison-0	c1	\\xd202157d1277e1da80dd9aa0c633cd41	\\x8f8436c6c829bcb204fd597247b0ceda226659c88b57f52d0cc2f0e797777a81	7
0	2811	prison-1	accepted	\\xe96c5509b12121a8843985da0887525a	\\x4e449a23a156b6dcf748763ae3fa5155821b27933f234cba0580e7fe9c951873	8
0	2811	clinic-1	d1	\\x16692e475054dd1f7ba5e253669ebef8	\\xf49703be18088478f7eadf6d36e7cf48bc2f2ef1fa3710e0cb94b8a127d95cb8	12
0	2811	prison-1	completed	\\xc14c30b59a7d747a7f623f817b677807	\\xe27aec8b86a86037f0c641e5ee5ca38ef88d55df7e1ac5fce2d06990f591c028	14
0	2811	clinic-1	d2	\\x76b14097f2064319d4eaa76a700ece25	\\x9f941b9863b4ade67b3e037d20d458f44be843bacb37def588d72fbe395ab6c6	18
0	2811	clinic-1	d3	\\x0b47361c20cb2398a269da0be7bb1a51	\\x143575c9c98f2a421657b84e0a766c8cf0c8a6c8ac2193091cbafea572b5ec7e	20
0	2811	clinic-1	d4	\\xd0073d3a4802ec4f4163325ee3432e20	\\xc265db4f61161e019bc2b2247bc6ed0f029646e2660edffd629ec1f9895c1ad2	22
0	2811	prison-2	returned	\\x4d89ca6b667436e4e9cb33f46b2c435a	\\x91f03db29520147539d7f3637dc86783b6957aa7aad0dff986f5c1cf69b64e7c	24
0	2811	prison-3	quarantined	\\x4bac1d2f1aafcae2636bb082b86ab2d6	\\x53cab237d3fe39ade888074ff6464ec3dbbe404f2cb55a25063fe0256aaf1e68	28
0	2811	prison-4	waiting	\\x8448d13b7359007ec3c520fc351c949b	\\xba92aa28dc4991534a6030236c797117e53ac335e11738d399b769d550fcb8a9	33
0	2811	prison-4	in-flight	\\xf0e42ccf6c14ad78018888fd346d98d3	\\x250dd1b581cc26745e36ca65190f354bc805a4aaa8b105224c79feda3f2358e0	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x2ced48d5bbca20355d3b37276884f295	\\xde62365c8731c20227de50252753771373e745153b50d6b7bbf48640279b3b17	40
0	2812	clinic-5	d5	\\xcb76927ba51858da148d668fe41185d9	\\x5d8ba0dd5cd245d471289017403d1cc0543adcc1f51a01bf703e8551af663efc	44
0	2812	prison-5	later	\\xb3f778284e205ed2efb4e4c3ca8f64de	\\xe177a92d15650259c11f5e0bfb443c2d4873b0ab9ae16b56020599d80929031e	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\xc02fc3a8c48889518f29f741a6271774146722414cde504df37a45612daeaa15	018bec9a-0a00-7ce5-b454-9961ee49effa	1	\\x519c97cf821b1965ca4017ddbe9c84a2a9c262e4145c69c154d902558598e62736f95eadd655f8733b72387f7778ef438133babd08d247557f12842b
0	\\x7a9b480384105fa585c7b92733307d598cc4cc872420f33a46d2754fd388049a	018bec9a-0a00-78f6-af3f-cd05e8810838	1	\\x3660495f60be9eba11fb5bf6f9ecdac0d86c35051822ad98e4c2f9e86db0232452a4964464fdb755087462e5a7936bd19882b6ab948eefa543001d17
0	\\x3e3b0f8b6391b49d440a547f2a96c587d3fe88a1af71ce6bb6852d3443f4eabd	018bec9a-0a00-722b-a2d1-2f85fab64f77	1	\\x586a5f4b5166cefbbc0bf8a595169af03f8f99142469928210130fc2401c6e726abfa136b34e93c5c904c5231bde301cf980601418f9c6d003d2c0bb
0	\\x5e7ad5fc09bdd6dbf8266fa314f95118c7d5849a37c2e37324db032786a8a48a	018bec9a-0a00-7bea-bc2c-0e7d60f63722	1	\\xd51e65e3706e7b0ca7e4e7eeba74ee6c52aea9948d5a415e4bcc653cb7bf592a5c86052dd322dbe102eec87e985993e1b942c21163b123f464829b51
0	\\xca88b937d8d50583d9d0feb8331188906026f4dade9d41c21af9d822f5a838d0	018bec9a-0a00-73b8-a7e1-90196b937833	1	\\x7bfa848260a29704df1b53f918a47b95cecb9b203090067a1c84f605d51ee368dca833cb3f0559dad75c19e69918bd342bb3460c033a88fb3615be3a
0	\\x905549dc10e528636a6eaa552b78b836da38c70135664aaa03badbdd2041da1d	018bec9a-0a00-7623-b5f9-1fc48ee08729	1	\\xabe52d38259e41eb1807f9a2cb8f46f062cf495e684a45d3dff77a9ae9341ca794afe2f8ecf687f4ca9632fa0bc22060741e306fde507dd7e38991a0
0	\\xb90cfb729207c1c0bb53f707bd49bf5b583f7282b33463fd3e0190154fa00a6e	018bec9a-0a00-74ef-bdaa-242419395d76	1	\\x52463a2bc082d527c83ac5a6e4ad89c9a96dbc7890228968843cb51eb682ae9f440abc90b685f21bb476ee80ade2fdca4910c6ae975bb849834cf0a5
0	\\xf4ca83355b81317174613f6b762b264f96271cd5db02c7f83543795531c95963	018bec9a-0a00-77a5-bad6-816ff4281b92	1	\\xef7733cf0070c4fdb81c848117a1d0c29fd2fd63885675b6299079dd896ee5e3bd4b5ac6c3e1d25a2b4b43263fe4c4e1bcbde4b57fbccd64122752b9
0	\\x1acb767ecdc735d643a327cc0f0f307f8d1c9fc18717b95df6c9cab0c3a98284	018c10a6-8e00-7279-9c2d-7ebe56ed013c	1	\\xd1ef51acf8768b72f03ff7dd10543d79ba0cf13e71f372715d300f5f071388595952411955386fdc4304a19e640d0755084420a176963e84a42bffcf
0	\\x8995f08bcee7d38b1ff47f3d6f88402f41a8ec6805eda28a3a2e4ed2bc6f46f0	018c10a6-8e00-70a2-9caa-7db605375e49	1	\\x2a8e80bc6e47aa1d042afb9af84d96e0d71b5c53a35778da7b607572848ff5ba5b197d290df16d5c4096dcf528c3baa73fbbbb42ff62054e1631f7fd
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-73d7-adad-6d7bc3c77c6a	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-7ce5-b454-9961ee49effa	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7acd-812e-066091c7938a	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-78f6-af3f-cd05e8810838	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7efe-a529-32e14e870db9	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-722b-a2d1-2f85fab64f77	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7996-8a8c-cc8db09c7c36	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7bea-bc2c-0e7d60f63722	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7a84-8ddf-6249262d314a	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-73b8-a7e1-90196b937833	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7d8c-bee0-86a9765c27e6	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7623-b5f9-1fc48ee08729	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7d44-9823-876b121ada93	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-74ef-bdaa-242419395d76	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-749d-8ece-54f198fba53d	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-77a5-bad6-816ff4281b92	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-73f1-9ea8-8f78e8a7f3b0	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7279-9c2d-7ebe56ed013c	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-78c2-a54e-4c4ecf07aeda	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-70a2-9caa-7db605375e49	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-29 13:00:48.007831+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\xb67a9e15a029b8bccbe9639ee6f1f7a4b332296bc7fb67aa2cf850a05adb5f32da03563713de5fac4afafffe55409849e546ae6ae9adb63971ec082c
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-7e3f-aa26-5baabd701481	2	28199	2023-11-27 12:00:00+00
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
CREATE INDEX event_held ON ONLY throughcare.event USING btree (shard, "position") WHERE ((status = 'on-hold'::throughcare.assignment_status) OR (reason = ANY (ARRAY['too-early'::text, 'incomplete-information'::text])));
CREATE INDEX event_2811_shard_position_idx2 ON throughcare.event_2811 USING btree (shard, "position") WHERE ((status = 'on-hold'::throughcare.assignment_status) OR (reason = ANY (ARRAY['too-early'::text, 'incomplete-information'::text])));
CREATE INDEX event_referral ON ONLY throughcare.event USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2811_shard_referral_position_idx ON throughcare.event_2811 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2812_shard_entry_idx ON throughcare.event_2812 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2812_shard_inbox_priority_position_idx ON throughcare.event_2812 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_2812_shard_position_idx ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_2812_shard_position_idx1 ON throughcare.event_2812 USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_2812_shard_position_idx2 ON throughcare.event_2812 USING btree (shard, "position") WHERE ((status = 'on-hold'::throughcare.assignment_status) OR (reason = ANY (ARRAY['too-early'::text, 'incomplete-information'::text])));
CREATE INDEX event_2812_shard_referral_position_idx ON throughcare.event_2812 USING btree (shard, referral, "position") WHERE (referral IS NOT NULL);
CREATE INDEX event_2813_shard_entry_idx ON throughcare.event_2813 USING btree (shard, entry) WHERE ((entry IS NOT NULL) AND (referral IS NULL));
CREATE INDEX event_2813_shard_inbox_priority_position_idx ON throughcare.event_2813 USING btree (shard, inbox, priority, "position") WHERE (kind = ANY (ARRAY['assigned'::throughcare.event_kind, 'queued'::throughcare.event_kind, 'noticed'::throughcare.event_kind]));
CREATE INDEX event_2813_shard_position_idx ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'unserved'::throughcare.event_kind);
CREATE INDEX event_2813_shard_position_idx1 ON throughcare.event_2813 USING btree (shard, "position") WHERE (kind = 'quarantined'::throughcare.event_kind);
CREATE INDEX event_2813_shard_position_idx2 ON throughcare.event_2813 USING btree (shard, "position") WHERE ((status = 'on-hold'::throughcare.assignment_status) OR (reason = ANY (ARRAY['too-early'::text, 'incomplete-information'::text])));
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
ALTER INDEX throughcare.event_held ATTACH PARTITION throughcare.event_2811_shard_position_idx2;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2811_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2812_pkey;
ALTER INDEX throughcare.event_orphan ATTACH PARTITION throughcare.event_2812_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2812_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2812_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2812_shard_position_idx1;
ALTER INDEX throughcare.event_held ATTACH PARTITION throughcare.event_2812_shard_position_idx2;
ALTER INDEX throughcare.event_referral ATTACH PARTITION throughcare.event_2812_shard_referral_position_idx;
ALTER INDEX throughcare.event_pkey ATTACH PARTITION throughcare.event_2813_pkey;
ALTER INDEX throughcare.event_orphan ATTACH PARTITION throughcare.event_2813_shard_entry_idx;
ALTER INDEX throughcare.event_inbox ATTACH PARTITION throughcare.event_2813_shard_inbox_priority_position_idx;
ALTER INDEX throughcare.event_unserved ATTACH PARTITION throughcare.event_2813_shard_position_idx;
ALTER INDEX throughcare.event_quarantined ATTACH PARTITION throughcare.event_2813_shard_position_idx1;
ALTER INDEX throughcare.event_held ATTACH PARTITION throughcare.event_2813_shard_position_idx2;
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
