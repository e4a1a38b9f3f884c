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
0	2811	2	018bec9a-0a00-7d39-9f05-9c852daca80a	record identity health attachment/health	\\xdf9e6792694d3f05a04aa40417c231a2dfe856791c6e26791bc1df081d118865fcd51dc95c1d4b53a28792a021102b461116db051315ef81d469d7614ad18807dacefee224b4bbf73b0d32b486f24ce9e94fff773aadb31da49a686861333c5323953d1551f4775cda78ea28da6f00549a84b93a0ecba73fef7f1e8eb51c30f0e03ca2aa2df7019c79c70b6f6a64b8c92c2f20e5783d2136ba1bc0d2	\\x0000010af00d3577151653f142bf318002d1c81595b9b3d0c0b4303e90251bd337533368aca44ab2e07072cc26ad3da389835aed4f768d35625718c9b32c3f64094adf7f366844914003f85510e9d0db5bb3f755a53a09adc06200a7abc271d89c2184e919fc869ed901ec89633c36d34a608d35f83b284904e3bca41c46d3f65ca4e75355c699a989691202698b92e1e4cf8a31767d4b59fa5f6c6fbd3896c791bc5a8f1493107909ed0b265b9aab45e628d38f58f8a28aff5dd1bdcde3846e090b329b26b7e0016c2565cab3054154ea9ba876db4f5de1b2c7045228ff8f9e97f2bacf64c3178c6734833e4a5127dd495d72d5f5815fa7ffcb31af71ff36cd5fd6bce25bef112fa7d2807933920000002ada70dfb0233ca7b02b548eeb039e4df8fe2e8974573586e4aaaa35192dc71bc030154fc7a27323784d70000000522ac507322d34b24ad8ec9efec9b93b29e89e98fd6f40ba3b927d65dcd378019a4c77721efbc457dea31e18852780a2984ab9d91aa415d53ee59309f7b3d07a7c1eac9daf42441eac8d17b7a360b78d50919a00000076708a45e4ccb1913e7fa37f52ac7dc247063d35d7b2ec7658842500f5a22c34fb137dcc8c3ac306f088f21c8f2b5deae54cac8dbd048c6cc202feac8f5f5011f3f84f8bce28ab429fd1af67c18d1d257c911421ec841a9e360aac0084fbe1fb836ad864d574adf94cbb87cdcd218f5367b7be9a4a09ee
0	2811	4	018bec9a-0a00-7d2f-9e15-c01276d1a7c2	record identity health	\\x2d9fbf2b83d3713a0bd7869ab0370809540b08822e9be7fba0c2f5b00fb33e9444df041dad381cb598aab18d09590b7ca327ebdd451bc0b020dff3abd95c3731bcfde1a7410f4348f460613b8843bf5b8368c3e8b8ecb8c1f56b5fe5ca1ca9a399b6e271672a85da00c88b2b4aedba2bffe419f394999da7091abeaa	\\x00000111b81492a358fb7fbd94de03bfe380773f9fc2a8c2766dfc75e41f907da3e3fb135457534c2b3531e1d67c3a2282da9c6b6d22c442d669119ec560aea4e220d64a3484e9144047fb9c6107f9b2c05a0a424f159334e314944e442a704361062eb115c94fe0eb273bacbed30787a86ef535568e788c86572655be97fec5505a4a2826de4a358ed82dd44bb2d1a7977534894479348fb55f231c545c564140b968946787f86bc6476ff35231b6f2dd601db84cdcc5816c7733dcbd477ce2bc3e61040648cde3c402f995be04b248f2354aaa7da2cc5f02131818d3b332ff8f0d7bbd500eeab264f28ee4ce3c8a113588858e427ebaa67529eec300e80b865c771c98fbc427fca46d3cd0f231b251381395e54f0000002ad044c2ee4ee0a7a4e8a646ba7feed2f0488b443efe3ba65dcbd2f310f3682ad72b6510b977d6ca22421e000000354d32d1049bb253cf363a7f7ad07c8e8fbfb1ee796fe25f06779426eb61e9c6e55a2b6f5b244d328f6b123c31c42c5446d36d3a9e57
0	2811	7	018bec9a-0a00-7d2f-9e15-c01276d1a7c2	record	\\x18d2dc44240b90e91fd1eec8534a69cf44adc0aead4a89e434f90774d13566a5d1eab52652f7306472ca96a4e53dc9acf11c9bb2f827ae1ecca57f67	\\x0000006fccad342d7f8a9ab91b593a4a35a4f5b00f146d153696459c9d6ebce89ef922e608e6b721c0f5bd42ce532f552b31e40eac00521bda94dbfa3544cb3ccdff39574a828a91db2e03388f90c0a6be76f135a08a11060a3ac9dd851905d9a13d94d28e2275e4229ea7434d5c47fc4aa7c1
0	2811	8	018bec9a-0a00-7bb4-a882-1fabc2b8c1e8	record identity health	\\xb33fdc4ae47992c15795eaf0cfd6d87c94b666389a7cfdcce714d33571739d7c9aa25799f98304446ef4df131528a1c6a48abb6184eb744172613126361b3439d3dcdd867312bad6ab1c6cb323ccb0cafe7b2872ee1afb4ab455a6d865b97876d44fbaf5b4fe42440b719093eedc97b214a747e20df8d758b86602e4	\\x0000010f1aa44aa72f8a5d849278ef3d6c9c5f4191b20813f3b1c01889fdfda2b63dbdf316d90ee29cdbed75df9d2f56a66494e617a37eb7ec25d3cda7843959b29420228afb79965bfe01317dc2c229441494e9f61a92acd3a80b97aaa071d0d5f7136a5bc70ab6b37a85d624e2743c9b9137ad4e69204b4cbc753286b2d233c31d0f91a9671768bed1265d943274caccd2a67d3cb162d85f2e711e31f8d0c070acb5dcd0bd5abf0d9c34c8c448c7503e784933bc337e17df24cc6e26a96b72fd66c9afb4ea1e1ed9b3e1a97d5c74667072891addb98738c2e572203b58df1db3314615449a0658473c0a2b6e4c3aba2d124fdec6a3948c2b0f1e1f359298a583013fa8f58c5aa0d871cb679ffbaab2489ab20000002a4e4d2de4c3cfe8049e559a29133d3bcb93915dcec8449e2d6d85fe69da94151db94445b4d1b98976789f00000035e0a1e6f564c6d83164b70b9dc149944d3111c6af2ee87a46826304724c2a617dc40f76d3d0c0df19d5b2457f65dad97c154ee66cf9
0	2811	12	018bec9a-0a00-7bb4-a882-1fabc2b8c1e8	record	\\x87d4132fd9e0582a858b794f0b3f5200d37f4be68b9041ab0609a5050a869a7778a6eab3bc19985e48bde33596f4124d231e97fcf86294628213a22c	\\x00000057fc4c64653dd4c63fea0269a6fd35c4e1bf2911f7e5dd4f626eb0a03b2a5c04b43f1b2ef133526626898dd5bd6f94d46f94c2763eba7aa00163a0142b30c0ee021aeb36dab8daf9dad05f69215e7170470c06374d34dd7c
0	2811	14	018bec9a-0a00-73ce-aa26-04720e634fc8	record identity health	\\x3ca3e525b16e266f2ad1cd172ca7fc75233e9e4b8429523cd7363bf30d6020d75002752da9350ea6ea35354e12e8f271f57333b8e8f1f10ad2bbba1dae1c2cc8b4262d2fc528eb0cfbb191cc8134c322704cccfd0cded9ab36bf1c6fecaf127ba8a857ea5bcda9906dd0b4ebe8bc3a2458178a6ea7da5b038006c108	\\x000001114970ca5e82d5bec58e974604541857d97795606fefd743c359c3b37eb1d8d8483cadf2b3d97a60331a94c46477b49386b5752b238f95cb27c9eee19a3302d988c90e2cb9f332de8d4ed3a420c83a965ae62340d7cb806802fa54575a1d0a43394ee874a561847dc6e7a7975fd49a8050ca2820608588ec8c8dbd87c1761f9d756afae5852e1fe67f82b375ad1f614d5e4f535d6d7b84d2e287dd29bf8d01ca9a972ec2b188b555786e3713aacb0d2633fdc3f97397d7bd3a10c452fd3b7c1fb79928b633148bcca5e2d46781bca3476e8c2d92c825c6e5bd911252f5296a4216c2ab6261c30355c36a4b08b50e6122ac56ffd8602f10d71cb2d7725a19aa03287271dd8ce152bee57626cda4767199b4a90000002a2b3d6c9153cddf06ff049f47a0a92496622f0931382a5e94e14e9b3d47fe227b790c4c3395167709fd03000000351842a5546db678c9243bcfde9b85772059ae71bfa7259f202b4ea87597ab1b2e4131a4cb02d504f5f744634f4d3909e6b8cfbbcf71
0	2811	18	018bec9a-0a00-73ce-aa26-04720e634fc8	record	\\xfc72b8ae5ca0a6ec1d70be67a8b1362adc47d95e079dc9a3feedec78e89de2e8d58fdd96412f5c0f73101d997d435c43f291595578b8b419c4c4e1ea	\\x000000570e51149581abde99f784202404363ff12a454e1d7e1598e8171389e834c0c8e646a6411b76ab3ef13fd3434ed3ffe1fc675c1b48d6b703de07c76c19a9eb8d17cfa4628a615973d2a8b45a0001555437ac61bb8cb9bb84
0	2811	20	018bec9a-0a00-73ce-aa26-04720e634fc8	record	\\x17d850f9bef12fa00846187c1bba396a05f25bec8ce02b79e1d3bf45ad41216148a0dcc8441b436fe8e721e1a801103acd88c4ad3263ca34425efe47	\\x0000005ada2e08bed4a5682d17956ff63068ed3e482b9340d27051cc6d4ed74706b7b7341bb6fd396c420786e723e356412ac5f3b26cc9e754d20f8d5fe5ea8131c426b61ed31076548f490a1e6953c41630a215fee3d12109f8aafb3c17
0	2811	22	018bec9a-0a00-73ce-aa26-04720e634fc8	record	\\x61026e45681fa2a759f91728c5591d2e9bb419095f95edd8f57cd4a8b68d18caa51825833063fee3bb3503c5fc5705b721937ee1308bf4b6e8c2bf25	\\x00000058168000175807f67a3efcc9be4e26b41deae1c1df9299230cde61727fc97df3c77cfe8d7dca39ccaa765f9bcf8b04e8a06f87cf807caec12422ef30507cba14d02ef0f314a66a87e3eb314e54e0075f9a0861d787df99fddb
0	2811	24	018bec9a-0a00-75dc-91ef-d0670c521ea6	record identity health	\\x948dff5fa5c4965efdae7c54263d9fb05e9edccaaa7962a30fd6deda6f8c820da02d3fe163f4b2db73f38f328f60a1cb1f61592c5075606e6c6a0beded8d1dc011981ae2be6c1ed04832603a3e1bc92bc86fc279ba1baf70a27ae2f68b414ebaefe908834ca90e6043328f2d021c2890feac8a650c4cc3d846ac2c14	\\x0000010f9ab14bf7d0efeab1f9fcdd742ef46beba4f74bdea93e4462b18cfe15b74765681b32106104a791d6b4c90167f8516e27d32c2967046172fc47847c72923c9f51c8388caa65f5ed3caee8f71b832fb5d0fc1c7cd225aaf38ca4336a83986b293848a59d39911a4c586db7295d4ceaa6f69b1a6a7694a01ea0788c45f327df777811aa1e4f3b6ec6842c8c9d58310ef33f43412d60326f9b2ffe7909faba2a31c7de4ff678a16620541677d023c2cdcf6aea8488e4ce784c7c8d07d363ff3599e46aaee46d8b24c1db51a32c4bb44ff23876bbda4a5bc3d86cbc65b0372aa67daf06778b8421aeb18a9d51b166437ff247af6e65d4059ceb78aebdb9948003e840ba19970f0cca3a70f73adff3ebb77c0000002a73f3a328c63fff588ef4e91adbd3aae7c2ec16d53a96c67314ce2c0a10ed3b7154dc0096df9d4e9bb28500000035472c9053d75c9670090b97be6ec5976c572f750a3978536cfba6b635d8a7e99a71878f5fdfc50209b6dd64a48ea55689241c8cbb7d
0	2811	28	018bec9a-0a00-7b65-9ef5-7c05cf413907	record identity health	\\x98f3b4d855674fae382a5ee3d011400b5f875f254115473e8d16d6e93f6417187109b670475d143cf3fb9fadc7be8f9ac07100d6b38648157862b3dcf19500087083e92c69f5dcf5b3de4271b8f3925d4ed1b172ffb7e213d9f555c204c319a5729e209041c6f495ebc170d5aa0edd397f40385e5abf0f8e7a21d838	\\x00000115315fa4f295a0f4d18620de0123ed21b987a71901af9e898fa70acdadc7e60cb332732720992bccfe551e4e8aaf0c209412f4c418ae5470387552f05b1819ba2aa9125922388f869d0059fc700ca7e63087914561ed0a4abcea75c0c4e2da6be4224b3cc2249d5b4e425b7a0ad8535af7ec5ee49841cb735fd57fdbf66fa92198a7af5ad39119b659a81ea999fa4daccefdb01779320354a8b1f6bf2821b64cb0a1fff528cc7854ba3134c82aa65d97a59f423e6c5165a42db91f2d0678d4bef8a0d50a2fccd091b68521550788252f9118ebdfea3e90309c3c9d42bca3549e81a9ace6a898f2c22d5caa79824f522a33069f6088a274a76f5f1ae48a6f02a6faa30d2e7e2389e9c8a3ce96337cdf2c59070648e65a0000002a02b2f2e8f88e2dc5211cf8766c390bbe647f6e11ba10800bc4d54c4e574a61b039587387d2106f17da080000003501d9660c991fc9a478a2ba07f1c5a10f41244b2205ec14c07d0860d482746895852a5307410de29b60039198dba1ad867367f7db57
0	2811	33	018bec9a-0a00-766b-9176-532b6816b5c2	record identity health	\\x98940d20abe006f620668da0c2e70c89d5656c93e36c6f7f122f81976a4da8d9537449d2f2ea6d8e889d6140764a03fd6fad809907a911cf4bd84958b3e26e11bf235206d43b651335fd70870d235d3ca8e040f4dc63c4177f7a3dfbcf8ab1f83e80c193329420f06726b4d2b74c76dea1f4fc072ffab055eb0620b6	\\x000000f08e5bc5f08262db1ffcad942e6aafdb0b1758de704868f5e0eb7731318384338ea5a7475d474d38f2823ac4ec3a027c88c64a68a70baca317cc4b8f7f2691c81c954a3641eabd27ccae952a46b92edad480ce0f9e136eb2cb597598f8baab5d7b27d4022aaf03e3e3558ede5a186e10a70fae42de26734582fd1b2d484c67d5c8a51e09c7f81212bc21929b6db596e6467517e77e2b3606919fc4e5437773d1ce2500d73010844b7f889178b23d34cf6117966eff344acaefdfd94b42205fdb187359b198795eabf65961a5649b8f025f399eba0a8e6ac8df77f896c3d0209e346f83d906445a0e2868a8c56654a5b53b0000002a8a4366f1f708c0f87fccd82842a3759b1bbd5c5d3b9cbc53eb90ccf4cacf3ca2e87a6a87d262fd3b4305000000356be4d20e58d73f6f3d1fdce00d7d9a30cf9f5e14a628bdb54540e95a2d7cfe8d11ca86ea6011de066e368375c9faebec8460e9a137
0	2811	36	018bec9a-0a00-7e9a-aa81-53a953e284a4	record identity health	\\xc4acfc54dd501a4c0cd6de90854bc4a06f8857a8ce74ebdaadc342694d3fc44cb4edb82133f0d93327402c855ab64f15e9824a180a0a631ecb443a4c30a918c99e135e1398927975ff49c534a6e431e6850a17a5b0205a25de308218505a54385ef6030707e8f6c69eac5d8c14e1083ae8bfaf82de1525f69a974586	\\x00000111ce719c55f5c5884fb192b89ccd5eb60a5f6b46e3337dd046bb41fad8c82252a4c49a5da906c218b3846f12f4c33626495c75c6069b731c739145a264b028eef70169460069771594ee0779adee182514b7c37fef55db65073d5f9fcd0d5cc666859144f7aa1bda799d9728fbfb35ba4fd3b6fa659ee23201c11c071116e82c00d5d7c5f35cfe635368eb4c8e90a1542dc135eee8dc2c7a9f295f6b5b5a3fe26db731b7eec29525528c67b9c85a79257d0be0c27736ca2af0d16c0cf50958255f9bbaef7c1e4075cb253fee46a7a6480ce9d5ee0ca495f8a87cb5a8b5aa7bb41230c65a7495c9b5715904002f1c921eb6294379b5a1280af061a64f36f3db6bd4bfe682d29f7c99e6947d51ab106a4b9d430000002ac58b1a06e73a78e9a7562aa820defbd1eb335ca53fe414612196aaf4e2ad7cae4e53853c0625bc773db4000000352885d8dbb9757e0474520f4170c4fc9ad6325a58f08ce47ed384f36fc72562b60254ddaa3335be0f83dce40bf2b8a872b4fb848c5e
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7213-a7a6-fda75878dce5	record identity health	\\x242aef098d393bdeb75647b8d7c6b144b2c7b3a61a844144c29f4fca08c8e78e3b59a3f451ff5639c21539fdce161a4204761e2862a1624575ba781fd75925c76f5d7b9984af1e4e6dcab0b33487a128daa0301a16830ab2ddfc5e41d7dd58d1a423a69861db9fcbd8a5ee2e93df9011d75b880976ec1859db7b02b1	\\x0000010ff283f37c4f8d083617f54be5c42711c2da0eae0d86e83ac57dd7981cd58d44f4c3c289d6b944eb1544a8e3a4d237cad8abaa2af9afa33d666c6f1ace847d1b4e40536867d6a766827194d3d603d88d63f580166e7f7054a06bd5a8a2784a713741f48c83a64daa8af0e49166cf80277c07a65fe4f6587c061751eaddcd872f419d3f043c67b07b0d4a2c71684ed7316e5f14d9ada90e51be5a29921080664660df48a2fd51998071a24d9269025cbf2d5d78b50ed53c446fab1a015bc954477fd5245617f7ac44399e8adc0af4759314f0c3f2489399520c27e911cd3cb1bdc2fc6386f952706da6cfaf99e923141ba7dfcb8106c90a86417277a31ad9e04578bd209af40c1675479db718c073c51a0000002af2345313f069cc45c533c654f92c8ccbefbe2e17030c9be6b949ece62ac44e9b8ae7e8914d60a188d4e6000000352e80deddae6e1ca2d2fbb87560f8f454fce6b8639ae1352eb5beeb285a9c7a1eacc4195c2b652ef29e8e66573823a9d0782b4940a2
0	2812	44	018c10a6-8e00-7213-a7a6-fda75878dce5	record	\\x385660397d29d4f3b049e3bf84307120acf120b9b51e40e6c2e27de665fa3a869ed2c65c29184e95cb8b626fee37802495c472f47931cb5aebdee21d	\\x0000007df940597bacd55d4f1b57a136096a331188d02c09fbc9f0e2c5a0ec7816230b440aeaedca7b14d8b93bfa39feb8167490a6dac62241e60c4022b1dc9bc78a4e0479c1ad9ca5754fef2954229ac83f29c482d2ff5e06fe0f917d104564eaf7e693904669f1a25e136a67ddb130a720f2bfb7e56645fe93e570c6b406613f
0	2812	48	018c10a6-8e00-7b08-a427-d6ec9910fc77	record identity health	\\x0bfb7a70d2dd4d58935b414f5a2889c304d69a4c6f76c0d60d7cb63899bb0641ff2470796f4dce59cc1d7ab2f1f85115f916f5bd94c0d473b3ee48f7c3a456296f9858aace7da1fdf7f736be0c9e4550d78a7029d130a94aab4baeebcf0e67d96435518c4d9ba90b6efd9d3cbb311a067e88f4c6c3b21140f681b90d	\\x0000010914fa4b309f62b6027542b5d8c74c1b5cd564867d2c2e51d6f73d339c8765acef5c1b550ec515913803bbdb7b398df304fbc58c02122e2b85b1111ccbcdf9b4f89dbb73b0148390a0455bf69708daffba435c5837a2908186ca985d6cf43418606cadb3d0574eafa6c6f59088dd6b5439e9cf75af5378142eafefb8c87be903d8fb724d23208267ad179f59af12fff41e0c02d23a8c8febb910fe5a2cece176145ce01d548fed53b2fb3f5b14e8e1f8abf6f87b81a2cbc576c4098fe9bb0beb105b9379920d9864dd899e18e2ba881582a1e4d157848f7892d6a954f271778b26dd21673e61ccd11dbe4987bdb5a3e922412e168c5d221b100f998c94c3fde9a336f64a3c52e5674b760000002a2b953fdb8dbcb8fb7ce62e44502894dce9f6ac1a733b760d066f39403f6bb4982508c0e8a84307ec75bd000000354baaec75faa969475609df89cfe77c13aab32514879d482903a4ed7375622c7c901230ae6ff169103289c3ef6f0da950d116002bca
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-4	1
0	agreement-load	pair-2	1
0	agreement-load	pair-1	1
0	agreement-load	pair-3	1
0	agreement-load	pair-0	1
0	agency-use	clinic-3	29
0	agency-use	clinic-0	5
0	agency-use	clinic-1	15
0	agency-use	clinic-2	25
0	agency-use	clinic-4	37
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
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
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-767a-aec6-9068e36a8309	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-767a-aec6-9068e36a8309	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-72dd-8777-00009eb20e81	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-72dd-8777-00009eb20e81	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-72dd-8777-00009eb20e81	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-72dd-8777-00009eb20e81	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7605-bacb-62654c97e595	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7605-bacb-62654c97e595	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7605-bacb-62654c97e595	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7605-bacb-62654c97e595	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7605-bacb-62654c97e595	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7605-bacb-62654c97e595	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7605-bacb-62654c97e595	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7605-bacb-62654c97e595	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7605-bacb-62654c97e595	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7605-bacb-62654c97e595	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-74f5-bdb4-b520b2aeeb24	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-74f5-bdb4-b520b2aeeb24	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-74f5-bdb4-b520b2aeeb24	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-74f5-bdb4-b520b2aeeb24	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-7b06-a993-4522f83815b2	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7b06-a993-4522f83815b2	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7b06-a993-4522f83815b2	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-7b06-a993-4522f83815b2	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7b06-a993-4522f83815b2	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-73b9-9f95-846a6b44ae8e	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-73b9-9f95-846a6b44ae8e	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-73b9-9f95-846a6b44ae8e	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-70cb-a062-954dc41b0c45	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-70cb-a062-954dc41b0c45	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-70cb-a062-954dc41b0c45	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-7c07-a8c1-3a2970337cbf	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-75ec-a7b4-170fe4371661	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-75ec-a7b4-170fe4371661	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\x0d6668f5f9e3aead7157b558cbdbb4e3	\\x2447bf48449d87a2e90e8492371f986f9d8a5233f3afe5e8bdb182148da68a76	2
0	2811	prison-0	cancelled	\\x59f7c5bf6602162d8522331b5e70b675	\\x4707b16fb8c4700948607888748cae11b4d486f2e419ad6a1da333109ca8ca2e	4
0	2811	prison-0	c1	\\x31248cfb2ef13f1710db6c60dd8f7f33	\\xf9c95bb590dc9dd408bf4fcd3534e383119218a3198b24fdd2dc2bba1bb2b5ba	7
0	2811	prison-1	accepted	\\x516b7d1c8b92f0bbaab0b7001551ddb0	\\xfb3766de843e399a2f373dfa32f53d486b048f3056607842a8758cb8361dc40f	8
0	2811	clinic-1	d1	\\xdadb6561e373138c623bec4c061f4dfc	\\x43489f41e327c1d77915aa785ad5a63f28e6712c3a8603d102b2ac4d6996aab9	12
0	2811	prison-1	completed	\\xc4a08e774395fc1ae35a6d5db387abee	\\x0da0ab65a368a668ab92cc3c095652770ae3fb4f90e0e8b9a5a37ba9f2cb93e8	14
0	2811	clinic-1	d2	\\x4504e6113c3d7a15f6da7401d381594a	\\xfa3ac683ba06804a7102e50d95b97232914f2bff9b985c7ed4f8318e41efaf51	18
0	2811	clinic-1	d3	\\xc4089b7ff9012b0974edb0da5e60b0b4	\\x15feb00d94170e472faa6f52343c3f71a7d3eb6b90c3c5037f72a05e21188039	20
0	2811	clinic-1	d4	\\x08af60f06b24fbee798529619e713c5f	\\x9e03fddff3c914efb917d043cc5dac525c413dbe85f275e83a847314a42293c2	22
0	2811	prison-2	returned	\\x591253782f68422b3c1b8a4f7f8ed9b2	\\x72148653bf0f6625acc574a044d5856608f088b64987d62d4a0d5ebbb8bc18f5	24
0	2811	prison-3	quarantined	\\x29c681c3f439be3a3cf76ce4ccdec1d2	\\xa9b9e8180eb4cb10e73981cac9a431862fc3e5dad1e0ac88258ca391843b5d05	28
0	2811	prison-4	waiting	\\x62fa9a8cdc9a19980cb4ddaf218608ff	\\xa4907ac5f1e7a7f6cb5af08075e72a1089c8dbd1bd340c747fe28406072519e0	33
0	2811	prison-4	in-flight	\\xabaa3f3c8c4cada47166febec4512850	\\x3077a7355f24231ae21c57d910346e761dc1af2af8f5cf0bb9094112920de585	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x3b20fb5319400e7ab80a56048ca8148c	\\x018affc8bdee12e1cc59aac080def7fb37b7e16b21c18907ac2f19f5f801c9c8	40
0	2812	clinic-5	d5	\\x8fcd3eb3cf53707179cd6408e56f8026	\\xf3fa089edc3073c05eee02f9d18f81b8035115a34656ccf4d58d0c139d949321	44
0	2812	prison-5	later	\\xd47f10ee829eac358759734641e5d3c5	\\x129702dfdd811d4a21fd4fcdd36e86b71c75b5f8295eecec93a7fe84a25680ed	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\xfb127d2da15b71f74b32f1df644e96595be4559931e7bdd4dbf3133103ea75a5	018bec9a-0a00-7d39-9f05-9c852daca80a	1	\\x42f8e64ef111ab9b6710cc2c044443108445951c75708ff91553800055f778fc6fdc78f128180c2aa68ff7b9e76e3be0051391ea72b759a46c991ace
0	\\x4ecb8b58d2909e2f40552fed06ab4f0ea6f80d8e2d617406a8495dad31da0d16	018bec9a-0a00-7d2f-9e15-c01276d1a7c2	1	\\xed3fec725ec6e6ee2ef8bbab24433eeeca31ea83eb895758c2b1c8159eeb7d7c1220e22cb3e1a3cefa9257db9cc251eaefa8a8b2f5cf577a47111b88
0	\\x58de06f794d0df9ffccbcc2a372a1df79057f3d1f6bad10c7d1c7b62325d93c6	018bec9a-0a00-7bb4-a882-1fabc2b8c1e8	1	\\xe69b654879d0f2c25f3500543281748d94c3fcbeee667acb0c3c8815958ee3c9c4df72a5308008e1412193af36fd9d6f283489e88f1be25eb939411e
0	\\xdd390c073ad40522437d4d1c4dd25c306682b0ad65c3fd81c7ebe4af953e35d3	018bec9a-0a00-73ce-aa26-04720e634fc8	1	\\x7e4cf3101147dd645ad46cbd2945b0a01498ff300396c8ca72d2824e62b02ee8b952e2307fbfae52ada9e2a990ce3df53cb1aee26b0a00bb68f1a51e
0	\\x649276582b422b86d56a815214a40ba49c6ee97bab9cf3a73d026aa7412479f6	018bec9a-0a00-75dc-91ef-d0670c521ea6	1	\\x39d1dc4a3c8ecba99b218e5b1626001ba96aae1aa992d026ce7a15548472e4f9eca1761c2b432d04f24e2a6de51dfeaabcce396bea91abd09ba81469
0	\\x41ce5110526814a3c69341ad0f5f50b7357ba8d9087247485769cefe989f8a42	018bec9a-0a00-7b65-9ef5-7c05cf413907	1	\\xcc16d72452da329cc62b4d54c45e0f0b086d23f6e77cfcd092fa66a4959c3ab65a3010a6093aac5e736170a2015e163b281f2b1b4d7026faa7d630c2
0	\\x91781dddaf3f352e35197284054b64136222a2cf4859510d06bef289f734415f	018bec9a-0a00-766b-9176-532b6816b5c2	1	\\xc8955cb4c37d5dae7f99d2125541a735fd99b9f310848f62c55636cb78f5a6b59f7207262522d108ca53bd95ed927bc6c63c168c44cf3987cc0eef9c
0	\\x6dc5e3f84088b26577b99650a2740886f782df96c04349fba4615be996dca750	018bec9a-0a00-7e9a-aa81-53a953e284a4	1	\\x7b689441fde24c0b6a5a1edf58aafd3bd4c58a25a4f5c5fd9cac364a9c4eddb469e6dc940f35f81cf18c9fffb5bf35ed24031875cbd16ae12843af86
0	\\x2182eb3be94115555b93fae27ff5543413bf223704785452891dc900e3709ad9	018c10a6-8e00-7213-a7a6-fda75878dce5	1	\\x092b6c3d91334a7d821679263d370fe7a4d29f95e1589e06e4a237f77d9767d4bfcea6077b61996a54e86dd791204599d02947af7e83aed551fc73cf
0	\\x6f46fbaecb0d41587f2c560f442b89ce9a93010066124ea832e2226ee497d178	018c10a6-8e00-7b08-a427-d6ec9910fc77	1	\\x486ce59fca289179b6065b532f5166214fd21fd4e2275d5af4f7193278f3ac85298e0fd8823d74b680fc5c95c2cdcc5246a8434a3d9ff032fe75fa1c
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-767a-aec6-9068e36a8309	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-7d39-9f05-9c852daca80a	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-72dd-8777-00009eb20e81	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-7d2f-9e15-c01276d1a7c2	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-71ff-85ba-cacbd6fb8b37	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-7bb4-a882-1fabc2b8c1e8	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7605-bacb-62654c97e595	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-73ce-aa26-04720e634fc8	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-74f5-bdb4-b520b2aeeb24	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-75dc-91ef-d0670c521ea6	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7b06-a993-4522f83815b2	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7b65-9ef5-7c05cf413907	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-73b9-9f95-846a6b44ae8e	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-766b-9176-532b6816b5c2	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-70cb-a062-954dc41b0c45	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-7e9a-aa81-53a953e284a4	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-7c07-a8c1-3a2970337cbf	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7213-a7a6-fda75878dce5	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-75ec-a7b4-170fe4371661	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-7b08-a427-d6ec9910fc77	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-29 12:26:58.767179+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\x50d13a2f81ea9aae8854aaae3de4d76dc26c97d67bf1921e31d554b44ec4450b2d2db1fe2768b4dde639cd91b040eb6b7abb2785383431ff72feb168
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-7b81-9e40-2fa85cec0493	2	27934	2023-11-27 12:00:00+00
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
