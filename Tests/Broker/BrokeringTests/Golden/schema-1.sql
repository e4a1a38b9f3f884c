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
                    'INCLUDING STORAGE)', parent || '_' || week, parent);
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
0	2811	2	018bec9a-0a00-78c7-bb67-35ee2ba1037b	record identity health attachment/health	\\x1d0b64f28fb491adfa964b2782231fc71681955e050065ec200ec4bca9cf2db3f00a2ed1e8314628560b9f2d525db913ddc07a78a77dbb6655bbfbe8bb257b63366966f3389427407d056f7921074ab33c8dfebb23e6dfe79a4fe9f7f2da59b6e31c2db7047329f826cfc3b729d333e51368eb5c0136b2ebf58b2548907d7d2aec95bb77b20c51ccb65fa71d323d141fb55864564a99eb9bae296e3d	\\x0000010a4ef6c1cdd035a1524a31c917abba6c09d18c26456165ea29938c5ec9f0f522b9edf62515f7ad5867c499da3d899d2d1d3683f0c65fb1157a85088cee4f2c548e6429956c4cce90bc1842706ea37e4a0042bab6cbf85258a314a798742e1a4fa8ef4e4264cd9b863e3919def62f909b9e638849941342429d0344af45811e4e05774b04963cf7e7e38cb03fa439ccdeafe16539ca022ac50f743fd6b41826f67664baaa0287757d554c2f82fc48ef73a5d8cdfef51181b3b79afbdb9b32e33d2561a5128db156898d4e07e5a6367097258d44b6fb9579d0422ecd3413266559085a39c744e5fe4a8a733dc51c2f951e0446099b543a284194b4af1400eb41f95990b03a9640ba4c4d6be90000002af5df9205833393b95d6ce7d1d082ed1427da0ec83713525f539e9aa8ab1e471cfc9108dce951673c8347000000527417574f9331bc349a7afbee14450b7588a8e926e41efafe22136a51d6cf659ac854133aeba119845ce94f0ab0bee92b08fdd667ac0349522beda330cb0545b8084a728f61f6504e06050740a9ce15f4d3740000007667d7118045880035ad71cb5569532d943a719b4cd08d10d92893b83dceb82f9efd3f68e14aa9219baa4e0dfa1195c4294b19f168333aa216e0d0f965a817493b4ab4f2363323a6659d935b82defeb37e3842bb12680e40acbb2f8a46d8eebcdb16ec0ed00fd4ac63661be3644205c8a2992f6e98be31
0	2811	4	018bec9a-0a00-78c9-9e67-8b417925b8ff	record identity health	\\xf54c294601cb630b0da4157727946f97d1f17bbb5937c2ff12050f764cf08c8a8a347db16de64dfe6082f0b5ced76a340a8dd47bbe085e29771619d1f783d8121f315d5a46a8dc3a11dab15d730a9ed8cae41c98998f2bc79842d3eabc36a5380cc7383971111233cc8aa1d6c5e2c3f705f987898a58c95f9eb54d7a	\\x00000111fa18c72fda7a4c3bcb3a7ff34e2356491aca076384c7cb652720adfb98e996bdde9cedda8edb24c04a517f1f35d73d39f36f88a45bc3e9ee7ce876aefd29d3f54b3360c672444072d419ecd40cb6b5cf24647f9030bec42776ecafc6d1c4e905ec1653be45212015e2a0eab6960cf50f17f0a0d8177d2530b08eb620ead6b3406d5f09c72ebcaacacdd3bdb13dadc7d389da3e968870ae6138e88c8b74f7c0b778c48b7bd44cd17626939fae7a1ae67917830520123ea298167c9ba811cecd59165680b51b35c27c0c9bf0647d8a504c964bb0b06e6865f9c0c8420d3c9bdc00c7672a8405009d6c52313d47002a78683235f957f073d51d1bccdacca23b8a8921256c55f766e786232005c5d98405f3eb0000002a8a253f12199f2e6f6578212035c2b5019609ef1f099e09572ec80409739d77c5dc0541156c0d7b879e200000003534beeb495287dcd3c55084807d1d4bf625134fac53cfe2c31b4c41490ed805745a509167fad760450924a79165640891c112be2c84
0	2811	7	018bec9a-0a00-78c9-9e67-8b417925b8ff	record	\\xdd64e1e9c509f4590ea802ede1b89b29bca7eb5cfe2e4eecd731bf6692d984f95295e1e445703bc3b18b0ade591c24b369fd34abf270941ef3014031	\\x0000006f9f996af2456d69fec88c54b9ca08283f4fb0e458fe4a064cc48087d400235a4e845f3c938806352d738e4310e4c15e806a671e0f0d78449a0f66cad7419765b37c005571cbce5ef8f01a5670a9d78bf03e65c35eba6211534ea61d3f65b2d27338357f600f4b150a2c5a0ef2200dd9
0	2811	8	018bec9a-0a00-7af0-9fc6-b435bdfb4caf	record identity health	\\xc6ea8b39ce0b11f68f0542a5e522f3ce109fff754eae54457944c7969b5d7285456b902adc8168973f033d29d4eb53d56365791bfd17add729633b4f83bca90bb7d6d709bc8bb2be2b7a6872b12e8ac62516318da6fcf7b397c7547f0f7214be65dded3a892e29f13fcfb56d8b7dd3c8dd05b78fe5353ff8f8ffdd86	\\x0000010fd7031171e066500c3ed4c4fac1e234e305cf33d64cd8cc02f4953bde98faba632b9b779750ada9c13cf88b8b8f6f0820a67a4dfca7384c3905e91139db64217355347e127dddba1979f5cb8f51f131d3c681590884d4ced5f5881de9f17f3c356d3dbdc292ad593f7d7dca9016c008e10ec8db9461f868a518c3df7354931f78b952b6e971b9128449b207ac9e15afdd5534616915879feb1a8f7440c33b4c61119788186a9baad9c5f221303520a6c4d4808479659b37d81727a59cf157e88393364f5ab88229ab1826ceca569e4d7053928096e2ea7220f15db62e459ee79c3f1f8db7ae7457518bd6825b1dde7303836d94bda9696ebfe9d01b23a1e87cadd7476127794afceeccd22b5acbd7120000002ad98bbaf3f6c1d4637bed3f042b7d52d3a22f58c637dbb6610f5ba5c9b61b4059c2c396db2c033b13505e00000035e6668e46d39d09feee603850b2172d8c5b29629bde4bd3725c85c34b09a7f5c2dfc46f9922420821a630cc6a6fde96470443d7460e
0	2811	12	018bec9a-0a00-7af0-9fc6-b435bdfb4caf	record	\\xfebf38734835607095712379620eedef8085af049114ea9364c2458b4cb930e34a635436dee181194e0d5ed1300a7e4ddc294f5d552d4de6d2b356a4	\\x0000005724331a154353de1ba0901bbb128384d45e8094a5ce6e52f45674bf3dfd3da9817f48f6b4ac74d8de87e8092cd7e840726841d2fd20bb4c5869a247aed36f5683cde3c2427b11cb3056771828c4318a38ca260b2290618d
0	2811	14	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	record identity health	\\xd159ba9779f452c15eb794661c2ff587b9e3b05dee53b5a4105682c484b6f0cd41507cbd8793a67d43953c3b85077ee969705579c190cb768f116d60bb161451fa792401f4afebbec07cb0801e8af93ff072ccf0bf34e427a533005a98a6c967b302d3a7b4cbc0a7b647c093f9ad34829143d86a82828d9e4d84590a	\\x00000111a7c038e58cfc7f89c60cdc5a3064c590de770e207b73de9494c737aa642f0b05592fe4ee021e4ab94a13029247ce46bd3114a4bbcf428c80ff4e38528aecf6f7c2d6f00b888512dcad033a9f9bd094129e07aa4f8f6e09934ce769c5f7e09298903a6d86110ab0c9cfa6c1c46b9961af9961cfac3b96e947c866833f55a82a75d2408a504f2e0de8c1ece694965631cb0f1da5c03f62407db432b6e1de06c0d2644dd4688e80a6c63f37cefba502118cdd0a9b29194b4d1f6e21de70f9a687ffd295455e7f5c4471da0de03b0a2d518dd0c53f6f05996aa7e52a7ec06314d8835d340c946d7134c42401c99adc747ce3b8d66bbe5c6228f533a1c9f37f23841a32ff30b7fbc2976823d59fe2c2f82f80570000002a9936860b81f999850c07742c8ce5d0f05a3ed4a8cd43183980f2809471109e88b08053d064fca0d57d23000000359bee34aaf33d3e7db045e6d4726aa6e6300e75fa5959ac5309adbe9340c76ed80ac80fa477a9906cc116f4bc942c013bd0f217ced0
0	2811	18	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	record	\\x7b763b4d227282e5449ba45944ce3217810c69a2299f4bff3c8181e9a1adac8793ca9af56dc32c62ba646e859924b5088910f9476f2c8998dcbbd57e	\\x00000057f5f88dcd5bf46dde13cf85f10d2fedaf6e52b07630b0efab0c261978cb92e4ab33b77b6ae87b31658c8a990e07fa7629a9815998ef6668d1efcb310df26614fb09d94fb18f4e6810667e5419e1c4d5b0201b0b536b3d91
0	2811	20	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	record	\\xf302d918b9750ffa631a0a741b2ad22cc348272b67cd671ce421d6c62402062a663f9f533afc5f88582a7a77977d1175efe3d11737e702b3bc2a7bb7	\\x0000005afa9656d73c396e590e4facc44d22307f8b76db4e6cd96930c273c3331e508517c2ff0bf18c075af4d9b9b5d63ac4ed215eb728a32224369d5ca68fcf59cddb052ea99f300aaad6c832480f3a5684a8f692370bd1ba039a9f8c15
0	2811	22	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	record	\\x7a18c0bef68bf076ca86f4bac5fc05f18fcc4fa0b2077fc7cf7a506791369f35b56f064718dd91a64c8bd679014ec3a530a23b1f5b7a711ae67af145	\\x00000058781a1c23583d187e98bbb69963a41c3e20f5d3714ee2d6d2713585cfb514d4b0dc047ee1c9a9801f3c742161b74035f076b2b4c58602c67253c7cd10d28c518e637ec8f6da3b1c1e997851d5b91d3fd7537d6c7c93e9ec2a
0	2811	24	018bec9a-0a00-773a-9e8d-601b1636b287	record identity health	\\xa40680dcd52e3db93ba01341fe25cfe28c9dcfece1dfd2eb255ed3274b77834b110f7aba124d261e3df4fd998d1ddd682660dfc3154503cc0f22a2258c9d7aa4d1f78d5970536caff4807ea9449ccd24ceedbb5cf92b96bbe0824a3be55c6926ece22531539e6c47e102a9ab07d0e50277f12c84d69b03d5ad91670b	\\x0000010f339a655d517f9d429b96ab8717cfefa11f138c5c452f0d001fc6f02e10e684a2163455070e6d9c357d3076fb0984afee48a6d31b89eaf5bbc7e9cdbdad03b156609ba6003c6f5c7bf31bd2be00c58d4d8acb1bd74a20bf7bd71a1d6e8c662d1be6cbfbb16a608a224dad6854f87f8cc5ae421de30c65d311d076aac10ace9824ea13d5564b5d7e1bf06a917e3923dbb1a3da4a05b2a904e500e6f4ddba261d42f3af0c36e6a70b3e8961755724615848bc41d44acc995f17cc2b7d539ef557c16ed9edd8054f8b10ed2e26201102a8d30f3fef5cb1b0162f7890ee7dbc09e322903d7d39dba57c042df1fdb17035d6fd2f7e6b5ab296e33916dda1b48debe07a4aa594e90de744e9eb352716b0beba0000002af37e019c033af2b5b8f26d0dff8521c55d78934dd760ce11be3956a18d9635cd04a63cce0cf899f3822c00000035c275d6c6c88f78f393301246e8d971948ba9e99b640102083c45047f044c1aa17cb9ff00ccd289b1e3497ab7c2c6317652d779bea8
0	2811	28	018bec9a-0a00-7b52-9477-f7c9648b1850	record identity health	\\x22f3ebec6dcf2e336c87901985b743e127e5c35b16e171e16cc72719323dde1751abb909da13616b2eba24f78c5061321ac488ae0d5e3045b58b22d72b662e080d39c8296067ec0e10ea582863b907511bb01a774a786cdbf65e51d6337adde33ebd4ede17f537639bc64af7d08faf5887ef4bd8c3cc2b5421fd5db9	\\x0000011549ee13e6aa2af820afe0853e389a244890f780b0afeffa2af0798090513c9bfe9f335052bbb2b96e1151dff1f385f7ef6de32965673fa85b97ac872a648b6ec788e54b3c3e98599cb1770793ffc47cb38a8857255b80fc60dd1659dc07b555ab4fa62c6868dd8548ae24ec33bec119330606969c3e0607e805a50afa6cd6d78ba0c83ed7f84415fccbc1d64dca20424e5d66b607ded2310c0fbffa8f5ff7b76b663455e75661f005579e6de3efa9d44a24af616beffbe691df98ef3c0a2cd312b0a4dc62e8aba8299d583cd83632beced395b799f9a5a03e45c2d523dc22c02c0de3427b8a2a5b2da97e4e3cef12cffef655a2ef29d0da11d78d4c6e7d996b17d334bef3ca26d67713489d9b22e3ccc90b7f250cbe0000002a22f2a4dd8e4ce9c4b7a6cc8f9d1b4853c1a18c9a74166d6e8a45f695de8d77d9a2a782fa4acb876cd64f00000035be78adfb149b076c853166fe8f3561dfbe1a5c8660c3c73957cdb540c0b9484f3ed6e97d41c7d03f5c8d68e5e3be694b175161a951
0	2811	33	018bec9a-0a00-714c-b9b6-d8f09f85731e	record identity health	\\x74daf54e74dd628780b6cbca6873400e5add730407aad0f12e95cf62e1ba964b4659c5d4ccb3c7222188088e9fe5b06f70a49b9d12b50d92831f7e902976a500d90841ea9cf30b4ef01d87936f4eec7ed7c5d5b446224046009f6606257b05f557827b267f7cc978c680ef7b711f95acc40e46c85648432c985adc9a	\\x000000f0a89ad3d9e9f83c7708f72b535c6d0a77fb8db3f783e17e4e476fa8ca1c20951327718862f3ca550dac90621c6b560ac1370845e4190f542464e3314b54b47dd5a73e8d5a243e861fc90ea2ec6a1fb6850730a2942914ac6d7e5275f4887267a859482a0033e4ce411e357dd566c9c3314c502c0343638eda55965489ac8b40aee207b55bca195b819f2b92f560c7256ef40feeae7fbb0966938e91a9e6a11b42de6b0381098b6106b82842b62dbfb42a6c1d5bd928af512d203a5df68d3c0fc8301430b5754fce9ac1376dc2c7702661956570d8ecd70f430f3436e0a2b6ae5f89359fe43d0044b035c81e99d37b438b0000002ae8d4aefddcc0b468f033208df42734e2b0960dfd727a51a52089f16ce7543fb850607eba24d11bb275e9000000355eb4ae26b6bcfdc15a921be80b45b2a7f587c7f6c01395406778b4843adf19983d018779cee8d7ff4fc701b82ef53a7654ce703643
0	2811	36	018bec9a-0a00-746c-a701-dd63386f956e	record identity health	\\x63f9916edc37ab24b3dfbba7668488aa298c31e857080c0c66f872073b3bc1d5757da9ea730b9396cda6c9e1432e615a4b19a25f8a1586aa9ef93fd9a197c74858987bf92417acedd6962bfc2b7bd85660320840bd410d7f87b9dff12334b6b299f4aaae9dc8f1fe83a7c66a3422b8e88a710149a06cbdc0acbbae09	\\x0000011143eccd17fcf82301407f4bf4bc00659d03fa8a4c533f14bc3b7b0df444a74810c8830b25e2c40a063de339832ec4b783c62c1852becb9bfd883ef46c18b61c959b85120a9113eed6a09efc0dd0844d19ef03e89aaefab23cf8b2c35e265dfe0e32a7b7fc08616b27ee1da32418cf1de97bcf8183a0dcbd5bd26a993a878f72389ed80d657097a878f71a1539f20c9237650bca6aa0581c490787c372979e2b40df4db6e19b2f0d28fe69340607afc620018795380fc2e78d6be66df93f2a8d46c97a4dc7f1d3907fcbdcded7f7537007fd06b83fbcf04c05f231a1e0445a30fbebd73e5a8890884ffe40d980b03189ed90ced2f7936df0f9fadf1cfcd2c82afe6430a0e8ec8bff124ed1d4f410c622113b0000002a9361ea15bda2765716132b8a67f0adf6fc8663ca0ee90032e0de8a84257a295fd5a53024ca03c6f654a600000035423691fb5ac08b612b30889346836185b7148abfc4cbb2bb04b7c2aedf69b35982b72b9320e4e11ec15e0b159a004ef849efdcc041
\.
COPY throughcare.content_2812 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
0	2812	40	018c10a6-8e00-7243-bb6d-3355b18366d7	record identity health	\\x34a91fcb4bcd01669404f8608940478d6f2ed787cadee1e6fd664c9fc1d57b1be0bfd4597601a928790e8daab365c2a7c08fa4c80c2b1c9f36e3db54d1aa399e367597217528dd64cbd79bd0e29de03e5ad555ccfa45488cadb74caa5d81830689bc1347fe5081ea77caf15784e8f602cfad2e88996f324fe71f54e9	\\x0000010f59e42f8ba354f425065d21a4b9dc8ae7de130cb59fabd1aca0aab2f2501804e02929e97cb29eca1701f88f39388d369d004809bd1c6b7e6399103bdb090c13ef98aa847e1d34ed9dd26fb5e7ae2a8c803c6ac43bd3eaf1c6db540e6cf2d0b46fbecc4dc0cd4b32141810a01e8c3487534247b1669abadb9a302d9148be239532de0a32e8376ce8d18155c251f5b5c8a4653c9d8cd87fdd86ca7f740131f723ca5a5fa11124cbcef5be8d6441ee9831420651fadaf1abb6560048489af033f8761363215f94fa92a09e4f8c21793f0bd3ca9f7cf007fc1258a5758c1124d46ada950e2ac1fe3e2a8158de37cd8213c632d614dbc5d90849c9dcf331a05e41cbbe09aaf769389ab0b9a74ecd7dc3b8960000002a2095cdfe37f47e5f1e2375bd031bda1da1de5e376b6ac7555518690c2ada2cdc6de59214b36a7074bbda00000035df7fb662e55b410b210952aa1169abbb80cd5ba6dd7eab4bbff34327e7e7b511068b7bd228e7e511faa4f0fb05109e10b3a3b3ee54
0	2812	44	018c10a6-8e00-7243-bb6d-3355b18366d7	record	\\x4f35cdca2a559557d567b7294fbe0b958e56a3ed1287d7868335854aaff3c95d857268590716c03b5fc5e20052a13b64c806f7178cfdd655fc2912c2	\\x0000007d14e2dce1fc5cc6affce1ecdbd3bf804f43a30f53168471c8b4f50884851fb4755bca6c42245cd8858a70ca1b780772bf954e26769d0c4f425996d8fc434b7048966e89ac223786f82622f114769dd6f840cf4a9cde6d63ea8139cb987f0edeb77d4da465c5be066ef1321748ede90874b9202ee81fdfb3a4fc74b24d44
0	2812	48	018c10a6-8e00-708f-9abe-136b418e8f5f	record identity health	\\xe694367b948ffe81a658e05f90622d5aac77d0b918f939096793950dfda9edff5560cac6f2fabed46f30f78c798a14cf3f73ff370823c6d7824d4b3e619e187801f1c8fe905f718a48f64bbf69e3f0538aef2b33225d6828802ad465ebb4daa9480e2e4bd07dec86f631cf9f9307ba6101e3e07a60d300c309325333	\\x0000010918b5e1698839260467ba85e6803eb2a147fbb41bfb96888174a7bd6afd0dc7b3b162ae3ee6fea318d4970ca2a3803c23052a865b1e4bc3a5aa6a60b244a267f556458615cc20b83b98482f8a03a2c8ff001745595da24a6767a0548a7a5c01e3212217733bf998d2d3d8ddc4589c30f756667f09aa18209b919c309d77d2dd6c3cd6c7f801e70f03b6bad8ae104b2db000094ea71586a9784dbd1b1b906347d70488ec90578f623ff7506331617517fc3b6be80bfcdde787e8284c65b54fdc71a35333adb81bec6b773895187ee8b038fc6dff618f402e4f6ac6ff02d7dfde2982714f1bf17d1172b64328f7e0f1a79776432dfafc336ae6e7ee70f8e6c72d56098140c5a15518cc4b0000002a4e958e48d1e8faca99437800ea21e200fbd039ec995985f9ae7fdd16bfb3c4a2f200c4a1106d19befa1600000035d60ba24f775fddc0305d218fcddbba3207b6d12aa4b5380e3da4792a122dd78a35081fbd69bdf4e575437911d7b02bf46d37c7b20f
\.
COPY throughcare.content_2813 (shard, week, body, person, labels, wrapped_keys, sealed) FROM stdin;
\.
COPY throughcare.counter (shard, kind, key, value) FROM stdin;
0	lane-depth	RO-GR housing	1
0	agreement-load	pair-1	1
0	agreement-load	pair-2	1
0	agreement-load	pair-3	1
0	agreement-load	pair-4	1
0	agreement-load	pair-0	1
0	agency-use	clinic-2	25
0	agency-use	clinic-0	5
0	agency-use	clinic-1	15
0	agency-use	clinic-4	37
0	agency-use	clinic-3	29
0	inbox-depth	clinic-4 0	1
0	inbox-floor	clinic-4 0	37
0	inbox-depth	prison-5 0	2
0	inbox-floor	prison-5 0	45
0	inbox-depth	clinic-0 0	0
0	inbox-floor	clinic-0 0	50
0	inbox-depth	clinic-0 1	1
0	inbox-floor	clinic-0 1	3
0	inbox-depth	prison-4 0	1
0	inbox-floor	prison-4 0	35
0	inbox-depth	clinic-1 0	0
0	inbox-floor	clinic-1 0	50
0	inbox-depth	clinic-5 0	1
0	inbox-floor	clinic-5 0	49
0	inbox-depth	prison-1 0	4
0	inbox-floor	prison-1 0	13
0	inbox-depth	clinic-3 0	0
0	inbox-floor	clinic-3 0	50
0	inbox-depth	clinic-2 0	1
0	inbox-floor	clinic-2 0	25
0	inbox-depth	prison-3 0	1
0	inbox-floor	prison-3 0	32
0	lane-depth	RO-GR health.hiv	1
0	agreement-load	pair-5	1
0	agency-use	clinic-5	49
0	checkpoint		49
\.
COPY throughcare.event_2811 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2811	1	2023-11-20 12:00:00+00	network-applied	operator:0	1	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2811	2	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7cee-a405-9aedf94ec703	1	\N	\N	\N	\N	\N	\N	2	\N	0	\N	\N	0	0
0	2811	3	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7cee-a405-9aedf94ec703	2	1	requested	\N	pair-0	clinic-0	1	2	\N	0	\N	\N	0	1
0	2811	4	2023-11-20 12:00:00+00	admitted	prison-0	1	018bec9a-0a00-7b0f-b636-0f630c1e8dbd	1	\N	\N	\N	\N	\N	\N	4	\N	0	\N	\N	0	0
0	2811	5	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7b0f-b636-0f630c1e8dbd	2	1	requested	\N	pair-0	clinic-0	0	4	\N	0	\N	\N	0	1
0	2811	6	2023-11-20 12:00:00+00	withdrawn	prison-0	1	018bec9a-0a00-7b0f-b636-0f630c1e8dbd	3	1	cancelled	needs-met-elsewhere	pair-0	clinic-0	0	\N	5	0	\N	\N	0	-1
0	2811	7	2023-11-20 12:00:00+00	cancelled	prison-0	1	018bec9a-0a00-7b0f-b636-0f630c1e8dbd	4	\N	\N	needs-met-elsewhere	\N	\N	\N	7	\N	0	\N	cancel	0	0
0	2811	8	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	1	\N	\N	\N	\N	\N	\N	8	\N	0	\N	\N	0	0
0	2811	9	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	2	1	requested	\N	pair-1	clinic-1	0	8	\N	0	\N	\N	0	1
0	2811	10	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	3	1	\N	\N	\N	clinic-1	0	\N	9	1	\N	\N	0	0
0	2811	11	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	4	1	received	\N	\N	clinic-1	0	\N	9	1	accepted	\N	0	0
0	2811	12	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	5	1	accepted	\N	pair-1	\N	\N	12	\N	0	\N	decision	0	0
0	2811	13	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	6	1	\N	\N	\N	prison-1	0	12	\N	0	\N	decision	0	0
0	2811	14	2023-11-20 12:00:00+00	admitted	prison-1	1	018bec9a-0a00-76c6-87dd-1b0395d64191	1	\N	\N	\N	\N	\N	\N	14	\N	0	\N	\N	0	0
0	2811	15	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-76c6-87dd-1b0395d64191	2	1	requested	\N	pair-1	clinic-1	0	14	\N	0	\N	\N	0	1
0	2811	16	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-76c6-87dd-1b0395d64191	3	1	\N	\N	\N	clinic-1	0	\N	15	1	\N	\N	0	0
0	2811	17	2023-11-20 12:00:00+00	settled	clinic-1	1	018bec9a-0a00-76c6-87dd-1b0395d64191	4	1	received	\N	\N	clinic-1	0	\N	15	1	accepted	\N	0	0
0	2811	18	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-76c6-87dd-1b0395d64191	5	1	accepted	\N	pair-1	\N	\N	18	\N	0	\N	decision	0	0
0	2811	19	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-76c6-87dd-1b0395d64191	6	1	\N	\N	\N	prison-1	0	18	\N	0	\N	decision	0	0
0	2811	20	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-76c6-87dd-1b0395d64191	7	1	in-progress	\N	pair-1	\N	\N	20	\N	0	\N	progress	0	0
0	2811	21	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-76c6-87dd-1b0395d64191	8	1	\N	\N	\N	prison-1	0	20	\N	0	\N	progress	0	0
0	2811	22	2023-11-20 12:00:00+00	updated	clinic-1	1	018bec9a-0a00-76c6-87dd-1b0395d64191	9	1	completed	\N	pair-1	\N	\N	22	\N	0	\N	progress	0	-1
0	2811	23	2023-11-20 12:00:00+00	queued	broker	1	018bec9a-0a00-76c6-87dd-1b0395d64191	10	1	\N	\N	\N	prison-1	0	22	\N	0	\N	progress	0	0
0	2811	24	2023-11-20 12:00:00+00	admitted	prison-2	1	018bec9a-0a00-74ab-a0bc-bb640d1acff7	1	\N	\N	\N	\N	\N	\N	24	\N	0	\N	\N	0	0
0	2811	25	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-74ab-a0bc-bb640d1acff7	2	1	requested	\N	pair-2	clinic-2	0	24	\N	0	\N	\N	0	1
0	2811	26	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-74ab-a0bc-bb640d1acff7	3	1	\N	\N	\N	clinic-2	0	\N	25	1	\N	\N	0	0
0	2811	27	2023-11-20 12:00:00+00	returned	clinic-2	1	018bec9a-0a00-74ab-a0bc-bb640d1acff7	4	1	\N	\N	\N	clinic-2	0	\N	25	1	modified	\N	0	0
0	2811	28	2023-11-20 12:00:00+00	admitted	prison-3	1	018bec9a-0a00-7f62-840a-caddbea2ac45	1	\N	\N	\N	\N	\N	\N	28	\N	0	\N	\N	0	0
0	2811	29	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7f62-840a-caddbea2ac45	2	1	requested	\N	pair-3	clinic-3	0	28	\N	0	\N	\N	0	1
0	2811	30	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7f62-840a-caddbea2ac45	3	1	\N	\N	\N	clinic-3	0	\N	29	1	\N	\N	0	0
0	2811	31	2023-11-20 12:00:00+00	quarantined	clinic-3	1	018bec9a-0a00-7f62-840a-caddbea2ac45	4	1	\N	\N	\N	clinic-3	0	\N	29	1	rejected	\N	0	0
0	2811	32	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7f62-840a-caddbea2ac45	5	1	\N	\N	\N	prison-3	0	\N	\N	0	\N	quarantined	0	0
0	2811	33	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7b6c-a111-64b47768ac7d	1	\N	\N	\N	\N	\N	\N	33	\N	0	\N	\N	0	0
0	2811	34	2023-11-20 12:00:00+00	unserved	broker	1	018bec9a-0a00-7b6c-a111-64b47768ac7d	2	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2811	35	2023-11-20 12:00:00+00	noticed	broker	1	018bec9a-0a00-7b6c-a111-64b47768ac7d	3	\N	\N	\N	\N	prison-4	0	\N	\N	0	\N	nobody-serves	0	0
0	2811	36	2023-11-20 12:00:00+00	admitted	prison-4	1	018bec9a-0a00-7984-9483-83c5b3f9ecab	1	\N	\N	\N	\N	\N	\N	36	\N	0	\N	\N	0	0
0	2811	37	2023-11-20 12:00:00+00	assigned	broker	1	018bec9a-0a00-7984-9483-83c5b3f9ecab	2	1	requested	\N	pair-4	clinic-4	0	36	\N	0	\N	\N	0	1
0	2811	38	2023-11-20 12:00:00+00	handed-over	broker	1	018bec9a-0a00-7984-9483-83c5b3f9ecab	3	1	\N	\N	\N	clinic-4	0	\N	37	1	\N	\N	0	0
\.
COPY throughcare.event_2812 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
0	2812	39	2023-11-27 12:00:00+00	network-applied	operator:0	2	\N	0	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	0	0
0	2812	40	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	1	\N	\N	\N	\N	\N	\N	40	\N	0	\N	\N	0	0
0	2812	41	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	2	1	requested	\N	pair-5	clinic-5	0	40	\N	0	\N	\N	0	1
0	2812	42	2023-11-27 12:00:00+00	handed-over	broker	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	3	1	\N	\N	\N	clinic-5	0	\N	41	1	\N	\N	0	0
0	2812	43	2023-11-27 12:00:00+00	settled	clinic-5	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	4	1	received	\N	\N	clinic-5	0	\N	41	1	accepted	\N	0	0
0	2812	44	2023-11-27 12:00:00+00	updated	clinic-5	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	5	1	rejected	no-capacity	pair-5	\N	\N	44	\N	0	\N	decision	0	-1
0	2812	45	2023-11-27 12:00:00+00	queued	broker	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	6	1	\N	\N	\N	prison-5	0	44	\N	0	\N	decision	0	0
0	2812	46	2023-11-27 12:00:00+00	unserved	broker	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	7	\N	\N	\N	\N	\N	\N	\N	\N	0	\N	\N	1	0
0	2812	47	2023-11-27 12:00:00+00	noticed	broker	2	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	8	\N	\N	\N	\N	prison-5	0	\N	\N	0	\N	nobody-serves	0	0
0	2812	48	2023-11-27 12:00:00+00	admitted	prison-5	2	018c10a6-8e00-7830-8cea-f9a7d3470eda	1	\N	\N	\N	\N	\N	\N	48	\N	0	\N	\N	0	0
0	2812	49	2023-11-27 12:00:00+00	assigned	broker	2	018c10a6-8e00-7830-8cea-f9a7d3470eda	2	1	requested	\N	pair-5	clinic-5	0	48	\N	0	\N	\N	0	1
\.
COPY throughcare.event_2813 (shard, week, "position", at, kind, actor, network, referral, version, assignment, status, reason, agreement, inbox, priority, body, entry, attempt, outcome, code, lane, load) FROM stdin;
\.
COPY throughcare.message_2811 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2811	prison-0	queued	\\xf51d54a7d83d1bd9a1dbc6d4b3ed4f8c	\\xe44a97940478d91964108f1dfa2a882047c646defd584dd9cd5b656b6cc68cc9	2
0	2811	prison-0	cancelled	\\xc370014765e1a95ef9693ec46f373140	\\x369f98ce9f5630121ab7e90d08dc2f3198bb7651473f1fa3b9cf43159c0921c0	4
0	2811	prison-0	c1	\\x236c5e82ee0478f9795416a962f2f568	\\xe5f58258e750078b7a1cbaf6637df769f33d2bb7e26202b9dee1bd5a56d4ccc9	7
0	2811	prison-1	accepted	\\x291010332bfe88e1eb63c5db90c9fd1a	\\x86af5491a29afa0a9e059838e9132697a03090363c92b610f1841821c1057971	8
0	2811	clinic-1	d1	\\x23ae493c0d3b53422f5fc5375455a0b7	\\xbdf1ffce8ca63f320d82df895d1732644af7199993945c2f8ea4bf39481bb743	12
0	2811	prison-1	completed	\\xae2bd3cc9ad981828a9c71ecf4394d82	\\xb10fdf42c2fa941d795dbf129de1e99364f43809790a74fc3541c02005f75a11	14
0	2811	clinic-1	d2	\\x4ce0f998c961db4538ec809a639ad6ee	\\x3939d565017a163cc44cabb7bb1fe500da7423f01e5d2c1a899d9f3dd2645ead	18
0	2811	clinic-1	d3	\\x97cc2145c52bdd9c1f7e6c36c96ed318	\\x9593d95908b4bf9fa2813e71f6d7cd8865bf2db299c1534be69bc77146e2b282	20
0	2811	clinic-1	d4	\\x40013591d13eec54be1dbfd193d2d064	\\x510d4fb137f8e1c033aaa7b22b333116c683bb82779a968aa52f7515b6332311	22
0	2811	prison-2	returned	\\x65718e3709aca0c70f955d8c11a8fe0b	\\xf179cac4d976cc37a40bff1121ee828dea9937ff0a33292a08d2aa385dc5b739	24
0	2811	prison-3	quarantined	\\x7dee7f5f6aa16134241ace53cd5c535c	\\xeee3f66eed3d65a3e97706b27df38fa385237a48c50c30984f14d52e2a0134a9	28
0	2811	prison-4	waiting	\\x0f8f4b1fb9678784ea9499fc72b1ffc1	\\x570fe771b60a048e4ad5bed7f8f73fdc285e09a82a91a4a92758af2e3850249d	33
0	2811	prison-4	in-flight	\\xcab48e95908e0c1f98608c93f5c97683	\\x91c4a0a39dca812e0babd769c3659a9fdbfc692849b4ff439c912b227a575771	36
\.
COPY throughcare.message_2812 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
0	2812	prison-5	declined	\\x5e85ca6aef37c104fd8bc97531756256	\\x97e20a6cc38896a5578b653c68169ca29486fc7e4f3c3a7b05f382e84880aa6f	40
0	2812	clinic-5	d5	\\x78a0900d5c2019354992555d61bade07	\\x442ad4740ea1d44469f32464b173e350994d3f9645e39c6bd4097103929393c9	44
0	2812	prison-5	later	\\x067d3e14f32c8fd54f563e5196bb6b1c	\\xc3a0a969c09dc7c34a954d9215cbb769acf56d455191977fc3ec47afdaa8c396	48
\.
COPY throughcare.message_2813 (shard, week, sender, id, nonce, digest, "position") FROM stdin;
\.
COPY throughcare.network (shard, version, at, author, document) FROM stdin;
0	1	2023-11-20 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
0	2	2023-11-27 12:00:00+00	operator:0	network: { id: sample, name: Sample network, demo: true }\nregions:\n  - { code: RO, name: România, children: [{ code: RO-GR, name: Giurgiu }] }\nservices:\n  - { code: health, name: Health care }\n  - { code: health.hiv, name: HIV care }\n  - { code: housing, name: Housing }\nagencies:\n  - id: prison-0\n    name: Sample prison-0\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-0" }]\n  - id: clinic-0\n    name: Sample clinic-0\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-0" }]\n  - id: prison-1\n    name: Sample prison-1\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-1" }]\n  - id: clinic-1\n    name: Sample clinic-1\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-1" }]\n  - id: prison-2\n    name: Sample prison-2\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-2" }]\n  - id: clinic-2\n    name: Sample clinic-2\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-2" }]\n  - id: prison-3\n    name: Sample prison-3\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-3" }]\n  - id: clinic-3\n    name: Sample clinic-3\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-3" }]\n  - id: prison-4\n    name: Sample prison-4\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-4" }]\n  - id: clinic-4\n    name: Sample clinic-4\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-4" }]\n  - id: prison-5\n    name: Sample prison-5\n    kind: prison\n    certificates: [{ uri: "urn:throughcare:agency:prison-5" }]\n  - id: clinic-5\n    name: Sample clinic-5\n    kind: health\n    certificates: [{ uri: "urn:throughcare:agency:clinic-5" }]\nagreements:\n  - id: pair-0\n    provider: clinic-0\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-0] }\n  - id: pair-1\n    provider: clinic-1\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-1] }\n  - id: pair-2\n    provider: clinic-2\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-2] }\n  - id: pair-3\n    provider: clinic-3\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-3] }\n  - id: pair-4\n    provider: clinic-4\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-4] }\n  - id: pair-5\n    provider: clinic-5\n    services: [health]\n    regions: [RO]\n    from: { agencies: [prison-5] }\npolicy:\n  laws:\n    - { regime: led, references: [Law 254/2013], kinds: [prison], services: [health],\n        sections: [identity, contact, health, custody] }\n  senders: { referral: [prison] }\n  maxDeliveries: 3
\.
COPY throughcare.person (shard, lookup, alias, generation, wrapped_key) FROM stdin;
0	\\x9671d282e8f526ab37a6723d44776ca2c4eff12df603c3d8e8314cba1418ac62	018bec9a-0a00-78c7-bb67-35ee2ba1037b	1	\\x9dcd82bff3623dc2540ffcaa6c4a7b1760abf2e30f55c4a1d8f50cb5eba86438b4dd1dc5de941370e3c712c6073465dd2108323f9e31debd3c0b3226
0	\\x4a2d03846e6b65c1af20df670120609163e2cc5cdbc0fdb0fd61988e0cf8536b	018bec9a-0a00-78c9-9e67-8b417925b8ff	1	\\x009b0f120c466f7073e783fb3dbed75ede4b8ee41886c8ad27c3c29b887144c12a1f600818f3d91dcbc66b8155c164aff4f0182700a36274f5c6f6c8
0	\\xf800fef18609ccf915c2ca2dc56304e39e2e18759ca5412c30f5198caba5fa29	018bec9a-0a00-7af0-9fc6-b435bdfb4caf	1	\\x8ed370f43af4f10b78167865a663e0065b2562969caa5a2d7f57ca80237394cf300d65d380228cefa063397686a9c523b41dbeed527c3eecd95ea4cb
0	\\x85a29f9d5f1464295dcb6fee99915c9c4fc60273811c6b136f46b8ef456ee633	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	1	\\x1655dc05a9bf8fc38d2a945a91d9c4439bbfd67a093b0e3eefad36217d2e2de0b1fe69b733630aaac4033b66e61ff58e834a2300cb1e5e40bbdbc357
0	\\xcfc0fa6ad7d6262cbf2df7556ac498cbc09daea9d9d8daa5228f285049696c96	018bec9a-0a00-773a-9e8d-601b1636b287	1	\\x93c4e4fa3dbcec4e254e6b02b14a723bbe17d3cb069ca854df0135f86338ac6ddcd8f8162b939904240b6a6ce02254ab41859b32ac523d1eafa74db8
0	\\xdf0ff6a8be49b336f63d95b5e3c4263945da5bec652be3c2dfd45b57638274ac	018bec9a-0a00-7b52-9477-f7c9648b1850	1	\\xac6116ce672a2c9d34890b4b5cfa9b3f2b4d6ec3788e73272648c7c7bb744d4a712b7df4b3493ea3412669e924dc6deeec42ae1049825523e9563f16
0	\\x214e798119c5956859b0cbcb60b5e9d9bdc5c5fb1a4cc36f42e36a2b980808dc	018bec9a-0a00-714c-b9b6-d8f09f85731e	1	\\x5795bce8786e73875b46203440f0738094fac224ab92299dbb59920bc7bef06c0c764fe5ddb995d9d7484b5aecb9101b42c9254a8518ef26132ddb56
0	\\xef4b85f96973e9799d95dc053ef7f66945a5cd5333fab0933c0fd6dbb0fdb3dd	018bec9a-0a00-746c-a701-dd63386f956e	1	\\x933a3aa59ad3b5ee9653b258fbfa3733505914ce8cc46be2b8daf0a6cad9e1e81d33e7c677f3b69e91a7006e13c2025c0ab9b6b196fcaca7782dfca9
0	\\xeb1205ece2184546c9a63745e422546424a65050078efec828a404e7b8d75812	018c10a6-8e00-7243-bb6d-3355b18366d7	1	\\xa16e3639cd9d67a05ee2cc95c9c6d8011f7fa998ad1dbba2bc48f920e97e1fd704319faea2f66b128dbdf572e0c86affd332ace79f4c538db7e1e8ff
0	\\xfeb5abc7a0c3875af0c9592dc92ff0d8a7ff84ed593e7fd49083aab00b61fb3a	018c10a6-8e00-708f-9abe-136b418e8f5f	1	\\x2d8bb63110cfb6ce9b3021ea6086093b389a27baa6c4fe61344b412848bd4bb0edc2af061fb655fa273297236bfc4e3250baeea132475a9e56abdf9a
\.
COPY throughcare.referral_2811 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2811	018bec9a-0a00-7cee-a405-9aedf94ec703	prison-0	queued	health.hiv	RO-GR	1	018bec9a-0a00-78c7-bb67-35ee2ba1037b	law	led	Law 254/2013	prison	identity health	\N	2	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7b0f-b636-0f630c1e8dbd	prison-0	cancelled	health.hiv	RO-GR	0	018bec9a-0a00-78c9-9e67-8b417925b8ff	law	led	Law 254/2013	prison	identity health	\N	4	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7321-bfc3-f6b9bbcea1a8	prison-1	accepted	health.hiv	RO-GR	0	018bec9a-0a00-7af0-9fc6-b435bdfb4caf	law	led	Law 254/2013	prison	identity health	\N	8	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-76c6-87dd-1b0395d64191	prison-1	completed	health.hiv	RO-GR	0	018bec9a-0a00-7e18-8977-a3d1a5c68e8f	law	led	Law 254/2013	prison	identity health	\N	14	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-74ab-a0bc-bb640d1acff7	prison-2	returned	health.hiv	RO-GR	0	018bec9a-0a00-773a-9e8d-601b1636b287	law	led	Law 254/2013	prison	identity health	\N	24	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7f62-840a-caddbea2ac45	prison-3	quarantined	health.hiv	RO-GR	0	018bec9a-0a00-7b52-9477-f7c9648b1850	law	led	Law 254/2013	prison	identity health	\N	28	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7b6c-a111-64b47768ac7d	prison-4	waiting	housing	RO-GR	0	018bec9a-0a00-714c-b9b6-d8f09f85731e	consent	\N	\N	prison	identity health	\N	33	2023-11-20 12:00:00+00
0	2811	018bec9a-0a00-7984-9483-83c5b3f9ecab	prison-4	in-flight	health.hiv	RO-GR	0	018bec9a-0a00-746c-a701-dd63386f956e	law	led	Law 254/2013	prison	identity health	\N	36	2023-11-20 12:00:00+00
\.
COPY throughcare.referral_2812 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
0	2812	018c10a6-8e00-7b62-b9f7-3dbdaa7d9ee8	prison-5	declined	health.hiv	RO-GR	0	018c10a6-8e00-7243-bb6d-3355b18366d7	law	led	Law 254/2013	prison	identity health	\N	40	2023-11-27 12:00:00+00
0	2812	018c10a6-8e00-7830-8cea-f9a7d3470eda	prison-5	later	health.hiv	RO-GR	0	018c10a6-8e00-708f-9abe-136b418e8f5f	law	led	Law 254/2013	prison	identity health	\N	48	2023-11-27 12:00:00+00
\.
COPY throughcare.referral_2813 (shard, week, id, requester, name, service, region, priority, person, basis, regime, reference, discloser, sections, provider, admitted, at) FROM stdin;
\.
COPY throughcare.schema_version (version, at) FROM stdin;
1	2026-11-28 21:52:37.624154+00
\.
COPY throughcare.secret (shard, name, generation, wrapped) FROM stdin;
0	person-lookup	1	\\xbbe3f2e0478f8c2a51558f551d27cfb6859ad30df56b9393feb7148fd05c9be544f413afe9e4408700ecbb394e95defd0eceb2bba48f456e45720486
\.
COPY throughcare.shard (shard, broker, epoch, backend_pid, claimed_at) FROM stdin;
0	018c10a6-8e00-7c5d-9d7f-0b95e559f645	2	27753	2023-11-27 12:00:00+00
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
