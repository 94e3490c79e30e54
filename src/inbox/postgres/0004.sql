-- Events and their attempts by ranges of arrival numbers, so that old ones go by dropping a table. A delete of five million
-- rows takes minutes and leaves as much to clean up; a drop takes milliseconds.
--
-- The ranges are of numbers and not of days: a number never changes its partition, is known before the row is written, and
-- a range holds at most so many rows, which bounds what is left to delete row by row at the time that is pruned to. They
-- grow with the inbox, so that there are about 64 of them however many events there are. A query that names numbers reads
-- only the partitions of those; one that does not reads them all.
--
-- In the order in which receivers take them, or each would wait for the other. An older receiver that stores while this waits
-- fails once: its deliveries are refused, and sent again. It goes on with the new functions; its look-ups of repeats read
-- every partition until it is upgraded.
LOCK TABLE attempts IN ACCESS EXCLUSIVE MODE;
LOCK TABLE arrivals IN ACCESS EXCLUSIVE MODE;

-- Rows in a partition, at least.
ALTER TABLE makini_inbox ADD COLUMN partition_rows BIGINT NOT NULL DEFAULT 80000;

-- The partitions `arrivals_ID` and `attempts_ID` hold the numbers from `first` to before `past`.
CREATE TABLE partitions (
    id BIGINT GENERATED ALWAYS AS IDENTITY (MINVALUE 0) PRIMARY KEY,
    first BIGINT NOT NULL UNIQUE,
    past BIGINT NOT NULL UNIQUE
);
-- What a receiver stored in one: of its own, or receivers would wait for each other's commits. 0 is whoever prunes.
CREATE TABLE partition_sums (
    partition BIGINT NOT NULL,
    receiver BIGINT NOT NULL,
    events BIGINT NOT NULL DEFAULT 0,
    bytes BIGINT NOT NULL DEFAULT 0,
    oldest BIGINT,                         -- of the times when they were received
    newest BIGINT,
    latest BIGINT,                         -- of the times when they happened
    PRIMARY KEY (partition, receiver)
);
-- Ranges of numbers whose events were dropped. Their IDs stay known as long as a sender may repeat them.
CREATE TABLE dropped (
    first BIGINT PRIMARY KEY,
    past BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- An ID is taken once in all partitions, so it has a table of its own: what was stored and what was pruned alike.
CREATE TABLE event_ids (
    event_id TEXT COLLATE "C" NOT NULL,
    proven BOOLEAN NOT NULL,
    number BIGINT NOT NULL
);
INSERT INTO event_ids SELECT event_id, proven, number FROM arrivals WHERE event_id IS NOT NULL ORDER BY number;
ALTER TABLE event_ids ADD PRIMARY KEY (event_id, proven);
-- The digests of those that have none, which may repeat each other.
CREATE TABLE event_digests (
    digest BYTEA NOT NULL,
    proven BOOLEAN NOT NULL,
    number BIGINT NOT NULL
);
INSERT INTO event_digests SELECT digest, proven, number FROM arrivals WHERE event_id IS NULL ORDER BY number;
CREATE INDEX event_digests_digest ON event_digests (digest);
-- Rows come nearly in the order of their numbers.
CREATE INDEX event_ids_number ON event_ids USING brin (number) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX event_digests_number ON event_digests USING brin (number) WITH (pages_per_range = 16, autosummarize = on);

-- What is there becomes the first partition.
DROP INDEX arrivals_identity, arrivals_digest;
ALTER INDEX arrivals_pkey RENAME TO arrivals_0_pkey;
ALTER INDEX arrivals_connection RENAME TO arrivals_0_connection;
ALTER INDEX arrivals_pending RENAME TO arrivals_0_pending;
ALTER INDEX arrivals_received RENAME TO arrivals_0_received;
ALTER TABLE arrivals RENAME TO arrivals_0;
CREATE TABLE arrivals (LIKE arrivals_0 INCLUDING DEFAULTS, PRIMARY KEY (number)) PARTITION BY RANGE (number);
CREATE INDEX arrivals_connection ON arrivals (connection, event_at);
CREATE INDEX arrivals_pending ON arrivals (connection, number) WHERE state = 1;
CREATE INDEX arrivals_failed ON arrivals (number) WHERE state = 3;
CREATE INDEX arrivals_received ON arrivals USING brin (received_at) WITH (pages_per_range = 32);

CREATE SEQUENCE attempts_id;
SELECT setval('attempts_id', (SELECT coalesce(max(id), 0) + 1 FROM attempts), false);
ALTER TABLE attempts ALTER id DROP IDENTITY;
ALTER TABLE attempts DROP CONSTRAINT attempts_pkey;
ALTER TABLE attempts ADD CONSTRAINT attempts_0_pkey PRIMARY KEY (arrival, id);
DROP INDEX attempts_arrival;
ALTER TABLE attempts RENAME TO attempts_0;
CREATE TABLE attempts (LIKE attempts_0 INCLUDING DEFAULTS, PRIMARY KEY (arrival, id)) PARTITION BY RANGE (arrival);
ALTER TABLE attempts ALTER id SET DEFAULT nextval('attempts_id');
CREATE INDEX attempts_number ON attempts (id);

INSERT INTO partition_sums (partition, receiver, events, bytes, oldest, newest, latest)
SELECT 0, 0, count(*), coalesce(sum(octet_length(headers) + octet_length(body) + coalesce(octet_length(canonical), 0) + 512), 0),
    min(received_at), max(received_at), max(event_at)
FROM arrivals_0;
-- Receivers have taken numbers that they have not stored yet, so there is room after the last one.
INSERT INTO partitions (first, past) SELECT 0, last_value + (SELECT partition_rows FROM makini_inbox) FROM arrivals_number;
DO $$ BEGIN
    EXECUTE format('ALTER TABLE arrivals ATTACH PARTITION arrivals_0 FOR VALUES FROM (0) TO (%s)', (SELECT past FROM partitions));
    EXECUTE format('ALTER TABLE attempts ATTACH PARTITION attempts_0 FOR VALUES FROM (0) TO (%s)', (SELECT past FROM partitions));
END $$;

-- Makes partitions up to that of a number.
CREATE FUNCTION inbox_extend(upto BIGINT) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    start BIGINT;
    rows BIGINT;
    made BIGINT;
BEGIN
    -- Others store on meanwhile. Whoever comes second finds the work done.
    LOCK TABLE ONLY attempts IN SHARE UPDATE EXCLUSIVE MODE;
    LOCK TABLE ONLY arrivals IN SHARE UPDATE EXCLUSIVE MODE;
    SELECT max(p.past) INTO start FROM partitions p;
    SELECT greatest(partition_rows, (SELECT sum(events) / 64 FROM partition_sums)::int8) INTO rows FROM makini_inbox;
    WHILE start <= upto LOOP
        INSERT INTO partitions (first, past) VALUES (start, start + rows) RETURNING id INTO made;
        EXECUTE format('CREATE TABLE arrivals_%s (LIKE arrivals INCLUDING ALL)', made);
        EXECUTE format('CREATE TABLE attempts_%s (LIKE attempts INCLUDING ALL)', made);
        EXECUTE format('ALTER TABLE attempts ATTACH PARTITION attempts_%s FOR VALUES FROM (%s) TO (%s)', made, start, start + rows);
        EXECUTE format('ALTER TABLE arrivals ATTACH PARTITION arrivals_%s FOR VALUES FROM (%s) TO (%s)', made, start, start + rows);
        start := start + rows;
    END LOOP;
END $$;

-- As before, with the ID taken in its own table, and partitions that are made when the numbers reach their end.
CREATE OR REPLACE FUNCTION inbox_add(
    receiver BIGINT, places BIGINT[], ids TEXT[], proofs BOOLEAN[], digests BYTEA[], events TEXT[], connections TEXT[],
    event_times TEXT[], event_ats BIGINT[], times BIGINT[], header_lines BYTEA[], bodies BYTEA[], canonicals BYTEA[],
    verdicts TEXT[], modes TEXT[], states BIGINT[], earlier BIGINT[],
    OUT numbers BIGINT[], OUT added BIGINT[], OUT duplicates BIGINT[]
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
    all_bytes BIGINT;
    lowest BIGINT;
    highest BIGINT;
BEGIN
    -- What is there already gets none: a gap would look like a loss.
    numbers := ARRAY (SELECT CASE WHEN known.number IS NULL THEN nextval('arrivals_number') END FROM (
        SELECT coalesce(
            (SELECT k.number FROM event_ids k WHERE k.event_id = i.event_id AND k.proven = i.proven),
            (SELECT p.number FROM pruned p WHERE p.event_id = i.event_id AND p.proven = i.proven LIMIT 1)
        ) AS number
        FROM unnest(places, ids, proofs) AS i (place, event_id, proven) ORDER BY i.place
    ) AS known);
    SELECT min(n), max(n) INTO lowest, highest FROM unnest(numbers) AS n;
    IF highest IS NULL THEN
        RETURN;
    END IF;
    IF highest >= (SELECT max(p.past) FROM partitions p) THEN
        -- Before anything is stored: so it waits for nobody who waits for this.
        PERFORM inbox_extend(highest);
    END IF;
    WITH taken AS (
        INSERT INTO event_ids (event_id, proven, number)
        SELECT i.event_id, i.proven, numbers[i.place] FROM unnest(places, ids, proofs) AS i (place, event_id, proven)
        WHERE i.event_id IS NOT NULL AND numbers[i.place] IS NOT NULL
        ON CONFLICT (event_id, proven) DO NOTHING RETURNING number
    ), stored AS (
        INSERT INTO arrivals (number, event_id, proven, digest, event, connection, event_time, event_at, received_at,
            headers, body, canonical, verdict, mode, state, duplicate_of)
        SELECT numbers[i.place], i.event_id, i.proven, i.digest, i.event, i.connection, i.event_time, i.event_at,
            i.received_at, i.headers, i.body, i.canonical, i.verdict, i.mode, i.state,
            CASE WHEN i.event_id IS NULL THEN least(
                (SELECT min(d.number) FROM event_digests d WHERE d.digest = i.digest AND d.proven >= i.proven),
                numbers[i.earlier]
            ) END
        FROM unnest(
            places, ids, proofs, digests, events, connections, event_times, event_ats, times, header_lines, bodies,
            canonicals, verdicts, modes, states, earlier
        ) AS i (place, event_id, proven, digest, event, connection, event_time, event_at, received_at, headers, body,
            canonical, verdict, mode, state, earlier)
        WHERE i.event_id IS NULL OR numbers[i.place] IN (SELECT number FROM taken)
        RETURNING number, event_id, proven, digest, duplicate_of, received_at, event_at,
            octet_length(headers) + octet_length(body) + coalesce(octet_length(canonical), 0) + 512 AS bytes
    ), noted AS (
        INSERT INTO event_digests (digest, proven, number) SELECT digest, proven, number FROM stored WHERE event_id IS NULL
    ), summed AS (
        INSERT INTO partition_sums AS t (partition, receiver, events, bytes, oldest, newest, latest)
        SELECT p.id, receiver, count(*), sum(s.bytes), min(s.received_at), max(s.received_at), max(s.event_at)
        FROM partitions p JOIN stored s ON s.number >= p.first AND s.number < p.past
        WHERE p.past > lowest AND p.first <= highest GROUP BY p.id
        ON CONFLICT (partition, receiver) DO UPDATE SET events = t.events + excluded.events,
            bytes = t.bytes + excluded.bytes, oldest = least(t.oldest, excluded.oldest),
            newest = greatest(t.newest, excluded.newest), latest = greatest(t.latest, excluded.latest)
    )
    SELECT array_agg(s.number), array_agg(s.duplicate_of), sum(s.bytes) INTO added, duplicates, all_bytes FROM stored s;
    IF added IS NOT NULL THEN
        UPDATE receivers SET stored = stored + cardinality(added), bytes = bytes + all_bytes, seen_at = now()
        WHERE id = receiver;
    END IF;
END $$;

-- Drops neighbouring partitions whose events all came before a time, and remembers their IDs. Events that are pending or
-- failed stay, under their numbers, in one partition in place of these, unless they may go too. Returns how many events are
-- gone; nothing if one of the partitions has newer events by now, or more than a few that stay.
CREATE FUNCTION inbox_drop(chosen BIGINT[], before BIGINT, unfinished BOOLEAN) RETURNS BIGINT LANGUAGE plpgsql
SET enable_seqscan = off AS $$
DECLARE
    each RECORD;
    own BIGINT[];
    stay BIGINT[] := '{}';
    kept BIGINT;
    lower BIGINT;
    upper BIGINT;
    gone BIGINT;
    freed BIGINT;
    others BIGINT;
BEGIN
    -- It gives up before the server looks for a deadlock, which might end whoever reads instead.
    SET LOCAL lock_timeout = '900ms';
    FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) ORDER BY first LOOP
        EXECUTE format('LOCK TABLE arrivals_%s IN ACCESS EXCLUSIVE MODE', each.id);
        EXECUTE format('LOCK TABLE attempts_%s IN ACCESS EXCLUSIVE MODE', each.id);
    END LOOP;
    IF (SELECT max(newest) FROM partition_sums WHERE partition = ANY (chosen)) >= before THEN
        RETURN NULL;
    END IF;
    SELECT min(p.first), max(p.past) INTO lower, upper FROM partitions p WHERE p.id = ANY (chosen);
    IF NOT unfinished THEN
        FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) ORDER BY first LOOP
            EXECUTE format(
                'SELECT array_agg(number) FROM (SELECT number FROM arrivals_%1$s WHERE state = 1
                UNION ALL SELECT number FROM arrivals_%1$s WHERE state = 3 LIMIT 1001) AS few', each.id
            ) INTO own;
            IF cardinality(own) > 1000 THEN
                RETURN NULL;
            END IF;
            stay := stay || own;
        END LOOP;
    END IF;
    IF cardinality(stay) > 0 THEN
        INSERT INTO partitions (first, past) VALUES (-1, -1) RETURNING id INTO kept;
        EXECUTE format('CREATE TABLE arrivals_%s (LIKE arrivals INCLUDING ALL)', kept);
        EXECUTE format('CREATE TABLE attempts_%s (LIKE attempts INCLUDING ALL)', kept);
        FOR each IN SELECT id FROM partitions WHERE id = ANY (chosen) LOOP
            EXECUTE format('INSERT INTO arrivals_%s SELECT * FROM arrivals_%s WHERE number = ANY ($1)', kept, each.id) USING stay;
            EXECUTE format('INSERT INTO attempts_%s SELECT * FROM attempts_%s WHERE arrival = ANY ($1)', kept, each.id) USING stay;
        END LOOP;
    END IF;
    -- From here on everybody waits: for a moment, and not for whoever reads on.
    SET LOCAL lock_timeout = '200ms';
    LOCK TABLE ONLY attempts IN ACCESS EXCLUSIVE MODE;
    LOCK TABLE ONLY arrivals IN ACCESS EXCLUSIVE MODE;
    FOR each IN SELECT id, first, past FROM partitions WHERE id = ANY (chosen) LOOP
        EXECUTE format('DROP TABLE arrivals_%1$s, attempts_%1$s', each.id);
        INSERT INTO dropped (first, past) VALUES (each.first, each.past)
        ON CONFLICT (first) DO UPDATE SET past = greatest(dropped.past, excluded.past), at = excluded.at;
    END LOOP;
    WITH removed AS (
        DELETE FROM conflicts WHERE arrival >= lower AND arrival < upper AND NOT arrival = ANY (stay)
        RETURNING octet_length(headers) + octet_length(body) + 512 AS bytes
    )
    SELECT coalesce(sum(bytes), 0) INTO others FROM removed;
    WITH removed AS (DELETE FROM partition_sums WHERE partition = ANY (chosen) RETURNING events, bytes)
    SELECT coalesce(sum(events), 0), coalesce(sum(bytes), 0) INTO gone, freed FROM removed;
    DELETE FROM partitions WHERE id = ANY (chosen);
    IF kept IS NOT NULL THEN
        UPDATE partitions SET first = lower, past = upper WHERE id = kept;
        EXECUTE format('ALTER TABLE attempts ATTACH PARTITION attempts_%s FOR VALUES FROM (%s) TO (%s)', kept, lower, upper);
        EXECUTE format('ALTER TABLE arrivals ATTACH PARTITION arrivals_%s FOR VALUES FROM (%s) TO (%s)', kept, lower, upper);
        EXECUTE format(
            'INSERT INTO partition_sums (partition, receiver, events, bytes, oldest, newest, latest)
            SELECT %1$s, 0, count(*), sum(octet_length(headers) + octet_length(body) + coalesce(octet_length(canonical), 0) + 512),
                min(received_at), max(received_at), max(event_at) FROM arrivals_%1$s', kept
        );
        SELECT gone - events, freed - bytes INTO gone, freed FROM partition_sums WHERE partition = kept;
    END IF;
    UPDATE stored_bytes SET bytes = bytes - freed - others;
    RETURN greatest(gone, 0);
END $$;

-- Forgets some IDs of events that were dropped so long ago. Returns whether there may be more.
CREATE FUNCTION inbox_forget(memory INTERVAL, most BIGINT) RETURNS BOOLEAN LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    old RECORD;
    upto BIGINT;
BEGIN
    SELECT first, past INTO old FROM dropped WHERE at < now() - memory ORDER BY first LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    upto := least(old.first + most, old.past);
    DELETE FROM event_ids k WHERE k.number >= old.first AND k.number < upto
        AND NOT EXISTS (SELECT FROM arrivals a WHERE a.number = k.number AND a.number >= old.first AND a.number < upto);
    DELETE FROM event_digests k WHERE k.number >= old.first AND k.number < upto
        AND NOT EXISTS (SELECT FROM arrivals a WHERE a.number = k.number AND a.number >= old.first AND a.number < upto);
    DELETE FROM dropped WHERE first = old.first;
    IF upto < old.past THEN
        INSERT INTO dropped (first, past, at) SELECT upto, old.past, now() - memory - interval '1 s'
        ON CONFLICT (first) DO UPDATE SET past = greatest(dropped.past, excluded.past);
    END IF;
    RETURN true;
END $$;

-- Returns a condition that holds for the numbers of all that is pending, so that what looks for work reads a few partitions
-- and not all. Numbers that are taken may be stored later, so the last two partitions always count.
CREATE FUNCTION inbox_pending() RETURNS TEXT LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    each RECORD;
    waits BOOLEAN;
    last BIGINT := coalesce((SELECT first FROM partitions, arrivals_number WHERE first <= last_value
        ORDER BY first DESC OFFSET 1 LIMIT 1), 0);
    condition TEXT := format('number >= %s', last);
BEGIN
    FOR each IN SELECT first, past FROM partitions WHERE first < last ORDER BY first LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM arrivals WHERE state = 1 AND number >= %s AND number < %s)', each.first, each.past)
        INTO waits;
        IF waits THEN
            condition := format('%s OR number >= %s AND number < %s', condition, each.first, each.past);
        END IF;
    END LOOP;
    RETURN condition;
END $$;

-- Returns an event of the same connection that happened later and came earlier. Most partitions hold none that happened
-- later at all.
CREATE FUNCTION inbox_newer(which BIGINT, of_connection TEXT, after BIGINT) RETURNS BIGINT LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    each RECORD;
    found_number BIGINT;
BEGIN
    FOR each IN SELECT p.first, p.past FROM partitions p WHERE p.first <= which
        AND EXISTS (SELECT FROM partition_sums s WHERE s.partition = p.id AND s.latest > after) ORDER BY p.first DESC LOOP
        EXECUTE format('SELECT number FROM arrivals WHERE connection = $1 AND event_at > $2
            AND number >= %s AND number < %s LIMIT 1', each.first, least(each.past, which)) INTO found_number USING of_connection, after;
        IF found_number IS NOT NULL THEN
            RETURN found_number;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
