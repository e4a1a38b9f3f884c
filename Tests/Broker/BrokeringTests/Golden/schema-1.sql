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
0	2811	2	018bec9a-0a00-7aa9-9eda-e019d5624882	record identity health attachment/health	\\x67c61f467075ecc901b9414e612025616fcd71a30a9b8df332695aca2e70c2316aadc06eb7aca2f5b2e979747c4896f4a897d64789e4d2601a27da2f5517d4e1d87e4b606e14c1115292ac404e4010694f51795f45390f5bb84773abd06930528ae789faed36c876f25b2f0e74c60f327ce29def1993d05589da6522bcd2aa60dad08bd6921af510f637b70d30235b7ac301a1c793e00d806cabf1b2	\\x0000010a8efb380eb99219c76683e158b5ef82e1d881a1b97f7eadf8b47fb36b3cf1e56db75eb29d696e28eee086ff06a966bdd30a149c0f51c319d4a97d653300dbb4fdf447ede998ff14f797e6cae6a1ea7c5fbf1e1862f1a6f5c638aec16705a674209f176258cea323dce6eea15839deb3a8e7c109a7211d2b662bfbc29210aa6e72696b86565b1c017f73ebe80097a2065e10763be96cfb51d4ab6e938f2bf60cf18678c0bc1cbe41282a9e8474e265dac493b58d9786390eec831f69fad59e72c608d7d518b756a80fc74dc2f8730b74ca7d66c0c0a75ae9608e2b9d17fdc137f0705b7ea71d76224f545a363f9c49a9c082a24c7cd66f99ef90b1f0dccaeb6c3190a5149b15d0fc5a78610000002a3220232402f53622d3cadab1475ddc62a69beac53bf6c10f52032093219c2f9eeade102e98046a3cff2f00000052d3a78f964e57f5b7e95afa50ed49c3bbac3091a70bfc582b6bb208f77aa5b9d3a579eec703b0cd7ebe869ae2a1f909ec532977e60357c25d342203000827236f3a4c8316476f90d541b6aed6c0c641c290a700000076ded8f4b11980893ecded7760bf932d14ee1f602129a2003afea1c3ed6410ecc4e7d59d2c72514961f2c25b98b0e6e3901cc33475417774424e66571c59497a3519e65026323b5817ddb05be149d7dad5b70d4fc8d59ad890b29e5c7637639c839a117c898da431d9fb5a4406da9deeb9041ac30963cb
0	2811	4	018bec9a-0a00-710c-a7c0-6fd573efa3f3	record identity health	\\x0e14db50f56072e3c167c57ee9fd1518272e3fefe98b013e0ce0c260861de04f3421edeb62443c04a1ff006e376f822422a0c4a848c6ee8090448d48457ae1e6142aeb799731753ad2046655f78799dd957c85d6cfbbfa89b296a7b2ba4948c8e64e8e72f48f8a4646d2e216fe45b7dc78bcbe64e309024b3e166b90	\\x000001113b6b86050c9c14dc69084eb054f66e2fc9710a5495b6589156f385cac01e63633625c7f272d48bd82947bd42408cbfd1bd2e97ecc925ac49b79edcd07881a6fc20ddc0d9065d136a6e9b2f60a7bb7879668164bbc9b74d55dc84f2f8853d6d123e9e3d479a767c8e9b9b186f80c5d6316158f2c34b7871a98387339c533ca9c55cfe07388dd69f93fe450e08aea2b03cfd51f4b5b4a4f51512e28412873e9be244e83ef8894b994186a45bbf046898f35251de135d84628fc0456b6a29377f500b0c83a5cd3cb646c50305fe9fca19836afa241e2c1074ff224197b7d0ed3e1a76533109787bc13537d5cfd5531e64d85f12d64983a1e04c1dd4a1f21d2b81e299881275465d7cd66fc7d42854fa3afd180000002a3deeb10ef268ca3476fdb8b7975da92f3295eb2a0c9b3e163c363724584e0817499c2d2ab789ff9345570000003542196d2f3aff99313fc082fec113532ec2df0977fea3ebf7e91b9aa88c7d78547f8ba8d88ea88e12ba2f47aa3137d0cfe1b8df769d
0	2811	7	018bec9a-0a00-710c-a7c0-6fd573efa3f3	record	\\x073275e2abbeedda9b78e091d84ae7c9bb0843281f65533ceb7f8a3c76691c64866fc32c0ee9f1d1cf8afeb76a99d026474a2ad9142156cd181404f1	\\x0000006f3610c35ce6a47d9ebfd903cb32390d4355c6aace015b7d64244a0c0297acbb9a63a7a3a9c47a2054ae261ead35d43de2b9e6909c28051a07310c74f838ec013106b9be3ce95ccda8fbf0e30555e53f55523a0308998c4712dee2097f74cc5ffe8fee38dc113b943cce91cae66f5a3c
0	2811	8	018bec9a-0a00-73f2-858b-ca2fd8ef8a01	record identity health	\\x1819ff9b5bc2c3f57e2fb72e9b950a4a9ec7f78d3a211d405360b606cb3608a3fcdcf6f558ff0f694dff5d7646f7302125146c15d93d891ade29937e1cad676daa3ca15782f583aeff803888b901f450a3d27c1963b8f4503e86f6eec8b5e4d645b4558558c8d0040c75aea70a67d415781ce9b67bf3e945d01f6a28	\\x0000010feb8c5b9ae0317c3fb3e9f06f808650eead709b6717dbb49e5a61f8e0a612e3ba30b2bb9aec537a34ebb8ee5db73d905194650fc56b7637d5e8877f3b3eabc1bacfbdd1d79a820fa79c5c3045759a4c95e9405871733c2c7ee85b16bbde93626631632b7cfb2431e729c526a320221e4f6df4efaa87b81f8f68751e3cff96af336d3eb41e4ec310dad6cda9a9e87df4383d068b868bcfccd217d83ff1d8680ca4d7ec8f3dbdf713945e04482a5bc053bf3152461cf24a7a178468bdb15b7244498485c6238812e36c99c2f2a84f964f787cf0edb0e798c2266d22d598c35c27ed92ccb6a122d3a24b29c378149eb055d9adf6c97b8f37fea882d4f4eb3055941dc909085da2cc6a0a72ac4bf277b7100000002a426661f51a555b8732a8f546c33bde75095ae21ad4b4f87d4fbb7451f17ba4dbad297a882d3231f0c6d1000000355275da24e0c26de7aac2c890957e5ec929af87eded65e98cdeb14176080c7cae1210def6f16596e6de9b94059d9acefa8a4e7c8eef
0	2811	12	018bec9a-0a00-73f2-858b-ca2fd8ef8a01	record	\\x284e5c9089915c0778a8431bb258066aaea3083192393f468b274c278442ffdc954871ee690691e843eba9331e44c472d4558cd5f176663878da18fb	\\x0000005770904d7ac29aa2bec42819fca34d71f6dc677848edf9092e82ed3a14c9bf49bb214acb22002b55ed86b192f36066ed2d1a6d7513418ff7d1300200aa7ab5b41f9dd940c8ba772c8f97729b5b88bc59e1272bbfdc35b35b
0	2811	14	018bec9a-0a00-7739-af27-7b979393e0b0	record identity health	\\xfb78c2cd2887fda1792182a3b2f048b61b1c97cb81a44ddfe6b3a20e38b8e255cc60f6f0a469c0d7e4090fa4e3dc40759778b21f40f373b687bd193ec6f552899ce7c6882812654a0b63b6e6a273f6d9a06e6d3ad2b704a33f20e5d6fd8b7939e3de5eb3486ef5d26fd58a4bd28867cfc90fcbbfe0a4e27014c08194	\\x00000111043c526fd07044facbaa27234c34a7651a928a1c8585193a44b8b230cb64a2e6e75a9d91f277fdcd93815d8d55f34c92affa31fc4bcda38a72d60ab54b695e68930df5c2b6af757cc096e1e02a15dad1ab3e65de03bd08ee9310a980e2230a3e68a8e9bc8665c78e93f4e473524492e787ae2a9fab5cbe55ab3ef93e93d091735b692e92daaf5b9b1c9287bd8d72ceacc96a3a3ba70a6b8c8dd963d6f608bd32dff5aabbf835735d045f0b99714c444a462c617f27278a4817b27e76ddade2bedc666d935453a095cf7e4705c6d9164d4b1082a4aa397947dfc7c96bcf7d601a20ffd913c9accd0e8fc07ba7ea6685ea629e81611a1d01c9548e6cc3ba2fb3e20465478d4d40c2ad7d9006eba6ea6a17540000002a95892ccebbe6997ef51da3b79fe559b4f2af64635d21699a9e3cc6b6fd0b8e292da3ab1704e73a0f5877000000354a114e99f2bc1204d4269d9bbb38e9afb779952c07f1c8c78f498418d937fe38b26e182642e7d0964be99787978e54f51fa76f399a
0	2811	18	018bec9a-0a00-7739-af27-7b979393e0b0	record	\\x0a42c0d0bd522e2473f86361d73a93899573f4aa60e80a581c614dad6968e87e53c0ad335112ba3023b16d78c4ea447c7df7e84a203d2954f118d8bc	\\x000000576014e6e86f4a73f94f0a8370c6d62c08df5078cb4d24dcd077ee65c9f1fdd9776d36f73aad2fae68172595ee2368925898db092ac3109e7ea434592425d71764f7a7a85af28fbda1241e48375c061b93a3c5fcf72243f1
0	2811	20	018bec9a-0a00-7739-af27-7b979393e0b0	record	\\xc58f83ba0d5bbb6b319165bbbe45c89f69ed98a1f0bf26a85275ce0070c72e4d996177039c1353dc380b2a169247b757b3559cd7c6132a2dcc3a03d1	\\x0000005aa235d3b941f09915544ce0572a2448ffca4f5bdcc12dee5e9b6ae1538d0b17dd1970a5636bb74f76db617c0131fc134bd448f8711ff3ace2c0c02bbede063a726fa850230f67b26a9ca3928c9c0aeb72ea905952d79e923855d7
0	2811	22	018bec9a-0a00-7739-af27-7b979393e0b0	record	\\xf6dbeff0aceb7085839346f236a1333eb484acdd7c129da9fb8137f250deb06ee4284e674d728c0329a281d9b53b87d2af79c20b8fb60ea6215cddd3	\\x000000588f6ef1fa0c65dcf5acad738c7658bc491546c2e5f68393dc6ab74a44d9dc9941d8eb9989909839ec74f7aa1698f15770ab94243865886864003fd26cd552848fdc96f89eaf9ec73d96c18eb5aa7fa6dc09089300fc2748af
0	2811	24	018bec9a-0a00-7145-a241-45869ba2bdbd	record identity health	\\x9cceb728a255b77d0ab4d8e83b9c9758f22965b1e572b27c8279aa850f12f98c11b3dfec6eaf1e2632558e00d393057fef0d6ce8a395c571d8afa77b3c6efe259cfb0f01f8dabfd2da6ddaf35d85ffb2f8d21c31091971413d7b946024a864e223b64636441a2b59d4123950bc004da21e75e033093764f01b24bacc	\\x0000010f9fee2059f9f01935a4da8a37a5f8c6bc928bb26dfaf8f81b9ec3f6a2d8af0d2e4e9004fdadde66f6051c2e3befd849bf7ab1050459093e4f16cc9ce2fdde3076da9cb3765dec90be0a162d4a10ee654a6f0f82eb0a8e38045a04e9486207be6e2743e8a32f497ee75492b900001b65397733fd7d8d79a43675d0ec32d4772bcc18ebf56e67ea7d947c64cdc1afc0ec130ab25c0b099b0c60d0937e2da2af5baa83a3af0d6361ab8923023a8e02b320affc93deec2469bb58ccba4f4b7e514dcaba99930c5041ba7e87cdfef1765f65f610628c777a58cda45435cf5363f0f27b0ea4757a1b84806dc1d559d909d502fac9db8daf239aae2f07b398b7f61fe33e508f2cfdfa84c2f6f05eaae054b18c0000002a153f254362bf13b273a63fb771d3206fc73b0a4f77fed39ac97a32aea09a5007fdf2709a8bf4c807cb1300000035f8ef8d34a1519b9db240f556dea70a4ba832b85706e9580cf9992b1bb9747de4fd93b84419b2dbb88a591f1c145148dde6bcb83059
0	2811	28	018bec9a-0a00-757b-9b41-ac2cc30096d5	record identity health	\\xa7511314588b2a9cbcc7fd5b33646649d580bbd45a78070a2bd318fabaddcc81836e44010ebc38dc8f98471f9c3921f7393053141298f4152616c14735a7bcaf58bdf3c876269b3feae52ca7541ddc6e9a721e51472ec430a6eda83991434ba120342d00ccec87f25ea92389f8dc976964dcfcb991935a4b4dfe767a	\\x00000115ed70525a767d4ef63d648ca96ccdec8309bab387dbec843aaaf01d11e6b093644dba4d0df77cf9d1f56f187f0dc80c1cbddcbc8ae84b87a73a1723646f5457970e4e9f9e5a16cf52fb4e96f54ba9af06af0913ada17c28512f714fd3f67af1110c331e698ffb599f5e69486980f0d01af7f1042e58f21df9dd247977cb2dd01a86b0ca6a0a427549c7f00eb1e0508cea506d1deabc688a22ff0746f9319527a82d383813b9f56711ed837e201e17b1112da8e7a150cc447005b7e98787387ac538f0f4e86f29d857a9efc8dd2168aa93383d89d9e117ba2d5fa4724216d41c5081c5f26f0c37ad016200e1a5e24d2c2ded4ae2884d193771d01d7d46f4cba044bd4d8f9974441216262fe0da69c1f16aae172851be0000002a51626453e1723fd8f44c0c4144f3eaf34c75ef6d30aba08999367bcf6902026976425a5fc15dae25ec0000000035555f7a8752ba6c22db12a5ce1686a7447f37a0e2518539370fe09cdf6f48e73bc42eead231cc3f986dc914e2518747064719613753
0	2811	33	018bec9a-0a00-7859-a646-b0fb4dd2a98a	record identity health	\\x12d575a5735aa68bc258cb026f99c23215a6ba46719eae52815abc9e4272d69d5774def938871b7270aa2aba265d0e65ff9369a2bc51a201704884888e3a8e940739aeba5cb8da1572946ad668283cb6c300d8c30da3ac2c3d04fc0a54650a0b0b409b3a2b05a72ec1fa586a965fd88e91cb4688246243e144b13cc7	\\x000000f0b3c756bb6323a332c493269f984c031f27e1cc2b5df86ce69b82461fd2d0c50175b8a677e985a48b865112c1ee70a594e8c61ab86bd3259c24addeaf952cf855d82770e6208180be4fd96f68ebea18992a9e36e886fbc33392bf7d788bee537133650a6a87ced245f97639488c08e9f2b89b9562ba7377d7b05e6530a6eca83f2fbcbfa35cae17447ebaed312431c6fb48976f8d04106d815f1434c4c5ac3dddb1df7eba1ec57285c953f6ba7321f6bc0dc8df73bb7ffe80ba2d0c33148e40f5e422231268388e271a2e31c6c0bcd0801772422499e6655f2a1f1c688c5e116d81f50dad41710563b6f9a7d178a3035b0000002aeda6357eee2c9d4944af2126106b0048dfa11226af2f86c01fe05927e180888ca750f0cf87389253139800000035bd70242261c8dbd5a64423f702af71408b93cc1af453e73c1fdebbe095e66ebb3abd02c96456cf599f6ac88f4e3c1f673e219417b7
0	2811	36	018bec9a-0a00-7e6a-9c61-01f5b91764f6	record identity health	\\xd1d61481633bde9fc2701aa36d1f62d571abdfae26995117205ebf89b48359788de39da02f68c3b874a02d1431b74038623600d613656dda6f3825bd7494d8ea4b29b11f886ae31172cab8afb140d06b8db9be2f435c88557127dcf2a78d19d11a5c3ee10a580c68a348e68b74c67242c5ec16a4ba6400ce965b4728	\\x00000111cf82d59e88b1b3ed3d235edb933ef0ec71ecbb5f11028b215cfc36e69a7d2ac8f28906406ae4b129c6fa94f994a4568aaaf15f0b8b504e2fb027af6624daf84f28fc4e9d99466b1749972f14beb0f439db388a52abb40485b596330a75918305e448b5e448379b50a3b6e5565bacf8f565b79f4e2b6f47abdf6d537b31d86a749481bbb94215e41f6883c8c1fe45161a9275d0b074f956b6e8ea32c4a94a556672a3b9f40e365f9bd3b3d0a2c35da4e793b2a0f7176ab500c6017d87bff95b45408fa00375a63bf645b9c3d46da3986dcc3490d0308733d9d9cc455e2393dd6862974af6b332f6468a5a01f5872693e69aa0c9523647fa32e6b26dcb405ff0055bb8d5b792035f3acdbc261a757462b5420000002a259dec28c16e6eee06a06d1020cabff81b16521f9f820b45f996f8f3e3e9e1e8a444f4314db04043d6a4000000352dd1e9679e82fcfa35b68b753cf2e9ee774e3d5ebe5f5389627ef319faecdf748a80f4bea1dafa40a3caa309204063facfdbb7d18a
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7d3c-a5b2-898439169d56	record identity health	\\x67136a469fb495672a7febf5ac76dbc7964eb540539b55a43b7c8d4771eca01aa27209347d7b3cdfce8c0b116ea1df49ed4d1b20a3e733d2c9469ba05349e871859bdbd01e0265c4757257c9557cb337f292e69bbd6b09d0a54a69cee10f7b5f2e093b69ffb8092a7a5b40035d7ee2c07e69599613c2cd305a1ed8c2	\\x0000010fc395ea45ef83a45653291d5ceb954395408d017ce511b20ba025f90df1c000b26d4d4658baebff375553a22c537ba35b52d3c1cdd0a1fa01995e306dc1f5b86c5bff53f6dce0131d613a093fb6f4f535e4a3dfddad5cf267f575e28bc7c957be29cd6069017b95d5fafd8994c2dfa2d8474c7b4dc151b038b5f3ecf46032ede26ad7feff712073fbc679df2068355a4458578bd2161fdb9d1530b965dafd95d30a93cafcf46ac2d051273f1202708d15673162c26bd837366308cb6adcb7d4eec205bee71b07dbdd8afdf9b8501183081abf004d28a3edab2fcdf5b101a5ddaeb6685c8943bfa475fdd256b24376de34add3d1a7d06eac2f4d8cdd2833a3585097924767b61b6fbadb976d8bab47ae0000002ac6c197afdb48f6cc248b07ebc91f134cc2bafeb1c7243fd6d0b9d26f268372ca9522ac2b8596c3d14519000000350f89b43260cdd3fb404be4fbd0ffc6860264ee8be7228f005f6d77c8b9d423a5b38d12a86c0529c551ecc5260f95dde4845638797e
0	2812	44	018c10a6-8e00-7d3c-a5b2-898439169d56	record	\\x4bf7d27f7d7249b199c0399ecee3139c3985a6f8597e77f602ae959ab0bc300bd46b3a0acf4d0714e9183a2da20bfa4f58da52be01bc07983f9cd779	\\x0000007d81a43f7710458d23278212a9734803d9f0d26d09d57be7a32fb976692d6f224761f617c7321e447c4b2d0a4a7c3a2c21acff1799bff444131377e464a8db6916c1edb782ca66a68bc67f65eff22ef1a89d011e76393b7689a3b0167ae9e8e60ba525a1ebb479f81d54852a8f77a37733d1db0524b39a9c959ec9fb976d
0	2812	48	018c10a6-8e00-7818-8f28-ea1db5d4a78c	record identity health	\\xd677d2236c6b8da4f6312564770f9c78d7e98805e6caa229c778469914c01a51268f165ab12e4f0cfbd14d26884f55bed84c7a984d5d37040129defb537c5553b088886adf09ed0bf42c5588be5c8b7167800032bd874a6cc977965f22e97f443b5ed13b7aa675e9c37c6c4b87a3b7c7a7946de546f23502665e5d13	\\x00000109eded4ff8582c060d0587c071a2855de61e8eb648748729d0c7466bc8bc94b4af92fb6599dff2fa627a3b2c98b3181d478b67a6b322b2b04edef59a131f02c6850a7643f250b3e59a05469cbd054389fbc441e88a3bce49589393b3ec3a16dfbb7f2106ff9df333a0e7763dd9546b6551ed5f63e93c04961c503f444de15057c0815700fc6e8769db981a5566b655d34771b45dafcd5c10f6aeb2e3fe63ebe78f95ae68a3c6752122f3feba7447b53f8467ccb1233b11deae0fc8caf8d318ae3de5ce3231bbdfa79fcf4cd271106d458056341e7d9c26750f8f090bfd09d4e210a438542bcd180b38130a209cb6799c9629f3d977c2e1e54638997664b4fc52839059464b836441266b0000002a4a79a88c54889c9219caba5011ffe74b60725c2cb63e811b78438dd87fa9e059bd4cd1baac8739348883000000354fca5b2be8fbefe25ae507c42e79a25c0e60a614cae67c8ab2301d33663dc09abd3e4e26900ae67ec1ad0f796453b72937539feb6d
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-3	1
0	agreement-load	pair-4	1
0	agreement-load	pair-2	1
0	agreement-load	pair-1	1
0	agreement-load	pair-0	1
0	agency-use	clinic-3	29
0	agency-use	clinic-1	15
0	agency-use	clinic-0	5
0	agency-use	clinic-4	37
0	agency-use	clinic-2	25
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7b8e-94de-da5d892f9a54	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7b8e-94de-da5d892f9a54	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-73e5-83f1-6f9a517f439d	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-73e5-83f1-6f9a517f439d	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-73e5-83f1-6f9a517f439d	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-73e5-83f1-6f9a517f439d	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-74d3-a925-d92373f9e95e	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-74d3-a925-d92373f9e95e	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-74d3-a925-d92373f9e95e	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-74d3-a925-d92373f9e95e	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-74d3-a925-d92373f9e95e	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-74d3-a925-d92373f9e95e	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-7dd5-ac55-ce6f7f99d89e	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7dd5-ac55-ce6f7f99d89e	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7dd5-ac55-ce6f7f99d89e	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-7dd5-ac55-ce6f7f99d89e	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-74b8-aa2f-b0610e4736d7	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-74b8-aa2f-b0610e4736d7	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-74b8-aa2f-b0610e4736d7	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-74b8-aa2f-b0610e4736d7	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-74b8-aa2f-b0610e4736d7	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7ea2-8d5b-1cd6e268a553	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-7ea2-8d5b-1cd6e268a553	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7ea2-8d5b-1cd6e268a553	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7f15-9ea4-61fda5803b61	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7f15-9ea4-61fda5803b61	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7f15-9ea4-61fda5803b61	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-714b-9db1-92e238b6dab7	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-714b-9db1-92e238b6dab7	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\x66ec4a1bd1f3625e2fae4e422b4cf56c	\\x65e906a306af4bae94496776a367a0ae5f735f0ad5da0dfb098c04367b61a2c9	2
0	2811	prison-0	cancelled	\\x06f644793bfb90665098ee65c1033e4b	\\x27bae845410c5b2e69854836b9cd3e85ab172b7ee7bdad0539afaa9ccff123c4	4
0	2811	prison-0	c1	\\xc696589b6b794f5744bce72f5b13a9e0	\\x24b0ae0e14240d7524b401c20027f95ae9cf2140bce80113a88a780464c16e4b	7
0	2811	prison-1	accepted	\\x94f59e4e41f85288b0bc16ad7fd61697	\\x1a313a0f2c311c79b955e6e7b7e9cbf3e737febb90a7c811dde084e5a532de7e	8
0	2811	clinic-1	d1	\\x544e6a0016f5443f0f6b91addd25cad4	\\x5c3decfa0f183419399f4b6150725306f0a94fedf451f33f22cc02398b9686b4	12
0	2811	prison-1	completed	\\xe07a38f463a57461a77d8386444c0f97	\\x950ad0a9d7b142e6dfd45651345879136249a7835685123f2ffa34b2f05baf48	14
0	2811	clinic-1	d2	\\x11376bffac44745c77591635fa9439c0	\\xc538988e811dfeebdf509d4241a32690b50d78e0b17271d38f0ba9d21fa8af48	18
0	2811	clinic-1	d3	\\x0bd46aae3a4a4af5ec473d3fe8350e89	\\xd0ccd4d8df3c4adc45b3d6eb33e5b0aa4b0156efc44113ba228bc56b24e8e069	20
0	2811	clinic-1	d4	\\xfc7b180e7f603a8573b455498cd9303b	\\x95ed84307e0015e209eb7a070c86d52448b82ba9eb3e9b6018f6a95bb80a4bbb	22
0	2811	prison-2	returned	\\x7320e670b4a8238327b4fec1a4256ba5	\\xcc2e2362e8f14af11b98af2bfa9b3792fe6a669fc1c8fa6599fdac65d21cd5dc	24
0	2811	prison-3	quarantined	\\xa8c9e78ffd9a0c9640ff2ee4d92b4633	\\xbbc0333bbfb344f343f26381d3cf70ac3d63474a5a83c0f464210d7357ec3b7e	28
0	2811	prison-4	waiting	\\x7dfd9ac14f26e76fb7673bc69e73c913	\\x73c7b9675e3517a67d502c4c4d39fdfb71f9c6323d06b53e679c327e04924b52	33
0	2811	prison-4	in-flight	\\x6ef033dad97a66ae8a3ba24f457e4676	\\x1c46c8755af48cedffebb20c2669ce6f19df768fcbdc48bc511e762cd8503d69	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\xaada67ea274d56cc7ab38f7b9e425617	\\xb73ce0c3006a6d13d89c1aea0329bd6c1c1884d737ee4a0b403f06d1c0ec70a0	40
0	2812	clinic-5	d5	\\xcf857db581966e5812d12ca68064aef7	\\xfb6c3657d4dcf1ef1817ea9ecf84c77b2eb2dff7eb8af0fa5acd63e197ce2b5c	44
0	2812	prison-5	later	\\x149a50d510a14693bfc7508d64136ffe	\\x10461355ba1ceb6435c514618cf8c3962e36470fb55c11f38e6e2e56712e1efd	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\x32400f71df4b677da6d1712935ca291804689093b11a0366d10e4f4010478532	018bec9a-0a00-7aa9-9eda-e019d5624882	1	\\x2c96f1874aa558491975857c9af6fa46947d273be7bc391238c3d0a1ada506da6991eea570053fab079605c463961777bf9ded466980d834915d8ab3
0	\\xa5e2bef8ff2845a085428be71263d6d2e6772670aa94206c4f5dc4408d166ed6	018bec9a-0a00-710c-a7c0-6fd573efa3f3	1	\\x11d9f2b5af5328ecbaf597741761a077ce093b6263bf0a1b9476ed144311cb1baf69955ff4f22c82e36834c76cf101ad3e8664ae2f5b58ec41f9ad70
0	\\x5b20b94292b835bb1ca9faccde855fd71b7098e21ef0b5efebf9389b68982739	018bec9a-0a00-73f2-858b-ca2fd8ef8a01	1	\\x44607dc7eebafe7b41d26c95c160b43116ebe2ae5ade5134231d4f32f90cf71f3ef14674a91caa156b068b0a28fc1cc4b1b75712c703c0db895ca5f8
0	\\xeb2efca3181e40c1289982f777556a25d360de75c1728513b85ce36041d561d4	018bec9a-0a00-7739-af27-7b979393e0b0	1	\\xa179d8ab7875963e14a633aeca3e35a65587a0a8a282f56fe172050fdfe6d1b09c34400af6249719af3bc2fe771de2d9c05969016def50c3a2913731
0	\\x7e1008f19de22d9e73950c4a960ac28b1d9a30790028d44dfe5675ec3cc9c532	018bec9a-0a00-7145-a241-45869ba2bdbd	1	\\x826ec5083c30e3e8591828aa9ac311fbd3966a7bb798eb6f43bbd9dee54323fcb61412e44d96f54ca8fcb7d01233d6c4439b974f7e082cdff8ddaf6c
0	\\x80836d02b5a0a3cdaeb57d135dcb056343fe9823fc88b60e24b7db1188655060	018bec9a-0a00-757b-9b41-ac2cc30096d5	1	\\x9614ccfb23b636a14d80d4cdd1555ff377e5eaf843d2b46bca3b2757bbe3fc3d114db0ea399a0a03d4fedee5e208de089fc12f9b7cf7e8e4a26d9a98
0	\\x35c99d558453a582db1cc0682b3520e53ec713d2281fa7e84ef049af33e7b9bf	018bec9a-0a00-7859-a646-b0fb4dd2a98a	1	\\x4a2d39196331a0f369bd281246e2bd8814fde6c4437b372749ee4bb5100341bd3d5aba7c0ba1251ebe6393f6be719dca85a6066c78e5088ea906b946
0	\\x2f6943c3e48102b43ef20e7101cea1e3359d98d1cb82c93105231929991e6ca9	018bec9a-0a00-7e6a-9c61-01f5b91764f6	1	\\xba019bacc0c5076b772e5314518c37ba11deb66a345ae2fe663510257eae9878f96424c0305c7e2620c63dc66c45279a0d0e941d0169cc051e8b5633
0	\\x6d2c28d1dae2808638328827c0962044b2b396c94b2716721b78412521573ec1	018c10a6-8e00-7d3c-a5b2-898439169d56	1	\\xfee860f0b3d4df5c08746639708b5017a982684c8003c548b38e29cf8cc596cf155a12d20b3fb3d50282cc47fcc7e2df27871fef972aed7c728a5a50
0	\\x3e0d4c906dc99c9913c84714aeeb8f83e542148e4b9db017f2ddb8bbd1d2f79d	018c10a6-8e00-7818-8f28-ea1db5d4a78c	1	\\x8773184076c909880dfc124d1a719eb50bc7316a866473127eecdc67942ab4ef610244fb6abcf3fe964155b28bf7171c38ac8c16f2427c98d004b2a3
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-7b8e-94de-da5d892f9a54	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-7aa9-9eda-e019d5624882	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-73e5-83f1-6f9a517f439d	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-710c-a7c0-6fd573efa3f3	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-74d3-a925-d92373f9e95e	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-73f2-858b-ca2fd8ef8a01	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7e31-8c5c-ce2d2ca68576	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7739-af27-7b979393e0b0	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7dd5-ac55-ce6f7f99d89e	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-7145-a241-45869ba2bdbd	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-74b8-aa2f-b0610e4736d7	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-757b-9b41-ac2cc30096d5	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7ea2-8d5b-1cd6e268a553	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-7859-a646-b0fb4dd2a98a	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7f15-9ea4-61fda5803b61	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-7e6a-9c61-01f5b91764f6	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-7a11-b88f-1b9119cf2fd1	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7d3c-a5b2-898439169d56	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-714b-9db1-92e238b6dab7	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-7818-8f28-ea1db5d4a78c	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-28 23:33:34.97611+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\x4cd4a76b2641ccac36d7fdda2590afa6124909ee2a7000b62eea1ae6203e84a939030d4c04a464f66a16c8518a7015caebcf70a0cfe4e8eb16429c47
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-749d-aeb9-35a9ac619b44	2	32111	2023-11-27 12:00:00+00
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
