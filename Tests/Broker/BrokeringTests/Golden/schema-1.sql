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
);
ALTER TABLE ONLY throughcare.content_2811 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.content_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
);
ALTER TABLE ONLY throughcare.content_2812 ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE throughcare.content_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    body throughcare.log_position NOT NULL,
    person uuid NOT NULL,
    labels text NOT NULL,
    wrapped_keys bytea,
    sealed bytea NOT NULL
);
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
);
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
);
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
);
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
);
CREATE TABLE throughcare.message_2812 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
);
CREATE TABLE throughcare.message_2813 (
    shard smallint NOT NULL,
    week integer NOT NULL,
    sender text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    nonce bytea NOT NULL,
    digest throughcare.sha256_digest NOT NULL,
    "position" throughcare.log_position NOT NULL
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
);
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
);
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
0	2811	2	018bec9a-0a00-77e5-8e74-63db8076aaeb	record identity health attachment/health	\\xe33556c28970ebd3c4a2a1f20a2463a6ac68d744fd37e9a4d56f8ed46172d9c3da4306c5bb16ff0873149d805c8d6a99eb21fbb65a12bda0e73b062ada8ae152bcf32a6a3f8cb3e77f573d6da2521e4b1a7ef3825fe64b438a018a21443b15b9df4475994481cececc4952dd1d8ce2d95d23d717082c7d6b6aa69af78017d74adfe8ff75bf6b8d6a5a33dab01b9176cb076fe04ece915e867c472708	\\x0000010a0a00c5de3515de11f38d372d42a9487ed4f461f556826fbc9f90ed3619e267c1dbc8046d18bbcf4ec77a7fd1be8fc1aa7f47588ae4bf3678ac7543dd11e025d94288e53d0da12a6421ebe684da17a50ff6b8dad41e1dbc3c0a85d78a365a52af54b547d9f9b675e220387ade56216121d394427238aca45ef3ac527b5ca74bf7f1cfd3ab7ab84eb9e01f7b56119f2c77423a4c87815738b7a0da71b432a744f87128b833213b3fdc01642268d0ffa2a587e6a3ccede95ed2d99b8607bdf148b602c048af9cb7c7dc82dae829a6cd0c6704257740926ca78f61182305fd0e922438ae197c6b261c58a6894a42c9209ed1138a1d0fb26c02f1a49a27fe9b38e814f0f0e3b6504004e9f2fd0000002a573e598ef4cec85b5bac89bef239886043ff37224a982005067b67824f42897621f4c683914e9b623bcf00000052c1d488bb8ff20bfa2ee334acdf33145ac887f6c3adcb041d4b9b1b6586a6377e326c5541cd9ae5d2e8162acd93ff5aadc9844345560cf67fdb0c0043fc5df60b8cef252a2fc31f417549dab5baaba976ff2b000000762039778272bd585611cf527a3bdf1035655a243e53fb9ada4ac3a24896aa7b82bf5f9e0e71ce495470499421a7dad8001f5deaa0bbb6c265e3b1b86af831d60d92f9fd9af8f373e04ef16818b92164b4a37989e907cb56009ae0a9f551bf5571e38e38f7722a0f0ba43aa0a169096a0992fef62887d8
0	2811	4	018bec9a-0a00-7553-a21b-b5567b0a5bce	record identity health	\\xf905657403b68e70ff4c4aa7dfffa464c114102756c0fb443ad64f2a042c771583c97229aed2f072f7c953936dd12fa654159bf559d09f4f0e3cc1aacf54446be4014195e6954787737b300d0a2a95b442ed8df2b7df43cc056a3a62c6125fbfbb9a751f5c5b3950d7cbce8a0410fa7ac9e29da3a4f20a8020c53ab1	\\x000001113deeac87b57be980d27230dca9066a3b53c1ce8fcca8558c0b6bc7cb0166f607a9af375a05abb8f3d9616259ef09c115638c3196037da14d59c58da635582423fdb70a3cf54bb1a7668c6b14e3ceb260b8ad93406f31098d4176b93007110bc52968eac7afeea9f9fe756761c979a8f364113086ac38e4fdc73a422e8d309e12e6b03c7a5b476742e7547b4be609e5a2a31362a5f526fc0eaed325f10708bfa7706ecb049747c0bbbecf52c97b29dff34d6a2cdb3dc1facfc62b670ba1c60e78a2da5dcc379f5c4437fd00e77ff67615fe65e50d88ae26481beb6bdcf6e9ca2fc036e51ccf4c71c662b108374d7c7de20f30f1a92945d892c7e5be9b851f5a677ce8582d39cdbc5dea5651c31dde1f61600000002af2274dc140221236139b16f524044b7c15e662fdf873e70f17bbed8ea4b01cd285e65744ff35e5a6dd810000003586e8aa982cc6e232c4dcff35b66dbf2f55016f520675cbc3ce9c4722ec4127f4f27cb7c8230354f9f498ddfbb9f4247da9727627cd
0	2811	7	018bec9a-0a00-7553-a21b-b5567b0a5bce	record	\\x04e9cb8286257d8de63666b0b0e413c687a03c5df3560702968d96bcbc9f4f8d33473bfe596a58dc1f51c2179b02703215e4dd3cd66ef6c338388186	\\x0000006f5d95d5efe35eee4ae334336fea3478a654de8a46a8cde2cff0d1625cbb11bb25fffc0437198a942d85f24ee8cababfda4383b91ab3332c2cb5bcc9fb117dc1a3ac7f2fb81dbde3671792cab05c2e97987cf9c09f801b2117171094fcb18dc8cae97ac88f0c304dc31e72c30c4e768e
0	2811	8	018bec9a-0a00-751d-b4aa-b1f6521e3642	record identity health	\\xb3f6c615409566d7b156aa72ebc8a38f0c4967f18cd739f425fc38af2b02c3fe880faab4c7e161d702f51c56ff31435d822640171ae75039391f83a95046880cb9afe5e97f3bc5f17104fe8db135220d04aa5379ad26a51b9c5cc566e2ce5aaef985f34d97f1fd6045211222b8ecbe4ec4ee5134ac97851fb7fec7f1	\\x0000010f472bfef9f574d3d334bab7108bee5f503e9035b6c8e9347693e8eb1710acef81cc5ff3aa5729f74e081506cd8cc26d0baf0a49332621fe78870cedffb914882fe77ea4129d2df60e579c3f101ba78494c10fad2bd733c83562b80b57323e501c25f3e256eb42a86579a32879961c57c0ae6b54c471b10586207d476f59a6f59b6ca45aa8aa456c96648c09c59fad532ed17fd9be1aebc9fc627990acc857880a15974e726347c3b6d0489248dd02ca4e6a2cb539d6500c47b91c5729e2888d6acee4194a18a21ea121314c7a341c8bd19411e6fcc84d68f91dad0f822c041b8b0d57c6e129efaf66b27651f071f7996a55a9f09a445b69822d95a072f8b44d3b00dee76123885ebff4b380a3f20b270000002a2425ff7f74b66343a68371a11b2c407e71ef5b514756b68124db69098c3f56e63e8928865186928c0d2400000035e02b0110f3c8cc835b83a6f658dad98d4a5fd7a64cbe7144a6b9d3a0021d7dfd0b6f1aa7f54a3374a90d2bf13165e737dda488701a
0	2811	12	018bec9a-0a00-751d-b4aa-b1f6521e3642	record	\\xc5b25ffc9525b98df17320db1a88a29a0a5de1c32f755e0c9e50daf5d8ba8915ff1ff26519947d90a81999ce0c793d3422d166a4db5d694db15f58dd	\\x0000005774029e7174f56679e03d4f00e7f46d50699252a7c7c0b9122c2a825329f1412b5ed26ba79ac9594b0a0ed5c109f766352c6cec0c0731d7adf022109aaf8d8bbf55520428eba1307624d50b5d445a3dcf8b87ec96b3d227
0	2811	14	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	record identity health	\\x48a0172a8d9335af60ff7967d01fff96da37f476108df2ce6516aaba98a4a2cbdd15b00bc28a6511175824094f01ad0189566fcf43a2a0c19a7c597866b2fd7538b21ead66cb8d75a4bfaf1715757acbf5de67d067695cb8cf1630ff504832a448cc4b99fb74386cb350b959d76990801e986a189b21a70466f83789	\\x00000111fdbda6acc3a037eb52607639f0c3cc5051e9d201d105e4b6af262a35c71e41bdee6341cd47d1ca55108663fc08f9917c012e5755c9e1fcf27a8252deccb9875cc5084000b9637e54c6dfd51c65c143c07d5ff02e975ec56fc27e32ac719b6c8559024313665d864428bd01acd906419b0893e89b6743c13a458f7ef589af37f60813d30e2dd1ffeaef48b7bec19235ed83b97f5f4e892ada87dcde45ca8d70f81fc959ab38213c6292e426572f0c36934a77a2e73ab5f157d2672b024034c68c66b8c8dba53a839b6035fe9a942f1c66fab14bc1290635f7ade8b2ca47c07918a9329dafeb7499f6cf101423d3c4603855fc4d1ee036de2315b172f7ffce5618f8204ec3ab0540ef39aea970a72a30b5b60000002aa63b785a10ffad89e1857a46697e7a0a9dce1f21ff66f2bfbaf6c3c2c0db79e5b509adb3240defab7b280000003568f86fe114716281b8ffee4a3842d5df8b384e33a4bcfb9569c405da35c5d04b7f5cb2c89f719f92372a451e6228aaa8044a61041e
0	2811	18	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	record	\\xfb450e36aa889e6d898916a893c9ef65907d36f83b6ff84d6c68410a2218268240746519fe6f17828d1c6f5073eeffcbd451e2f5478adae6f8021939	\\x00000057b03250eac11700791104618ac2a0676f0e97c3af64d1094a12476ee1a0019eeba9d92e5d8bdfee4dbab8d3c33e9c2b6f78883b828883b084234c6e50e8fb299360a937c47aad7335125d700860d3ff4014b38ca3fc872b
0	2811	20	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	record	\\xdbe5ea85da7e7d3e5d9d9147f4c18a1caf3e98f253d564b6cab9dc948e536439d3f586ef6a5039cb7afb3d4d965dc2050bfd149b6cfd5f0bc919e968	\\x0000005a246985993b134e9da1e6c84c30b50190886aea0879155a7ff7c3ee8900580401659cdedeaf48cef5bc5ead0adacfb4771002754370649659e15246d4ee833eb3a852163b48b38bd3e8519348de88c19b422b3bb295a826c7b01e
0	2811	22	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	record	\\x359c98743472943998a86164d9aa261dc4a243c86f49bce5e09def7808a059f0b05f6d108e593aedbdefb6ec639cc1f70f4ad5c6438bf9a8081c0285	\\x000000586bab02df4113e6898b88f86bbaef78c8743d182a758bf7c042f8ec811db7a830fe73e7e18cc12058b434f7d26164d0610f4f194ce20d1bd36fca12785518ddee7d38e804f950240062d6f27bfab07c9980c9d1c216ef60ec
0	2811	24	018bec9a-0a00-74d9-a4ff-c73229b7d14a	record identity health	\\xd0435826e4ee90aa06be4124d9c1e67e9afb02fbff5b8cafd0f8dc9df8e4405d618fadfbb4e61dee72027d4e034189c32b4609056225de7fb72900fde6ee0a5729b676bb9a6f364cef3fce84a15cf07a614f6416ef65cf42bdfc2acfa96dae6c7881446cc17c3aa995af695c192a3ae89d2d8b9ac940277a99279b30	\\x0000010ffa8cebb7e3972f0f0f0d8cd1e4e14a38945fced6a3c072643300da618434c905d8a09fa19d3f56fb9c9bfe2b258bdd7731df9da412e08cc404e0d40c13b8fc7d11c613051530e5e054ded0f97ad4b24456ef18245744a8ffdb028df77c38bcf4ab83b522be77e54f01c0fc8ac64171dd4505fce9d0ed34d7e23d491729cc34380b0f0ad10663edc9d3f4eda736a8a7d7e8e9174b5bdc80aa50ea26af3e82f1d8b5d8e2057268d9bea6e13ab7f9e348b088dd2f69d27e9a8011d1de02eba69da24598666cbe4a336fbb5f86fd7469734fdcdc0e0082bb7a521d1a4de07bdb6ce501394cc6bef0f2d785e4785eff839d42b5482e7bffd491777cfcc67eec221861a7305bf5f4754a114a3378ffacd6410000002aebae380676bbfd4985665e3a42c6c4ef5410b5a7faeea76904c42560a9b0cf0b74ea6ad1e1b484edc9e200000035ec8b0091dbd337c29eb1fd5fb22a5fb1b85c3b955e689d8c4f4e1ac4d63338d1ff13107d24eb1fc64230fb1b37a42fffa7f722250b
0	2811	28	018bec9a-0a00-7661-8748-21bd6b683965	record identity health	\\x804c2ba0bc07e9635e1f02da20ab9b6ce7fa829deb115e778f3cf10c8e5ddd5bf5234d4427d996acd3ede9077d9c6537174ee6beab0fa1670e470f6ec15fa72fd5172d3d10d4481f182f48807ef76abe6480eddaf552110461b5fe9b0cf90272863854b552f28a583f6ce5b47524284fafb248adf02a4ec2dc836ff5	\\x00000115d1d07eabe47ca2303bc1f40e779c96c352d9e8ed3e07c6af99984077e9a918285cf3e5fc43bf6150e37eb079d06c8351cff4eddc1d83ffc1d3709bdc9e2ba0bd1ed32ecab581400c59178cad308349a3f982d9960600926d9139cb8321046ff170dde195e3b8d66704fae023a61872e5f8a2abea10719ad06569f5d92127e6493988af0d6a1dd3a57747479880d58b984cf06a3e5473cf4a6d0fa2695ec53a5cf63f9213b8ba6729ba8a06cc0addf563881ef84fc8016deb043b27d7b83e36120cfe8c40e0948e43b4ef4f343883a5e5e12c17b3d9c481f00bfd4e93ceccbb75632ab238a3f873689496eeeb07fcc203027ac39add9570d908439fc8c313e77d1cd1be8e822a9c09a1cae4347b5bd11c13df2fab710000002a5a92f290f516bbf2788de38d3b10bcd116a091787a523aad211d18703f2d2185757da98869398bde009e00000035255f2642597367ec56c77a4e4075eb2c6748614d322a20cc2c45ecf4b496d8df7978738160163f861814fc5cbb03fb504dff06ff52
0	2811	33	018bec9a-0a00-72b9-88d3-ca016e87d95f	record identity health	\\xb07f5ca8870859f95106ad0d500bea8356a55595406fa4104bcd0ce3f63a19872f0c8888389fac20bf8ea55a318b2931adf132b67600bba5d736421ba75115b5dc658d0b10057c6512421d4e1ffc7a8d0856d7929da518736e86edac4bb5948624a5d89ca072764aee69dc6839fc898689eb0ffc498853bd321bcf67	\\x000000f0845cb1d8f00a42aa00ab1dd2f64f6440c151aa373393f452e89be56c5eaa536eaeb3e4b3c5ff22dbc316b2628a246a637e013a4b804eca7100e4bf45f16c9ece40e4ff29cab44f14b18cdbd90392918e731372e48cde83954273b1b7e10687aa7fa027bc21ace1de1d70f6bb125056b48ab40368176836f5f633f64a96fb019df5647402fbc00239a77bddddc6d00b0db4ee234ba05992a0a3482972928ac813130d055db9ddf69d4f751d55f326f1e822c0cf551b3b2222ef89804e585004393f1927c257f3dae222d813b1a59f78cd639424447497feebe8028b5c27279ee230a07ac71b0005f4a45c7a26dad836b80000002a30bcb057295f9fea34f30ef25d07f1996c6dd79464aec75325628ed77ffac29793b4a1e964a72f74b052000000356d84b32e25d32a91f0b981953f5e80ba6cb5a69345c9baa562c37994c7edcace8264a50d578598284fd9072a6f77b26c87425c2c3f
0	2811	36	018bec9a-0a00-7b98-880b-c17fad58f74f	record identity health	\\x16e60b3a8e750771d4408d805dfc138852343f7cacc39e32901cb615db1b52c8bae5d3774cc5a56796bb92d9a987a6f22847be4e0c476f696220a3ac7999dda14c2acb56e678c1362ec025a461f97644a1d5791eda28f5a0025bd588260ab47f1050744940bfe1c3d28154ee13b5cd2d4929318c250491c047f2369c	\\x00000111e06955b6a0843c7d71b2addf91be0201bf57a0e927641743bc93cd9603b17db5b0cd2c3e4924efc8678b7608e2b2b33612891edca5ef4733438780ad9062c38d970deb34ac1b189faf4604ffc0a2ba369631a6234b2a3b8327a9f596be219ac42781fd0905035fd889a63461696911f908f2ae566ea5d135e4eaf665059196f998c472fd1fd8afda1bbe5759814d8be78f974db64c97ff3583e48498a288978358ddd397bfa52d5698bd9d27b33c35b1ee80036afb33c4ec0690dd7d5e89aa2ff94b8cb6e33e4858ea81031d8b6354b3c12934fc88eeb1ee92f379f6c52e32e9cea145b582ad1d1a9ed0c368be8585e8bcb44fca446702d8ae7753feaf4b721d45dc5ed9dc9610cec7724b39aaeb07cc140000002a560cfdd3c6cefcb2ace1d6ff2353fb6f42b1100b39965681fc82bc68b819373c44429827de7a4524f54900000035186b94ee4f737fa6e03121c4cd4f35953cf6df60d71672b863f428ea1cef0381ab24d79e610af417fa3a93e0b1d4ab0dce8e990b20
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7bd5-a401-933f3b48a1dd	record identity health	\\x957a165c93da1185daaf48dc4d0a54baba443d68bd0879bed7a719b1805c8f78942394a83c733f4680686ed5d2e0ab2db1174416533b4eccdaf13f3ab60268510d6e6a90690cfcfbbabb7f7618051098c2083eaf8aaee650e40ad3dce47b8202a6bf35c3653251478b10425b5acb0c3d6ce21a88e9e252fade7b3075	\\x0000010f42163ca9709387f0de5d22d72f8d9169225d80647285c49e5c3744d40aa227719f90f04daadfddf80ea97399a3ef41834e8f6ec2585b5aa717a848813eaf1d497e62a811007a96cbf53bc79028fb9a65e1dc81257901ac76df2b7eabf4b5742af08861361db527edcfc7366a1497316af36f95ca620503dbfe2e0f2f88562d6894b83c9f71405bf2857b37bac57372d727952f2550a1d9a8a3a8889d3613dc1354ca3b10ed5cee5776663f2c9f2f5a2983d5646fcee869d07b06fc280ee81219fd282d247f675931e47d52bee83c8117fff676fff4dd11de370312f450f858ef82da3a52a24c154d72d15b01523d29acb3c20a10acf92eb11d45632855b64ab022b3981c1914b5bda4bc21bf1670520000002ab9ef9b07ce21e8d4ccc0f6c18703ee18c5eb2464d12647f94b1e6b0cbdc026927751e574dafddf78597700000035f5c727096f2c7fa4aaae39421e615693f7bb8850f1e3b4ffc58f55bb18e7923722b7dfd412ef58093c28678c54e43e010743849159
0	2812	44	018c10a6-8e00-7bd5-a401-933f3b48a1dd	record	\\xba18b754dc84f4d938b87a52c9e9e1c7700b9a183d04154856022f1363331dd82560d1818e1a359ab07bd028c1d162cdc708ef0ddf4cd4d5267bd8dd	\\x0000007d9d9cfdfd9cdb45b1f985d153262068d397a1bd8eab0f28e08103600c079b3845dc10ba937ba11cb0ded6ba3c8832b46675054316a9e0c41b79103079a59d1360b5e07dfbd6407119a22a1632d9402e502f8df2e51f059c5751a2251fb8f87e17f2da5a8057ad3835f4253bd95d377cee8fda668ad678f59962b82a59c0
0	2812	48	018c10a6-8e00-7fb3-aa79-f6414b6e4530	record identity health	\\x8ac9853148f537c98c3a94c6fc4a1693cf6a299e0ed5883ee000677087972e6f193912f084feb4c11af7cc05620fff5ee1ff113609c6140a1b94c76eaa3a5fc393aa2be9abd24c0ad411b729701d427216d6b502049026df8dfa1a9f78a9b44c64475c985de0ff1c1b952fff31e33920c2a81da9ce44e3230e4c6368	\\x000001090d24c54bad55777118f48fcd6e04499cfc5da1128a41ede7bf424a2b3c18c85cef35ee0948a357b079a432adfbcb5404b187dca7f9139c7714c2f724f7df03b6f1eddfc2e37ea00b07c53cbd0d634ba1e35a934e7076f7dafc7205ad38d7bd3e35655bb0d2cc382bccb2eb1e765b0eb60146bb04259c4344689d64840839128492720e372e0a8dde960e9c1a1dd0aa8859dc4c63ac2e0c06fe811557630139ce5ee99dc655a00df8bf74b747a661e7ad7722f66d8dfa1b206463ca711d6a2a522ddf98fc02b48b38ad3e2e78e623f791da5d261871c7100640358f71b57862fc60724331c43f78b8aa0c7702da402cf965306678853923f09547e39e4d3c668fb73c181aee928bb7920000002a568bca44a03f061c56ad8c3320261931c11cb53c60c50ec0ca41250c090819aca1adfe30935b2ed1a9d20000003574c35c88b5c02f88d16f9af90a5648f3f4e8cd237318b645bf7314b814d298b8b0fe31061c237e3d5cc493f56ad0708ff5cab4cfcb
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-1	1
0	agreement-load	pair-4	1
0	agreement-load	pair-0	1
0	agreement-load	pair-3	1
0	agreement-load	pair-2	1
0	agency-use	clinic-0	5
0	agency-use	clinic-1	15
0	agency-use	clinic-2	25
0	agency-use	clinic-4	37
0	agency-use	clinic-3	29
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7291-a9b8-b58cefdb5c02	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7291-a9b8-b58cefdb5c02	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7f6b-9e21-eb25e9e6d77d	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7f6b-9e21-eb25e9e6d77d	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-7f6b-9e21-eb25e9e6d77d	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-7f6b-9e21-eb25e9e6d77d	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-715d-bee0-e2bd0515a168	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-715d-bee0-e2bd0515a168	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-715d-bee0-e2bd0515a168	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-715d-bee0-e2bd0515a168	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-715d-bee0-e2bd0515a168	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-715d-bee0-e2bd0515a168	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-79b1-84e7-153b4e3b392f	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-745e-9f57-7decc8483aea	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-745e-9f57-7decc8483aea	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-745e-9f57-7decc8483aea	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-745e-9f57-7decc8483aea	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-78b4-a15e-b939378628a9	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-78b4-a15e-b939378628a9	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-78b4-a15e-b939378628a9	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-78b4-a15e-b939378628a9	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-78b4-a15e-b939378628a9	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-72b2-bf1a-413940db42f4	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-72b2-bf1a-413940db42f4	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-72b2-bf1a-413940db42f4	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7c54-a301-671e320e7db0	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7c54-a301-671e320e7db0	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7c54-a301-671e320e7db0	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-7ca3-9e7c-7703c9e03726	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7208-8049-e933e7713222	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7208-8049-e933e7713222	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\xe2651dd681838f1e753f98e5afb122b6	\\xf727ad611c963bf9887704ecd2a34d77c7059c5c934a5d498708363eeb2b8511	2
0	2811	prison-0	cancelled	\\xee64f9100205dd5d4343a6312c4a8028	\\xe3ada62da762502179781db9be1e15dd69915c99667355c8316def48eda1fbf7	4
0	2811	prison-0	c1	\\x2912bdaf4148b65d32505c166d9e28c5	\\x07d2f121d326e6b8df7292f861fb9cd139b1e0ef91ff5de5fb30f4c69f5f4b3b	7
0	2811	prison-1	accepted	\\x7b1e66a685787a5548fd20904fa90a29	\\x6f2d1bbdc7f2d1b14f526ca0fd39434b1484a349da359084163ce0ef6f35c482	8
0	2811	clinic-1	d1	\\xa83a4b843acd1558ed2bf4fdb4a41fd2	\\xc423d17efb4a8ac17cadd0e611801e465f9a7481e2efd24c54c4ee052dd13a35	12
0	2811	prison-1	completed	\\x239d6f4f63b57940c40d25dcdc1ad441	\\xa233ac6debda2c63ea1b36ad1015cae5315ee0fa5f879d99c0ab59f0755e54da	14
0	2811	clinic-1	d2	\\x56132c721b69acf0d23e28c8cb0a034b	\\xdb9fcb228bb7a14f84950d96a80fc01e00a202c05a6bc060a7f046a90d4fc2b1	18
0	2811	clinic-1	d3	\\xe790c96a0591984c5b1c426a6a398529	\\xf9156dcac7c2f9922d6709ff7d7c34d1dff414c16f09db712cc20f0017c1035c	20
0	2811	clinic-1	d4	\\xffdebe66b49dadd3d517c84c26f399fc	\\x90030b01d99b5e28662ae95c8797dbd79a1dbc5353693538250333094359e656	22
0	2811	prison-2	returned	\\x6aa69a77406f6b68bb75d422c37b1b3a	\\x21e5c2aaebdfd442abbaefbe31ddb6dcb6f94d4888899ee29f20c9700536cf92	24
0	2811	prison-3	quarantined	\\x8bd7f0f693f7585ac67c3a7db36c018a	\\x8faa3d158790da9124d82b4c1cb449915f876e9005ecd701402d2d1f9497d876	28
0	2811	prison-4	waiting	\\x8186551e77e6105883c4a8c2170ac161	\\x3ab314e2cc4704a36255fce4707c18b6d0b5937cd4be9ea140bfe99b0519146d	33
0	2811	prison-4	in-flight	\\x3367ad38eac6fedefa6ffdc72ecb5ef8	\\x8fa61f0a17f9c061104fe7270dc7dd99668a011fde61fe3e4d414392eb3165b3	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\xaa8428dd03f06efbd717c55556e1bf28	\\xaf116208d2a17c095197c506ed24106f8f816c98a75826ba32713637558928a3	40
0	2812	clinic-5	d5	\\x8ea02f7efc3e3cd26ec625acedc2a22a	\\x03025661eb8edfa69da8510bad6fbb4107ea9ead906a4455e36bba758361bf20	44
0	2812	prison-5	later	\\xf791e7dac271692387e329db4e3b58f0	\\xddfb8a54ba0005036968a3226e04e09433ab2fd90ea1fbd3b5f94370ca9279f5	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\x2d2edf3a2933dbb361fe9bf306bc96542f458fc50e3afa2512e1077dcecc7c6b	018bec9a-0a00-77e5-8e74-63db8076aaeb	1	\\xa0febeacae8d73b800a1c0a05dd15389d81a8cadfcf3bf982707e7e61a36b97ba13c264768742bed3b5c8a1f02bb60465376a836a4fed517f0dec82b
0	\\xb71b50c1d11f20a5961beafa10535d8caef959d27cba740d8a82d1ad92c58e46	018bec9a-0a00-7553-a21b-b5567b0a5bce	1	\\x0b72a5de1d453d40c7f7fa5cc1a60413641a550d8045faecb866529f3248d5fb329d027e2e04a58e872f7470a10cb165d34a44c70dcc46541cc01cc3
0	\\x7eb94d7b4004bdd3af34c0935d5c054780cec712b89b8a17ba754a847d4046fc	018bec9a-0a00-751d-b4aa-b1f6521e3642	1	\\x2d26e97eb89decb762c2495b89a63200b20a020d8fdda74708269e319bf21ca6e58b7818d53511144d054f763f17a06f38dc81dc5861b02b2e639d6a
0	\\x82d375f8d7fefe1a2e19f84252ed1af97fbfb16148b30fe2fc9a2ccb8d694096	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	1	\\x0f36dba090675db1cdc1bc77a834df216733c5b430ae7cae5a03e9dbe060579a83b4d28c3ab44cda482d48841652beb8786b36f7f2fb3a653c70c5af
0	\\xf5979819bba155b69bd2822c7280dfe15a06593924655a2c83f016789886d27e	018bec9a-0a00-74d9-a4ff-c73229b7d14a	1	\\x3cddaf088862cfe7e2ab55c2ff9082220ba89c865c750448dfcd9aa6ddd97a520afaaca07f2f954e9915346e1f0f4f4d9917c6122f2b5c1f28df2729
0	\\xeebaaf398da5ddf565a114e3ae9069e0bf5d27daab6c1d50f5e1b03703afe047	018bec9a-0a00-7661-8748-21bd6b683965	1	\\x34c5e3411d0dc2d241dfa8c0ee14cab8c01655c2a18770c5c48ea2126477484c00a7560a472dee7a89b68cdc5da323fcab8fb555a283fd57aea8fb35
0	\\xecde90162d370ae8318d1eaf55b2c2059c08486185a1024f98ac97a4d6924499	018bec9a-0a00-72b9-88d3-ca016e87d95f	1	\\x0de1f175b425ed323152c677516ebf1ac612176b79a868d9493b1172b139e96193acdc67d458e4fdafffdf836b9bb05649de9b406a2a6bb011a32ba9
0	\\x5f1eed6c3d5479c7ce420b95ba7cec63db6998deb8f17150b61f6edab6482971	018bec9a-0a00-7b98-880b-c17fad58f74f	1	\\x17da73945c7e6a88979af106623f6d62d8fa38d9d9bc07f929b8e305f9d3e3aa9866fe90c186b3b40274bd7493e830ac75ae2f45bee202a163f0b2ec
0	\\xb741b977673ed42561afca21de8b7d1b9d941efdd0f278970175ea065527c504	018c10a6-8e00-7bd5-a401-933f3b48a1dd	1	\\x477fef7dc21066c1dbba625672c4b0bf303b11253581dc522fd52b64299531ad50f0d6e1e68d0132128288d87ef97773a2e786c8953a85483ae3d486
0	\\x0f76551fdcf6a02b6774c4b7fcde783bcc8d83da3cfb937da0cd2991f5bbe40f	018c10a6-8e00-7fb3-aa79-f6414b6e4530	1	\\x1116ba9a9865304ba5718d99177da7d6b233b65b767b7876a03225cd2e7df0f250d06206f1e74eadc0831921c58068979e558d1bcfdcf15d6cce7d2f
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-7291-a9b8-b58cefdb5c02	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-77e5-8e74-63db8076aaeb	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7f6b-9e21-eb25e9e6d77d	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-7553-a21b-b5567b0a5bce	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-715d-bee0-e2bd0515a168	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-751d-b4aa-b1f6521e3642	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-79b1-84e7-153b4e3b392f	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-73ad-ac74-2dc104e3ad0b	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-745e-9f57-7decc8483aea	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-74d9-a4ff-c73229b7d14a	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-78b4-a15e-b939378628a9	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7661-8748-21bd6b683965	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-72b2-bf1a-413940db42f4	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-72b9-88d3-ca016e87d95f	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7c54-a301-671e320e7db0	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-7b98-880b-c17fad58f74f	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-7ca3-9e7c-7703c9e03726	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7bd5-a401-933f3b48a1dd	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-7208-8049-e933e7713222	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-7fb3-aa79-f6414b6e4530	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-28 19:29:27.488612+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\xc69588f62cc3717f31556d8eb7da7e3162263f94b53d41d0816f7b4c071af4fccf1d05b87b4c1572d07e51b63e60904f8cb86a8ea10d4db8a84f12c8
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-73ab-ba37-6d0eef696207	2	28789	2023-11-27 12:00:00+00
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
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2811_shard_requester_name_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2812_pkey;
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2812_shard_requester_name_week_key;
ALTER INDEX throughcare.referral_pkey ATTACH PARTITION throughcare.referral_2813_pkey;
ALTER INDEX throughcare.referral_shard_requester_name_week_key ATTACH PARTITION throughcare.referral_2813_shard_requester_name_week_key;
